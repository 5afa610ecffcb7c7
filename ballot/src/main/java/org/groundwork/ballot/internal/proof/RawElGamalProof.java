// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Answer;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.Proof;

/** Section <em>Non-homomorphic answers</em>: who made the ciphertext (α, β) knows r with α = g^r. */
final class RawElGamalProof {
  private RawElGamalProof() {}

  static Proof prove(Context context, String s0, Ciphertext ciphertext, BigInteger r, Randomness randomness) {
    Group group = context.group();
    BigInteger w = randomness.below(group.q());
    String a = group.write(context.g().ofSecret(w));
    return IntervalProof.answer(context.hash(prefix(context, s0, ciphertext) + a), w, r, group.q());
  }

  static void verify(Commitments to, Context context, String s0, Answer.NonHomomorphic answer, String where) {
    Group group = context.group();
    Proof proof = answer.proof();
    to.add(group.times(context.g().of(proof.response()),
        group.power(answer.choices().alpha().element(), proof.challenge())));
    to.claim(prefix(context, s0, answer.choices()), proof.challenge(), Reason.BAD_PROOF, where,
        "the proof that the voter made this ranking is false");
  }

  /** S is S_0 here: the section takes it without the ciphertext, which the hash has after it. */
  private static String prefix(Context context, String s0, Ciphertext ciphertext) {
    return "raweg|" + s0 + "|" + context.key().text() + "," + ciphertext.alpha().text() + ","
        + ciphertext.beta().text() + "|";
  }
}
