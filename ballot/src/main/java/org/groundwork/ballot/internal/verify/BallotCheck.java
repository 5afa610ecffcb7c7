// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.util.function.Predicate;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Answer;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.proof.BallotProofs;
import org.groundwork.ballot.internal.proof.Context;

/** Every check of one ballot by itself. Keeps nothing; may be used by many threads. */
public final class BallotCheck {
  private final ElectionText election;
  private final Predicate<String> credentials;
  private final BallotProofs proofs;

  /**
   * For the ballots of an election.
   *
   * @param credentials whether a public credential is on the list
   */
  public BallotCheck(ElectionText election, Context context, Predicate<String> credentials) {
    this.election = election;
    this.credentials = credentials;
    this.proofs = new BallotProofs(context, election.questions());
  }

  private BallotText read(byte[] text) {
    BallotText ballot = BallotText.read(election, text);
    if (!credentials.test(ballot.credential().text())) {
      throw new Refused(Reason.UNKNOWN_CREDENTIAL, "", "the credential is not on the list");
    }
    return ballot;
  }

  /**
   * A ballot of this text, every check of it made, in the order in which reasons are most exact.
   *
   * @throws Refused by the first that fails
   */
  public BallotText checked(byte[] text) {
    BallotText ballot = read(text);
    members(ballot);
    try {
      proofs.check(ballot);
    } catch (Refused e) {
      throw proofs.exactly(ballot, e);
    }
    return ballot;
  }

  /**
   * As {@link #checked}, but for whether elements belong to the group, which is asked of many at once: those of
   * {@link BallotProofs#elements} are left to ask.
   */
  BallotText checkedButForMembers(byte[] text) {
    BallotText ballot = read(text);
    for (Element each : BallotProofs.elements(ballot)) {
      if (election.group().isOne(each)) {
        return checked(text);
      }
    }
    try {
      proofs.check(ballot);
    } catch (Refused _) {
      return checked(text);
    }
    return ballot;
  }

  private void members(BallotText ballot) {
    for (int i = 0; i < ballot.answers().size(); i++) {
      Answer answer = ballot.answers().get(i);
      for (int j = 0; j < answer.ciphertexts().size(); j++) {
        Ciphertext each = answer.ciphertexts().get(j);
        String where = "question " + (i + 1) + ", choice " + (j + 1);
        member(each.alpha().element(), where + ", alpha");
        member(each.beta().element(), where + ", beta");
      }
    }
  }

  private void member(Element element, String where) {
    Group group = election.group();
    if (group.isOne(element)) {
      throw new Refused(Reason.IDENTITY_ELEMENT, where, "the neutral element, which hides no vote");
    }
    if (!group.contains(element)) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, where,
          "an element of small order, or outside the group of prime order");
    }
  }
}
