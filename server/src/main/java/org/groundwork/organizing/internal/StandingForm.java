// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Levels;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A judgement as typed: the level, the act behind it and its day. */
public record StandingForm(@Nullable String level, @Nullable String act, @Nullable String on) {
  private static final int LONGEST_ACT = 300;

  static StandingForm blank(LocalDate today) { return new StandingForm("", "", today.toString()); }

  /** A judgement that can be written down. */
  record Read(UUID level, String act, LocalDate on) {}

  Optional<Read> read(FormErrors errors, List<Levels.Level> levels, LocalDate today) {
    var chosen = TalkForm.uuid(level).filter(id -> levels.stream().anyMatch(l -> l.id().equals(id)));
    if (chosen.isEmpty()) {
      errors.refuse("level", "standing.level.choose");
    }
    String did = errors.required("act", act, LONGEST_ACT);
    LocalDate day = today;
    try {
      day = LocalDate.parse(on == null ? "" : on.strip());
      if (day.isAfter(today) || day.isBefore(today.minusYears(2))) {
        errors.refuse("on", "standing.on.range");
      }
    } catch (DateTimeParseException notADay) {
      errors.refuse("on", "form.date");
    }
    return errors.any() || chosen.isEmpty() ? Optional.empty() : Optional.of(new Read(chosen.get(), did, day));
  }
}
