// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Membership;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.Context;
import org.groundwork.ballot.internal.proof.ShuffleProof;

/** The checks of a shuffle. */
public final class Shuffles {
  private Shuffles() {}

  /**
   * Checks a shuffle of these ciphertexts.
   *
   * @throws Refused if it is false
   */
  public static void check(Context context, List<List<Ciphertext>> before, ShuffleText shuffle) {
    for (int i = 0; i < before.size(); i++) {
      String where = "shuffled question " + (i + 1);
      ShuffleText.ShuffleProofText proof = shuffle.proofs().get(i);
      members(context.group(), shuffle.ciphertexts().get(i), proof, where);
      if (!new ShuffleProof(context).check(proof, before.get(i), shuffle.ciphertexts().get(i))) {
        throw new Refused(Reason.BAD_SHUFFLE, where, "what comes out is not proved to be what went in");
      }
    }
  }

  private static void members(Group group, List<Ciphertext> after, ShuffleText.ShuffleProofText proof, String where) {
    var members = new Membership(group);
    for (Ciphertext each : after) {
      members.add(each.alpha().element());
      members.add(each.beta().element());
    }
    for (Written each : proof.elements()) {
      members.add(each.element());
    }
    if (members.firstStranger() >= 0) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, where, "an element that is outside the group");
    }
  }
}
