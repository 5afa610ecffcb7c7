// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.made;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.internal.proof.ThresholdKeys;

/**
 * A ceremony whose every number one liar knows, written down as if it had been held: every proof and signature in it is
 * right.
 *
 * @param signing for each trustee the key they sign with
 * @param encryption for each the key that numbers are sent to them with
 */
public record HeldAlone(Group group, int threshold, List<BigInteger> signing, List<BigInteger> encryption,
    Randomness randomness) {
  public HeldAlone {
    signing = List.copyOf(signing);
    encryption = List.copyOf(encryption);
  }

  /** Of so many trustees with keys of their own. */
  public static HeldAlone of(Group group, int threshold, int size, Randomness randomness) {
    return new HeldAlone(group, threshold, drawn(group, size, randomness), drawn(group, size, randomness), randomness);
  }

  private static List<BigInteger> drawn(Group group, int number, Randomness randomness) {
    var drawn = new ArrayList<BigInteger>();
    for (int i = 0; i < number; i++) {
      drawn.add(randomness.below(group.q()));
    }
    return drawn;
  }

  /** The same with the signing key of one trustee (from 0) at the place of another. */
  public HeldAlone signingAlike(int one, int other) {
    return new HeldAlone(group, threshold, with(signing, other, signing.get(one)), encryption, randomness);
  }

  /** The same with the key that numbers are sent to one trustee with at the place of another. */
  public HeldAlone receivingAlike(int one, int other) {
    return new HeldAlone(group, threshold, signing, with(encryption, other, encryption.get(one)), randomness);
  }

  private static List<BigInteger> with(List<BigInteger> keys, int place, BigInteger key) {
    var changed = new ArrayList<>(keys);
    changed.set(place, key);
    return changed;
  }

  /**
   * What is published of it.
   *
   * @param bound with contexts and signatures, as from 2.5 on
   */
  public Trustees.Pedersen published(boolean bound) {
    Group.Powers g = group.prepared(group.g(), 10_000);
    var certs = new ArrayList<SignedMessage>();
    for (int i = 0; i < signing.size(); i++) {
      var context = new ThresholdKeys.CertContext(group.name(), signing.size(), threshold, i + 1);
      var keys = new ThresholdKeys.CertKeys(bound ? Optional.of(context) : Optional.empty(),
          Written.of(group, g.of(signing.get(i))), Written.of(group, g.of(encryption.get(i))));
      certs.add(SchnorrProof.sign(group, signing.get(i), keys.write(), randomness));
    }
    var sums = new ArrayList<BigInteger>(Collections.nCopies(threshold, BigInteger.ZERO));
    var coefexps = new ArrayList<SignedMessage>();
    var signatures = new ArrayList<Proof>();
    for (BigInteger key : signing) {
      List<BigInteger> drawn = drawn(group, threshold, randomness);
      List<Written> mine = drawn.stream().map(each -> Written.of(group, g.of(each))).toList();
      for (int k = 0; k < threshold; k++) {
        sums.set(k, sums.get(k).add(drawn.get(k)));
      }
      String texts = String.join("\",\"", mine.stream().map(Written::text).toList());
      coefexps.add(SchnorrProof.sign(group, key, "{\"coefexps\":[\"" + texts + "\"]}", randomness));
      if (bound) {
        signatures.add(SchnorrProof.signature(group, key, ThresholdKeys.signedCertificates(certs, mine), randomness));
      }
    }
    return new Trustees.Pedersen(threshold, certs, coefexps, signatures, keys(sums));
  }

  private List<PublicKey> keys(List<BigInteger> sums) {
    var keys = new ArrayList<PublicKey>();
    for (int j = 1; j <= signing.size(); j++) {
      BigInteger x = BigInteger.ZERO;
      for (BigInteger each : sums.reversed()) {
        x = x.multiply(BigInteger.valueOf(j)).add(each).mod(group.q());
      }
      keys.add(SchnorrProof.publicKey(group, x, randomness));
    }
    return keys;
  }
}
