// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Written;

/**
 * One proof for all factors of a trustee, beside those of the specification: each is α^x, for the x of the public key X = g^x.
 * Its hash is over everything that it speaks of, while {@link DecryptionProof}, as the specification has it, hashes neither
 * α nor the factor, and can be prepared before both are known. The proof for many is that of RFC 9497, section 2.2: one
 * proof for the products of all α and of all factors, each to a power that the hash of all of them gives, here of 128
 * bits. It says nothing where an element is outside of the group, which has to be asked before.
 */
public final class BoundDecryption {
  private static final String NAME = "groundwork-bound-decryption";
  private static final int BYTES = 16;

  private final Group group;
  private final String seed;
  private final Element alphas;
  private final Element factors;

  /**
   * Of a trustee's part.
   *
   * @param fingerprint the election's
   * @param key X
   * @param part its factors; one for each ciphertext of the tally
   */
  public BoundDecryption(Group group, String fingerprint, Written key, Tally tally, PartialDecryption part) {
    this.group = group;
    List<Ciphertext> ciphertexts = tally.questions().stream().flatMap(List::stream).toList();
    List<Written> all = part.factors().stream().flatMap(List::stream).toList();
    var texts = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      texts.add(ciphertexts.get(i).alpha().text());
      texts.add(all.get(i).text());
    }
    this.seed = hex(NAME + "|" + fingerprint + "|" + key.text() + "|" + Context.commas(texts));
    Element m = group.one();
    Element z = group.one();
    for (int i = 0; i < all.size(); i++) {
      BigInteger power = power(i);
      m = group.times(m, group.power(ciphertexts.get(i).alpha().element(), power));
      z = group.times(z, group.power(all.get(i).element(), power));
    }
    this.alphas = m;
    this.factors = z;
  }

  private BigInteger power(int i) {
    byte[] hash = Sha256.of((NAME + "-power|" + seed + "|" + i).getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, hash, 0, BYTES);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The proof of whoever has x. */
  public Proof prove(BigInteger x, Randomness randomness) {
    BigInteger w = randomness.below(group.q());
    BigInteger challenge = challenge(group.powerOfSecret(group.g(), w), group.powerOfSecret(alphas, w));
    return IntervalProof.answer(challenge, w, x, group.q());
  }

  /** Whether every factor is α^x. */
  public boolean holds(Group.Powers g, Group.Powers x, Proof proof) {
    Element a = group.times(g.of(proof.response()), x.of(proof.challenge()));
    Element b = group.times(group.power(alphas, proof.response()), group.power(factors, proof.challenge()));
    return challenge(a, b).equals(proof.challenge());
  }

  private BigInteger challenge(Element a, Element b) {
    return Context.hash(group,
        NAME + "-challenge|" + seed + "|" + Context.commas(group.write(List.of(alphas, factors, a, b))));
  }
}
