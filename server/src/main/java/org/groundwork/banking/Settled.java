// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.UUID;
import org.groundwork.ledger.Entered;

/** What became of what somebody said of a line. Nothing was written unless it says so. */
public sealed interface Settled {
  /** It is done. */
  record Done() implements Settled {}

  /** Somebody said something of the line before, or there is nothing to undo. */
  record Before() implements Settled {}

  /** What was confirmed is not proposed any more. */
  record Gone() implements Settled {}

  /** The parts do not come to the line's amount, or name an account that cannot be. */
  record Wrong() implements Settled {}

  /** The entries do not come to the line's amount. */
  record Other() implements Settled {}

  /** What waits to be paid cannot be said to be paid: it has to be released first, or somebody changed it. */
  record NotPaid(UUID payout) implements Settled {}

  /** Whoever paid was forgotten, so that their dues cannot be taken again. */
  record Nobody() implements Settled {}

  /** It is a gift of which something is held: two officers decide, or it is more than one member may give. */
  record Held() implements Settled {}

  /**
   * The payer's name is like one of the other side, so that it is taken for nothing before two officers have looked at it.
   *
   * @param like that name
   */
  record OtherSide(String like) implements Settled {}

  /** Officers have said something of it, or have to: whoever keeps the money does not take it back alone. */
  record Officers() implements Settled {}

  /** The books do not take it. */
  record Refused(Entered why, UUID line) implements Settled {}
}
