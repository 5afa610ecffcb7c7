// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Needs;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is planned or changed, as typed.
 *
 * @param once makes sure that a form sent twice plans one action
 * @param asks the words of what whoever comes is asked about
 * @param needed and {@code capacity} are those of its first shift, and asked only when it is planned
 */
public record ActionForm(@Nullable String once, @Nullable String version, @Nullable String title,
    @Nullable String neutral, @Nullable String place, @Nullable String day, @Nullable String from,
    @Nullable String until, @Nullable String campaign, @Nullable String site, @Nullable String access,
    @Nullable String languages, @Nullable String childcare, @Nullable String rides, @Nullable String countOnly,
    @Nullable String needed, @Nullable String capacity, @Nullable String step, @Nullable List<String> asks) {
  private static final int NOTE = 500;

  static ActionForm blank(UUID once, String campaign, String step, String site) {
    return new ActionForm(once.toString(), "0", "", "", "", "", "", "", campaign, site, "", "", "", "", "", "", "",
        step, List.of());
  }

  static ActionForm of(Action action) {
    var told = action.told();
    var starts = action.when().starts().atZone(action.when().zone());
    var ends = action.when().ends().atZone(action.when().zone());
    return new ActionForm("", Long.toString(action.version()), told.title(), told.neutral(), told.place(),
        starts.toLocalDate().toString(), starts.toLocalTime().toString(), ends.toLocalTime().toString(),
        action.campaign().map(UUID::toString).orElse(""), action.site().map(UUID::toString).orElse(""), told.access(),
        told.languages(), told.childcare(), told.rides(), action.countOnly() ? "yes" : "", "", "",
        action.step().map(UUID::toString).orElse(""), words(action.asked()));
  }

  private static List<String> words(Needs.Asked asked) {
    var words = new ArrayList<String>();
    if (asked.childcare()) {
      words.add("childcare");
    }
    if (asked.ride()) {
      words.add("ride");
    }
    if (asked.access()) {
      words.add("access");
    }
    if (asked.language()) {
      words.add("language");
    }
    return words;
  }

  /** Whether whoever comes is asked about this. */
  public boolean asksAbout(String word) {
    return asks != null && asks.contains(word);
  }

  boolean onlyCounts() { return countOnly != null && !countOnly.isEmpty(); }

  long readVersion() { return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1; }

  /** The same as typed, to be saved over what it has become. */
  ActionForm over(Action now) {
    return new ActionForm(once, Long.toString(now.version()), title, neutral, place, day, from, until, campaign, site,
        access, languages, childcare, rides, countOnly, needed, capacity, step, asks);
  }

  /** What the form came to. */
  record Read(Actions.Plan plan, Actions.NewShift first) {}

  /** @param may the fights and places it can be part of */
  Optional<Read> read(FormErrors errors, ZoneId zone, May may) {
    String called = errors.required("title", title, 120);
    String instead = errors.optional("neutral", neutral, 60);
    String where = errors.required("place", place, 200);
    var when = Typed.when(errors, day, from, until, zone);
    var fight = chosen(errors, "campaign", campaign, may.campaigns(), false);
    var rung = rung(errors, fight, may.rungs());
    var at = chosen(errors, "site", site, may.sites(), !may.wholeLocal());
    var told = new Action.Told(called, instead, where, errors.optional("access", access, NOTE),
        errors.optional("languages", languages, NOTE), errors.optional("childcare", childcare, NOTE),
        errors.optional("rides", rides, NOTE));
    OptionalInt needs = Typed.people(errors, "needed", needed);
    OptionalInt takes = Typed.people(errors, "capacity", capacity);
    if (errors.any() || when.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Read(new Actions.Plan(fight, rung, at, told, asked(), when.get(), onlyCounts()),
        new Actions.NewShift("", when.get(), needs, takes)));
  }

  /**
   * What whoever fills in the form may choose.
   *
   * @param rungs of the fight that was chosen
   * @param wholeLocal whether they may leave the place out
   */
  record May(List<UUID> campaigns, List<UUID> rungs, List<UUID> sites, boolean wholeLocal) {}

  private Needs.Asked asked() {
    return new Needs.Asked(asksAbout("childcare"), asksAbout("ride"), asksAbout("access"), asksAbout("language"));
  }

  private Optional<UUID> rung(FormErrors errors, Optional<UUID> fight, List<UUID> rungs) {
    if (step == null || step.isBlank()) {
      return Optional.empty();
    }
    var id = Typed.id(step).filter(rungs::contains).filter(_ -> fight.isPresent());
    if (id.isEmpty()) {
      errors.refuse("step", "actions.step.other");
    }
    return id;
  }

  private static Optional<UUID> chosen(FormErrors errors, String field, @Nullable String typed, List<UUID> may,
      boolean needed) {
    if (typed == null || typed.isBlank()) {
      if (needed) {
        errors.refuse(field, "form.required");
      }
      return Optional.empty();
    }
    var id = Typed.id(typed).filter(may::contains);
    if (id.isEmpty()) {
      errors.refuse(field, "actions.not-yours");
    }
    return id;
  }
}
