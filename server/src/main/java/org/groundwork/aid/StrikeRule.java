// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.UUID;

/**
 * What is paid for a day on strike.
 *
 * @param perDay in minor units
 * @param daysAWeek of a week from Monday, so many days at most
 * @param anyDay whether a day counts on which somebody had neither a duty nor an excuse; any duty and any excuse count the
 *     same
 */
public record StrikeRule(UUID step, long perDay, int daysAWeek, boolean anyDay) {
  /** The most that can be paid for a day. */
  public static final long MOST = 100_000_000;
}
