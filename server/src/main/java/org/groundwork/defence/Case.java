// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who acted is hit back at.
 *
 * @param version raised by every change of it
 * @param person absent once they are forgotten
 * @param site whose organisers see it; absent for one of the whole local
 * @param about what it answers, as far as that is known
 * @param word one sentence, as it was said; empty once the person is forgotten
 * @param mayName whether the person agreed that whoever helps learns who it is
 * @param end how it ended; absent while it is open
 */
public record Case(UUID id, long version, Optional<UUID> person, Optional<UUID> site, About about, Kind kind,
    LocalDate happenedOn, String word, Opened opened, Optional<Deadline> deadline, boolean mayName,
    Optional<End> end) {

  /** Who wrote it down, and when. */
  public record Opened(UUID by, LocalDate on) {}

  /**
   * What a blow answers: a rung, or an action and through it perhaps a rung; nothing where nobody knows.
   *
   * @param campaign there if one of the others is
   */
  public record About(Optional<UUID> campaign, Optional<UUID> step, Optional<UUID> action) {
    /** Nobody knows. */
    public static About nothing() {
      return new About(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A rung of a fight. */
    public static About step(UUID campaign, UUID step) {
      return new About(Optional.of(campaign), Optional.of(step), Optional.empty());
    }
  }

  /** What was done to them. */
  public enum Kind {
    DISMISSAL, HOURS, THREAT, NOTICE, IMMIGRATION, OTHER;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The kind of a key; empty for one that is none. */
    public static Optional<Kind> known(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }

  /**
   * Until when the person has to do something, as somebody found out.
   *
   * @param note who says so; may be empty
   * @param metOn when it was done; absent while it is to be done
   */
  public record Deadline(LocalDate on, String note, UUID by, LocalDate notedOn, Optional<LocalDate> metOn) {

    /** How many days are left; negative once it has passed. */
    public long daysFrom(LocalDate today) {
      return ChronoUnit.DAYS.between(today, on);
    }
  }

  /** How it ended. */
  public record End(Outcome outcome, String word, LocalDate on) {}

  /** How a case can end. */
  public enum Outcome {
    /** They took it back. */
    UNDONE,
    /** They did not, and paid for it. */
    ANSWERED,
    /** The person did not want to go on. */
    LEFT,
    /** It stands. */
    LOST;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The outcome of a key; empty for one that is none. */
    public static Optional<Outcome> known(String key) {
      return Arrays.stream(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
    }
  }

  /** Whether it has not ended. */
  public boolean open() { return end.isEmpty(); }

  /** The deadline, while it is to be met. */
  public Optional<Deadline> pressing() {
    return open() ? deadline.filter(day -> day.metOn().isEmpty()) : Optional.empty();
  }
}
