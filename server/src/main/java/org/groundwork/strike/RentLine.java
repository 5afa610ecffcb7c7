// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.Collection;
import java.util.Currency;
import org.groundwork.platform.money.Money;

/**
 * What a unit has withheld, exactly: its months times its rent, less what it paid in part.
 *
 * @param months that count ({@link DueDays})
 * @param paid in part
 */
public record RentLine(Withholding unit, long months, Money paid) {

  /** What it has withheld; below nothing where more was paid in part than was due. */
  public Money withheld() {
    long due = Math.multiplyExact(unit.monthly().minor(), months);
    return new Money(Math.subtractExact(due, paid.minor()), unit.monthly().currency());
  }

  /** What all of these have withheld. */
  public static Money total(Collection<RentLine> lines, Currency currency) {
    return new Money(lines.stream().mapToLong(line -> line.withheld().minor()).reduce(0, Math::addExact), currency);
  }

  /** How many of these withhold now. */
  public static int withholding(Collection<RentLine> lines) {
    return (int) lines.stream().filter(line -> line.unit().withholds()).count();
  }
}
