// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import org.groundwork.ledger.Entered;

/** What became of a step that a payment was to take. Nothing was written unless it says so. */
public sealed interface Decided {
  /** It is done. */
  record Done() implements Decided {}

  /** It is not there any more, or somebody did something with it meanwhile. */
  record Meanwhile() implements Decided {}

  /** Whoever asked for it, gets it, or did an earlier step, does not do this one. */
  record AnotherPerson() implements Decided {}

  /** It, with what else goes to the same payee for the same within days, is above the limit: a further person releases it. */
  record NotReleased(long together) implements Decided {}

  /** It, with what else goes to the same payee for the same within days, is above the limit: it needs an appropriation. */
  record NoAppropriation(long together) implements Decided {}

  /** The appropriation is not open, or is of another fund. */
  record OtherAppropriation() implements Decided {}

  /** Less is left of the appropriation. */
  record TooLittleLeft(long left) implements Decided {}

  /** The day is before it was said yes to, or still to come. */
  record WrongDay() implements Decided {}

  /** It would be paid out of the box, and by the books less is in it. */
  record NotInTheBox(long has) implements Decided {}

  /** A line of the bank is this payment: that is taken back first. */
  record AtTheBank() implements Decided {}

  /** The books do not take it. */
  record NotEntered(Entered why) implements Decided {}
}
