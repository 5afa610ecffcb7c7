// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

/**
 * The most that can be granted now.
 *
 * @param perRequest what the cap leaves for this request
 * @param left what the cap of the half year leaves for this person
 * @param free what is in the fund and was promised to nobody
 * @param low whether the fund is so low that the caps are half
 */
public record Limits(long perRequest, long left, long free, boolean low) {

  /**
   * Reckons them. Half a cap is rounded down to the smallest coin.
   *
   * @param already what the request that is appealed against was granted; 0 for any other
   * @param before what the person was granted in the half year, that among it
   */
  static Limits of(AidRules rules, long free, long already, long before) {
    boolean low = free < rules.lowBelow();
    long request = low ? Math.floorDiv(rules.perRequest(), 2) : rules.perRequest();
    long halfYear = low ? Math.floorDiv(rules.perHalfYear(), 2) : rules.perHalfYear();
    return new Limits(Math.max(0, Math.subtractExact(request, already)),
        Math.max(0, Math.subtractExact(halfYear, before)), Math.max(0, free), low);
  }

  /** The least of them. */
  public long most() { return Math.min(perRequest, Math.min(left, free)); }
}
