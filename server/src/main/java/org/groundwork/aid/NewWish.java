// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody asks for.
 *
 * @param amount in minor units, above zero
 * @param urgent whether it is needed within a day
 */
public record NewWish(long amount, PayWay way, boolean urgent, Optional<LocalDate> neededOn, Request.Told told) {
  /** The most that anybody can type. */
  public static final long MOST = 1_000_000_000_000L;
  /** The longest text about where it goes. */
  public static final int PAYEE = 300;
  /** The longest text in their words. */
  public static final int WORDS = 1_000;
}
