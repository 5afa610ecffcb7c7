// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ShuffleText.ShuffleProofText;
import org.groundwork.ballot.internal.message.Written;

/** Section <em>Shuffle algorithms</em>: making a shuffle and its proof. */
public final class Shuffling {
  private final Context context;
  private final Group group;
  private final BigInteger q;
  private final Randomness randomness;

  /** For the ciphertexts of one election. */
  public Shuffling(Context context, Randomness randomness) {
    this.context = context;
    this.group = context.group();
    this.q = group.q();
    this.randomness = randomness;
  }

  /** What comes out of a shuffle, and its proof. */
  public record Shuffled(List<Ciphertext> ciphertexts, ShuffleProofText proof) {}

  /** Table <em>GenShuffle</em>, and the proof of what it did. */
  public Shuffled shuffle(List<Ciphertext> e) {
    int n = e.size();
    int[] psi = genPermutation(n);
    var r = new ArrayList<BigInteger>(n);
    var reEncrypted = new ArrayList<Element>(2 * n);
    for (Ciphertext each : e) {
      BigInteger ri = randomness.below(q); // GenReEncryption
      r.add(ri);
      reEncrypted.add(group.times(each.alpha().element(), context.g().ofSecret(ri)));
      reEncrypted.add(group.times(each.beta().element(), context.y().ofSecret(ri)));
    }
    List<String> texts = group.write(reEncrypted);
    var after = new ArrayList<Ciphertext>(n);
    for (int j : psi) {
      after.add(new Ciphertext(new Written(reEncrypted.get(2 * j), texts.get(2 * j)),
          new Written(reEncrypted.get(2 * j + 1), texts.get(2 * j + 1))));
    }
    return new Shuffled(after, genShuffleProof(e, after, r, psi));
  }

  /** Table <em>GenPermutation</em>, counted from 0. */
  private int[] genPermutation(int n) {
    var left = new int[n];
    Arrays.setAll(left, i -> i);
    var psi = new int[n];
    for (int i = 0; i < n; i++) {
      int k = i + randomness.below(n - i);
      psi[i] = left[k];
      left[k] = left[i];
    }
    return psi;
  }

  private List<BigInteger> randoms(int n) {
    var all = new ArrayList<BigInteger>(n);
    for (int i = 0; i < n; i++) {
      all.add(randomness.below(q));
    }
    return all;
  }

  private List<Written> written(List<Element> elements) {
    List<String> texts = group.write(elements);
    var all = new ArrayList<Written>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      all.add(new Written(elements.get(i), texts.get(i)));
    }
    return all;
  }

  /** Table <em>GenShuffleProof</em>. */
  private ShuffleProofText genShuffleProof(List<Ciphertext> e, List<Ciphertext> after, List<BigInteger> rPrime,
      int[] psi) {
    int n = e.size();
    var proof = new ShuffleProof(context);
    List<BigInteger> r = randoms(n);
    List<Element> h = proof.getGenerators(n);
    List<Written> c = genPermutationCommitment(psi, r, h);
    ShuffleProof.Public known = proof.published(e, after, c, h);
    List<BigInteger> uPrime = Arrays.stream(psi).mapToObj(known.u()::get).toList();
    List<BigInteger> rHat = randoms(n);
    List<Written> cHat = genCommitmentChain(known.h(), uPrime, rHat);
    List<BigInteger> omega = randoms(4);
    List<BigInteger> omegaHat = randoms(n);
    List<BigInteger> omegaPrime = randoms(n);
    List<Written> t = t(omega, omegaPrime, known.generators(), after);
    var tHat = new ArrayList<Element>(n);
    for (int i = 0; i < n; i++) {
      Element previous = i == 0 ? known.h() : cHat.get(i - 1).element();
      tHat.add(group.times(context.g().ofSecret(omegaHat.get(i)), group.powerOfSecret(previous, omegaPrime.get(i))));
    }
    List<Written> tHatWritten = written(tHat);
    BigInteger challenge = proof.challenge(t, tHatWritten, cHat, known);
    BigInteger rBar = BigInteger.ZERO;
    BigInteger rTilde = BigInteger.ZERO;
    BigInteger rSum = BigInteger.ZERO;
    BigInteger rHatSum = BigInteger.ZERO;
    BigInteger v = BigInteger.ONE;
    for (int i = n - 1; i >= 0; i--) {
      rBar = rBar.add(r.get(i));
      rTilde = rTilde.add(r.get(i).multiply(known.u().get(i)));
      rSum = rSum.add(rPrime.get(i).multiply(known.u().get(i)));
      rHatSum = rHatSum.add(rHat.get(i).multiply(v)).mod(q);
      v = v.multiply(uPrime.get(i)).mod(q);
    }
    return new ShuffleProofText(t, tHatWritten,
        List.of(response(omega.get(0), challenge, rBar), response(omega.get(1), challenge, rHatSum),
            response(omega.get(2), challenge, rTilde), response(omega.get(3), challenge, rSum)),
        responses(omegaHat, challenge, rHat), responses(omegaPrime, challenge, uPrime), c, cHat);
  }

  private BigInteger response(BigInteger omega, BigInteger c, BigInteger secret) {
    return omega.add(c.multiply(secret)).mod(q);
  }

  private List<BigInteger> responses(List<BigInteger> omegas, BigInteger c, List<BigInteger> secrets) {
    var all = new ArrayList<BigInteger>(omegas.size());
    for (int i = 0; i < omegas.size(); i++) {
      all.add(response(omegas.get(i), c, secrets.get(i)));
    }
    return all;
  }

  /** Table <em>GenPermutationCommitment</em>: c_{j_i} = g^{r_{j_i}} h_i. */
  private List<Written> genPermutationCommitment(int[] psi, List<BigInteger> r, List<Element> h) {
    var c = new ArrayList<Element>(Collections.nCopies(psi.length, group.one()));
    for (int i = 0; i < psi.length; i++) {
      c.set(psi[i], group.times(context.g().ofSecret(r.get(psi[i])), h.get(i)));
    }
    return written(c);
  }

  /** Table <em>GenCommitmentChain</em>: c_i = g^{r_i} c_{i-1}^{u_i}. */
  private List<Written> genCommitmentChain(Element first, List<BigInteger> u, List<BigInteger> r) {
    var c = new ArrayList<Element>(u.size());
    Element previous = first;
    for (int i = 0; i < u.size(); i++) {
      previous = group.times(context.g().ofSecret(r.get(i)), group.powerOfSecret(previous, u.get(i)));
      c.add(previous);
    }
    return written(c);
  }

  /** t_1, t_2, t_3, t_{4,1}, t_{4,2}. */
  private List<Written> t(List<BigInteger> omega, List<BigInteger> omegaPrime, List<Element> generators,
      List<Ciphertext> after) {
    BigInteger minus = omega.get(3).negate().mod(q);
    Element t3 = context.g().ofSecret(omega.get(2));
    Element t41 = context.y().ofSecret(minus);
    Element t42 = context.g().ofSecret(minus);
    for (int i = 0; i < after.size(); i++) {
      BigInteger w = omegaPrime.get(i);
      t3 = group.times(t3, group.powerOfSecret(generators.get(i), w));
      t41 = group.times(t41, group.powerOfSecret(after.get(i).beta().element(), w));
      t42 = group.times(t42, group.powerOfSecret(after.get(i).alpha().element(), w));
    }
    return written(List.of(context.g().ofSecret(omega.get(0)), context.g().ofSecret(omega.get(1)), t3, t41, t42));
  }
}
