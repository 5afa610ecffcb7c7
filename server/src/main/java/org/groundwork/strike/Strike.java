// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * A strike that has begun on a rung of a plan.
 *
 * @param step the rung
 * @param begun its first day
 * @param ended the day from which nothing is withheld any more; absent while it goes on
 * @param stays what is left of its books once the rows about people were deleted
 * @param version raised by every change of it
 */
public record Strike(UUID step, UUID campaign, Kind kind, LocalDate begun, Optional<Agreement> agreement,
    Optional<LocalDate> ended, Optional<Stays> stays, long version) {

  /** What is withheld. */
  public sealed interface Kind {
    /** Rent, due on a day of the month, in a currency. */
    record Rent(DueDays due, Currency currency) implements Kind {}

    /** Work or study. */
    record Work() implements Kind {}
  }

  /**
   * What was agreed at the end.
   *
   * @param paid how much of what was withheld is paid to the landlord
   * @param kept how much of it stays with the households, as a reduction
   */
  public record Agreement(String text, LocalDate on, Optional<Money> paid, Optional<Money> kept) {}

  /**
   * Totals without anybody in them.
   *
   * @param homes that withheld rent
   * @param people who were on strike
   * @param days on strike, of all of them together
   */
  public record Stays(LocalDate since, OptionalInt homes, Optional<Money> withheld, OptionalInt people,
      OptionalInt days) {}

  /** Whether its books can be written in. */
  public boolean goesOn() { return ended.isEmpty() && stays.isEmpty(); }

  /** The same strike, ended on a day unless it ended before. */
  Strike endedBy(LocalDate end) {
    return new Strike(step, campaign, kind, begun, agreement, Optional.of(ended.filter(end::isAfter).orElse(end)),
        stays, version);
  }

  /** The last day that counts by today: today, or the one before the strike ended. */
  public LocalDate lastDay(LocalDate today) {
    return ended.map(end -> end.minusDays(1)).filter(today::isAfter).orElse(today);
  }

  /** When rent is due and in which currency; empty for a strike of work or study. */
  public Optional<Kind.Rent> rent() {
    return kind instanceof Kind.Rent rent ? Optional.of(rent) : Optional.empty();
  }
}
