// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import org.groundwork.ledger.Entered;

/** What became of paying. Nothing was written unless it says so. */
public sealed interface PaidOut {

  /** It is paid, or was before. */
  record Yes() implements PaidOut {}

  /** There is nothing to pay: it was taken back. */
  record Gone() implements PaidOut {}

  /** It would be paid out of the box, and by the books less is in it. */
  record NotInTheBox() implements PaidOut {}

  /** The books refuse it. */
  record Refused(Entered why) implements PaidOut {}
}
