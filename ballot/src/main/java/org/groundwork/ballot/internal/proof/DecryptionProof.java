// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Written;

/** Section <em>Partial decryptions</em>: a factor is α^x, for the x of the public key X = g^x. */
public final class DecryptionProof {
  private DecryptionProof() {}

  /** The proof for α^x. */
  public static Proof prove(Group group, String fingerprint, BigInteger x, Written key, Element alpha,
      Randomness randomness) {
    BigInteger w = randomness.below(group.q());
    List<String> commitments = group
        .write(List.of(group.powerOfSecret(group.g(), w), group.powerOfSecret(alpha, w)));
    return IntervalProof.answer(Context.hash(group, prefix(fingerprint, key) + Context.commas(commitments)), w, x,
        group.q());
  }

  /** Whether the factor is α^x. */
  public static boolean verify(Group group, Group.Powers g, Group.Powers x, String fingerprint, Written key,
      Element alpha, Element factor, Proof proof) {
    Element a = group.times(g.of(proof.response()), x.of(proof.challenge()));
    Element b = group.times(group.power(alpha, proof.response()), group.power(factor, proof.challenge()));
    return Context.hash(group, prefix(fingerprint, key) + Context.commas(group.write(List.of(a, b))))
        .equals(proof.challenge());
  }

  private static String prefix(String fingerprint, Written key) {
    return "decrypt|" + fingerprint + "|" + key.text() + "|";
  }
}
