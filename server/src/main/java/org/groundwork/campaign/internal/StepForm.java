// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** The details of a rung, as typed. */
public record StepForm(@Nullable String version, @Nullable String kind, @Nullable String plannedOn,
    @Nullable List<String> owner,
    @Nullable String told, @Nullable String legal, @Nullable String eachPart, @Nullable String prepared,
    @Nullable String decision, @Nullable String decided, @Nullable String decidedOn) {
  private static final int LONGEST = 2000;

  static StepForm of(Rung rung) {
    return new StepForm(Long.toString(rung.version()), rung.kind().key(),
        rung.plannedOn().map(LocalDate::toString).orElse(""),
        rung.owners().stream().map(UUID::toString).toList(), rung.told(),
        rung.legal().map(Rung.Legal::note).orElse(""), number(rung.needs().eachPart()), number(rung.needs().prepared()),
        rung.needs().decision() ? "yes" : "", rung.decided().map(Rung.Decided::how).orElse(""),
        rung.decided().map(d -> d.on().toString()).orElse(""));
  }

  private static String number(OptionalInt percent) {
    return percent.isPresent() ? Integer.toString(percent.getAsInt()) : "";
  }

  long readVersion() { return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1; }

  /** Whether somebody is ticked as seeing to it. */
  public boolean owns(UUID person) {
    return owner != null && owner.contains(person.toString());
  }

  /** The same as typed, to be saved over what it has become. */
  StepForm over(Rung now) {
    return new StepForm(Long.toString(now.version()), kind, plannedOn, owner, told, legal, eachPart, prepared, decision,
        decided,
        decidedOn);
  }

  Ladder.Details read(FormErrors errors, List<UUID> able, LocalDate today) {
    var owners = able.stream().filter(this::owns).toList();
    if (owners.size() > Ladder.MOST_OWNERS) {
      errors.refuse("owner", "step.owners.most", Ladder.MOST_OWNERS);
    }
    var readKind = StepKind.known(kind == null ? "" : kind);
    if (readKind.isEmpty()) {
      errors.refuse("kind", "form.choose");
    }
    var needs = new Rung.Needs(percent(errors, "eachPart", eachPart), percent(errors, "prepared", prepared),
        decision != null && !decision.isEmpty());
    String how = errors.optional("decided", decided, LONGEST);
    var on = day(errors, "decidedOn", decidedOn);
    if (how.isEmpty() != on.isEmpty()) {
      errors.refuse(how.isEmpty() ? "decided" : "decidedOn", "form.required");
    }
    on.filter(day -> day.isAfter(today)).ifPresent(_ -> errors.refuse("decidedOn", "step.decided.past"));
    return new Ladder.Details(readKind.orElse(StepKind.OTHER), day(errors, "plannedOn", plannedOn), owners,
        errors.optional("told", told, LONGEST),
        errors.optional("legal", legal, LONGEST), needs, how.isEmpty()
            ? Optional.empty()
            : on.map(day -> new Rung.Decided(how, day)));
  }

  private static OptionalInt percent(FormErrors errors, String field, @Nullable String typed) {
    return typed == null || typed.isBlank() ? OptionalInt.empty() : OptionalInt.of(errors.number(field, typed, 1, 100));
  }

  private static Optional<LocalDate> day(FormErrors errors, String field, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.parse(typed.strip());
      if (day.getYear() < 2000 || day.getYear() > 2100) {
        errors.refuse(field, "form.date.range");
      }
      return Optional.of(day);
    } catch (DateTimeParseException notADay) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }
}
