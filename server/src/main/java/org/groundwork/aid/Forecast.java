// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

/**
 * How long a fund holds: whole days and weeks, rounded down.
 *
 * @param held what is in it, in minor units
 * @param strikers how many are paid, at least one
 * @param perDay what each gets for a day
 * @param daysAWeek how many days of a week are paid
 */
public record Forecast(long held, int strikers, long perDay, int daysAWeek) {
  /** The most strikers that are reckoned with. */
  public static final int MOST = 1_000_000;

  public Forecast {
    if (strikers < 1 || strikers > MOST || perDay < 1 || daysAWeek < 1 || daysAWeek > 7) {
      throw new IllegalArgumentException("a forecast for " + strikers);
    }
  }

  /** What all of them get for a day. */
  public long aDay() { return Math.multiplyExact(perDay, strikers); }

  /** What all of them get in a week. */
  public long aWeek() { return Math.multiplyExact(aDay(), daysAWeek); }

  /** For so many whole weeks there is enough. */
  public long weeks() {
    return Math.floorDiv(Math.max(0, held), aWeek());
  }

  /** And for so many more paid days. */
  public long days() {
    return Math.floorDiv(Math.floorMod(Math.max(0, held), aWeek()), aDay());
  }
}
