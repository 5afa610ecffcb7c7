// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

/**
 * The rules of the hardship fund, as every member reads them. Amounts in minor units of the books' currency.
 *
 * @param perHalfYear what one person can get in any half year
 * @param emergency what can be asked for within a day; 0 if nothing can
 * @param lowBelow when less is in the fund, both caps are half
 * @param intervalDays from one grant to the next request
 * @param tenureDays so long one must have been a member
 * @param decideHours by when the committee decides
 * @param arrearsCount whether whoever is in arrears with dues has to settle that first
 * @param othersToo whether people who are in a fight and no members can be helped
 */
public record AidRules(long perRequest, long perHalfYear, long emergency, long lowBelow, int intervalDays,
    int tenureDays, int decideHours, boolean arrearsCount, boolean othersToo) {

  /** By when an emergency is decided. */
  public static final int EMERGENCY_HOURS = 24;

  /** By when a request is decided that is asked now. */
  int hours(boolean urgent) {
    return urgent ? EMERGENCY_HOURS : decideHours;
  }
}
