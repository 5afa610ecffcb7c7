// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.campaign.CampaignList;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.reinforcement.Wish;
import org.groundwork.roll.Site;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is made, as typed.
 *
 * @param once makes sure that a form sent twice makes one call
 * @param about a case of a module above, handed through
 * @param wish what a steward asked for, of which the call is made
 */
public record ReinforcementForm(@Nullable String once, @Nullable String urgency, @Nullable String need,
    @Nullable String wanted, @Nullable String title, @Nullable String area, @Nullable String place,
    @Nullable String day, @Nullable String from, @Nullable String until, @Nullable String campaign,
    @Nullable String site, @Nullable String action, @Nullable String about, @Nullable String wish) {
  private static final int MOST = 500;
  /** A rapid call begins within so long: what is further off can be planned. */
  private static final Duration RAPID_AHEAD = Duration.ofDays(2);

  /** What a call is begun from. */
  record From(String campaign, String site, String about, Optional<Action> action) {}

  /** An empty form: from now on for four hours, or for as long as the action. */
  static ReinforcementForm blank(UUID once, From from, Instant now, ZoneId zone) {
    Instant begins = from.action().map(action -> action.when().starts()).orElse(now.truncatedTo(ChronoUnit.MINUTES));
    Instant ends = from.action().map(action -> action.when().ends()).orElse(begins.plus(Duration.ofHours(4)));
    var starts = begins.atZone(zone);
    return new ReinforcementForm(once.toString(), "", "bodies", "", from.action().map(a -> a.told().title()).orElse(""),
        "", from.action().map(a -> a.told().place()).orElse(""), starts.toLocalDate().toString(),
        starts.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        ends.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(), from.campaign(), from.site(),
        from.action().map(a -> a.id().toString()).orElse(""), from.about(), "");
  }

  /** Filled in as a steward asked for it; what it is called, and how many it takes, is still to be said. */
  static ReinforcementForm of(UUID once, Wish wish, ZoneId zone) {
    var starts = wish.when().starts().atZone(zone);
    return new ReinforcementForm(once.toString(), wish.urgency().key(), "bodies", "", "", "", wish.place(),
        starts.toLocalDate().toString(), starts.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        wish.when().ends().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(), "",
        wish.site().toString(), "", "", wish.id().toString());
  }

  /** The same to be sent anew, without what a steward asked for. */
  ReinforcementForm withoutWish(UUID again) {
    return new ReinforcementForm(again.toString(), urgency, need, wanted, title, area, place, day, from, until,
        campaign, site, action, about, "");
  }

  /** The same at an hour and a place known where it is begun; what is neither is left as it was. */
  ReinforcementForm at(String when, String where) {
    String there = where.length() <= 200 && !where.isBlank() ? where : String.valueOf(place);
    LocalDateTime begins;
    try {
      begins = LocalDateTime.parse(when);
    } catch (DateTimeParseException noHour) {
      return new ReinforcementForm(once, urgency, need, wanted, title, area, there, day, from, until, campaign, site,
          action, about, wish); // begun without one
    }
    var ends = begins.plusHours(4).toLocalDate().equals(begins.toLocalDate())
        ? begins.plusHours(4).toLocalTime()
        : LocalTime.of(23, 59);
    return new ReinforcementForm(once, urgency, need, wanted, title, area, there, begins.toLocalDate().toString(),
        begins.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        ends.truncatedTo(ChronoUnit.MINUTES).toString(), campaign, site, action, about, wish);
  }

  /**
   * What whoever fills in the form may choose.
   *
   * @param wholeLocal whether they may leave the place out
   */
  record May(List<CampaignList.Line> campaigns, List<Site> sites, boolean wholeLocal, Optional<UUID> action) {}

  /** The call, absent where something is refused. */
  Optional<Reinforcements.NewCall> read(FormErrors errors, ZoneId zone, Instant now, May may) {
    var soon = CallTyped.choice(errors, "urgency", urgency, Reinforcement.Urgency.values());
    var what = CallTyped.choice(errors, "need", need, Reinforcement.Need.values());
    int people = errors.number("wanted", wanted, 1, MOST);
    String called = errors.required("title", title, 120);
    String town = CallTyped.area(errors, "area", errors.required("area", area, 80));
    String where = errors.required("place", place, 200);
    if (!where.isEmpty()
        && town.toLowerCase(java.util.Locale.ROOT).contains(where.toLowerCase(java.util.Locale.ROOT))) {
      errors.refuse("area", "reinforcement.area.address");
    }
    var when = CallTyped.when(errors, day, from, until, zone, now);
    if (soon.filter(one -> one == Reinforcement.Urgency.RAPID).isPresent()
        && when.filter(it -> it.starts().isAfter(now.plus(RAPID_AHEAD))).isPresent()) {
      errors.refuse("day", "reinforcement.rapid.far");
    }
    var fight = chosen(errors, "campaign", campaign, may.campaigns().stream().map(CampaignList.Line::id).toList(),
        false);
    var at = chosen(errors, "site", site, may.sites().stream().map(Site::id).toList(), !may.wholeLocal());
    if (errors.any() || when.isEmpty() || soon.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    var ties = new Reinforcement.Ties(fight, may.action(), at, CallTyped.id(about));
    return Optional
        .of(new Reinforcements.NewCall(soon.get(), what.get(), people, called, town, where, when.get(), ties));
  }

  /** What is needed. */
  Optional<Reinforcement.Need> needed() {
    return CallTyped.choice(new FormErrors(), "need", need, Reinforcement.Need.values());
  }

  /** The hours, as far as they can be read. */
  Optional<Reinforcement.When> hours(ZoneId zone, Instant now) {
    return CallTyped.when(new FormErrors(), day, from, until, zone, now);
  }

  private static Optional<UUID> chosen(FormErrors errors, String field, @Nullable String typed, List<UUID> may,
      boolean needed) {
    if (typed == null || typed.isBlank()) {
      if (needed) {
        errors.refuse(field, "form.required");
      }
      return Optional.empty();
    }
    var id = CallTyped.id(typed).filter(may::contains);
    if (id.isEmpty()) {
      errors.refuse(field, "reinforcement.not-yours");
    }
    return id;
  }
}
