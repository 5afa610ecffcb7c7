// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.UUID;
import org.groundwork.ledger.Entered;

/** What became of something that was to be done with petty cash. Nothing was written unless it says so. */
public sealed interface PettyDone {
  /** It is done; {@code id} names the float, or what was written down in it. */
  record Done(UUID id) implements PettyDone {}

  /** It is not open any more, or somebody has one already. */
  record Meanwhile() implements PettyDone {}

  /** More would be in it than the local allows. */
  record TooMuch(long most) implements PettyDone {}

  /** Something was spent of it since two last counted it: they count it first. */
  record CountFirst() implements PettyDone {}

  /** Whoever carries it does not hand it to themselves: another officer does. */
  record AnotherOfficer() implements PettyDone {}

  /** With what else left by one person's word within days, it is more than one person lets out alone. */
  record OverLimit(long most) implements PettyDone {}

  /** A line of the bank is this entry: that is taken back first. */
  record AtTheBank() implements PettyDone {}

  /** Money of this fund is carried by nobody: it leaves only by what its own rules say, and can only be given back. */
  record NotOfThisFund() implements PettyDone {}

  /** Less is in it. */
  record TooLittle(long holds) implements PettyDone {}

  /** It would come out of the box, and by the books less is in that. */
  record NotInTheBox(long has) implements PettyDone {}

  /** The first count is written down; a second person counts too. */
  record CountedOnce() implements PettyDone {}

  /** The same person counted first. */
  record SamePerson() implements PettyDone {}

  /** The two came to different sums: both are dropped, and it is counted again. */
  record CountsDiffer() implements PettyDone {}

  /** Both came to the same sum, which is another than should be in it: that needs a reason. */
  record ReasonNeeded(long off) implements PettyDone {}

  /** The books do not take it. */
  record NotEntered(Entered why) implements PettyDone {}
}
