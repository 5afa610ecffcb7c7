// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Proof;

/** Section <em>Proofs of interval membership</em>: (α, β) encrypts one of M_0, M_0 + 1, …, M_k. */
final class IntervalProof {
  private IntervalProof() {}

  /** (α, β) and its text "α,β". */
  record Pair(Element alpha, Element beta, String text) {}

  /** <em>iprove</em>(S, r, i, M_0 … M_k), where (α, β) = (g^r, y^r g^(M_0 + i)). */
  static List<Proof> prove(Context context, String s, Pair pair, BigInteger r, int i, int first, int count,
      Randomness randomness) {
    Group group = context.group();
    BigInteger q = group.q();
    var proofs = new Proof[count];
    var commitments = new ArrayList<Element>();
    BigInteger others = BigInteger.ZERO;
    BigInteger w = randomness.below(q);
    for (int j = 0; j < count; j++) {
      if (j == i) {
        commitments.add(context.g().ofSecret(w));
        commitments.add(context.y().ofSecret(w));
      } else {
        Proof simulated = new Proof(randomness.below(q), randomness.below(q));
        proofs[j] = simulated;
        others = others.add(simulated.challenge());
        commit(context, commitments, pair, simulated, first + j, true);
      }
    }
    String text = prefix(s, pair) + Context.commas(group.write(commitments));
    proofs[i] = answer(context.hash(text).subtract(others), w, r, q);
    return List.of(proofs);
  }

  /** The challenge that is left, and the response w - r · challenge. */
  static Proof answer(BigInteger challenge, BigInteger w, BigInteger r, BigInteger q) {
    BigInteger left = challenge.mod(q);
    return new Proof(left, w.subtract(r.multiply(left)).mod(q));
  }

  /** A = g^response α^challenge and B = y^response (β/g^M)^challenge, of numbers that nobody may know. */
  static void commit(Context context, List<Element> to, Pair pair, Proof proof, int m, boolean secret) {
    Group group = context.group();
    Element alpha = secret
        ? group.powerOfSecret(pair.alpha(), proof.challenge())
        : group.power(pair.alpha(), proof.challenge());
    Element beta = secret
        ? group.powerOfSecret(pair.beta(), proof.challenge())
        : group.power(pair.beta(), proof.challenge());
    to.add(group.times(secret ? context.g().ofSecret(proof.response()) : context.g().of(proof.response()), alpha));
    to.add(group.times(secret ? context.y().ofSecret(proof.response()) : context.y().of(proof.response()),
        less(context, beta, proof.challenge(), m, secret)));
  }

  /** β^challenge / g^(M · challenge). */
  private static Element less(Context context, Element beta, BigInteger challenge, int m, boolean secret) {
    if (m == 0 && !secret) {
      return beta;
    }
    BigInteger q = context.group().q();
    BigInteger exponent = q.subtract(challenge.multiply(BigInteger.valueOf(m)).mod(q)).mod(q);
    return context.group()
        .times(beta,
            secret ? context.g().ofSecret(exponent) : context.g().of(exponent));
  }

  /** What is checked: the commitments of each case, and that the hash is the sum of the challenges. */
  static void verify(Commitments to, Context context, String s, Pair pair, List<Proof> proofs, int first, Reason reason,
      String where, String message) {
    cases(to, context, pair, proofs, first);
    to.claim(prefix(s, pair), sum(proofs), reason, where, message);
  }

  /** The commitments A_j and B_j of the cases M_0, M_0 + 1, …; the powers of α share a chain, and those of β. */
  static void cases(Commitments to, Context context, Pair pair, List<Proof> proofs, int first) {
    Group group = context.group();
    BigInteger[] challenges = proofs.stream().map(Proof::challenge).toArray(BigInteger[]::new);
    Element[] alphas = group.powers(pair.alpha(), challenges);
    Element[] betas = group.powers(pair.beta(), challenges);
    for (int j = 0; j < challenges.length; j++) {
      BigInteger response = proofs.get(j).response();
      to.add(group.times(context.g().of(response), alphas[j]));
      to.add(group.times(context.y().of(response), less(context, betas[j], challenges[j], first + j, false)));
    }
  }

  static BigInteger sum(List<Proof> proofs) {
    BigInteger sum = BigInteger.ZERO;
    for (Proof each : proofs) {
      sum = sum.add(each.challenge());
    }
    return sum;
  }

  private static String prefix(String s, Pair pair) { return "prove|" + s + "|" + pair.text() + "|"; }
}
