// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Written;

/**
 * That somebody knows x with X = g^x: with another text hashed it is a trustee's <em>pok</em> (section <em>Verification
 * keys</em>), the signature of a message (<em>Signing</em>) or of a ballot (<em>Signatures</em>).
 */
public final class SchnorrProof {
  private SchnorrProof() {}

  /** The proof for a text that begins like this and ends with the commitment A. */
  private static Proof prove(Group group, String prefix, BigInteger x, Randomness randomness) {
    BigInteger w = randomness.below(group.q());
    String a = group.write(group.powerOfSecret(group.g(), w));
    return IntervalProof.answer(Context.hash(group, prefix + a), w, x, group.q());
  }

  private static boolean verify(Group group, String prefix, Element key, Proof proof) {
    Element a = group.times(group.power(group.g(), proof.response()), group.power(key, proof.challenge()));
    return Context.hash(group, prefix + group.write(a)).equals(proof.challenge());
  }

  /** A trustee's public key for a private one. */
  public static PublicKey publicKey(Group group, BigInteger x, Randomness randomness) {
    Written key = Written.of(group, group.powerOfSecret(group.g(), x));
    return new PublicKey(prove(group, pok(group, key), x, randomness), key);
  }

  /** Whether somebody knows the private key of this public one. */
  public static boolean verify(Group group, PublicKey key) {
    return verify(group, pok(group, key.key()), key.key().element(), key.pok());
  }

  private static String pok(Group group, Written key) { return "pok|" + group.name() + "|" + key.text() + "|"; }

  /** Signs a message of a key ceremony. */
  public static SignedMessage sign(Group group, BigInteger key, String message, Randomness randomness) {
    return new SignedMessage(message, signature(group, key, message, randomness));
  }

  /** The signature of a message of a key ceremony. */
  public static Proof signature(Group group, BigInteger key, String message, Randomness randomness) {
    return prove(group, "sigmsg|" + message + "|", key, randomness);
  }

  /** Whether a message of a key ceremony is signed with this key. */
  public static boolean signed(Group group, Element key, String message, Proof signature) {
    return verify(group, "sigmsg|" + message + "|", key, signature);
  }

  /** Signs the hash of a ballot. */
  static Proof signBallot(Group group, BigInteger credential, String hash, Randomness randomness) {
    return prove(group, ballot(hash), credential, randomness);
  }

  /** What is hashed before the commitment to a ballot's signature. */
  static String ballot(String hash) {
    return "sig|" + hash + "|";
  }
}
