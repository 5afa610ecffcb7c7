// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * A unit that withholds its rent, or did.
 *
 * @param label what the unit was called when it joined
 * @param contact whom to talk to in the household, as they are on the roll now
 * @param monthly the rent of a month
 * @param left when and why it left the strike; absent while it withholds
 * @param signed whether the household signed the agreement
 * @param version raised by every change of it
 */
public record Withholding(UUID id, UUID step, UUID unit, String label, Optional<UUID> contact, LocalDate since,
    Money monthly, Held held, Optional<Left> left, boolean signed, long version) {

  /** Where the money is. */
  public enum Held {
    OWN, COMMON, LAWYER, COURT, NOT_KEPT;

    public String key() { return Withholding.key(this); }

    /** The one of a key; empty for a key of none. */
    public static Optional<Held> known(String key) {
      return Arrays.stream(values()).filter(held -> held.key().equals(key)).findFirst();
    }
  }

  /** Why a unit left the strike before its end. */
  public enum Because {
    PAID, MOVED, AGREEMENT, OTHER;

    public String key() { return Withholding.key(this); }

    /** The one of a key; empty for a key of none. */
    public static Optional<Because> known(String key) {
      return Arrays.stream(values()).filter(because -> because.key().equals(key)).findFirst();
    }
  }

  /** That a unit left: the first day on which it withheld nothing, and why. */
  public record Left(LocalDate on, Because because) {}

  /** Whether it withholds. */
  public boolean withholds() { return left.isEmpty(); }

  /** How many months it has withheld by a day, whose own rent does not count yet. */
  long months(DueDays due, LocalDate today, Optional<LocalDate> ended) {
    LocalDate end = earlier(left.map(Left::on).orElse(today), earlier(ended.orElse(today), today));
    return due.between(since, end);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) { return one.isBefore(other) ? one : other; }

  private static String key(Enum<?> of) { return of.name().toLowerCase(Locale.ROOT).replace('_', '-'); }
}
