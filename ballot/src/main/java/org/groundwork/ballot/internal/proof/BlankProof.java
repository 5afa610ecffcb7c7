// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.message.Proof;

/**
 * Section <em>Proofs of possibly-blank votes</em>: of (α_0, β_0), which says whether the vote is blank, and (α_Σ, β_Σ), the
 * product of the others.
 */
final class BlankProof {
  private BlankProof() {}

  /**
   * Both proofs' secrets: m_0 with r_0, and m_Σ with r_Σ.
   *
   * @param sum the number of answers chosen; 0 in a blank vote
   */
  record Secrets(boolean blank, BigInteger r0, int sum, BigInteger rSum) {}

  /** <em>blank_proof</em>: m_0 = 0 or m_Σ = 0. */
  static List<Proof> proveBlank(Context context, String s, IntervalProof.Pair zero, IntervalProof.Pair sum,
      Secrets secrets, Randomness randomness) {
    BigInteger q = context.group().q();
    var simulated = new Proof(randomness.below(q), randomness.below(q));
    BigInteger w = randomness.below(q);
    var commitments = new ArrayList<Element>();
    if (secrets.blank()) {
      IntervalProof.commit(context, commitments, zero, simulated, 0, true);
      commitTrue(context, commitments, w);
    } else {
      commitTrue(context, commitments, w);
      IntervalProof.commit(context, commitments, sum, simulated, 0, true);
    }
    BigInteger challenge = context
        .hash(prefix(0, s) + Context.commas(context.group().write(commitments)))
        .subtract(simulated.challenge());
    Proof made = IntervalProof.answer(challenge, w, secrets.blank() ? secrets.rSum() : secrets.r0(), q);
    return secrets.blank() ? List.of(simulated, made) : List.of(made, simulated);
  }

  private static void commitTrue(Context context, List<Element> commitments, BigInteger w) {
    commitments.add(context.g().ofSecret(w));
    commitments.add(context.y().ofSecret(w));
  }

  /** <em>overall_proof</em>: m_0 = 1, or m_Σ is one of M_1 … M_k = min … max. */
  static List<Proof> proveOverall(Context context, String s, IntervalProof.Pair zero, IntervalProof.Pair sum,
      Secrets secrets, int min, int max, Randomness randomness) {
    BigInteger q = context.group().q();
    var proofs = new Proof[max - min + 2];
    int real = secrets.blank() ? 0 : secrets.sum() - min + 1;
    BigInteger w = randomness.below(q);
    BigInteger others = BigInteger.ZERO;
    var commitments = new ArrayList<Element>();
    for (int j = 0; j < proofs.length; j++) {
      if (j == real) {
        commitTrue(context, commitments, w);
      } else {
        proofs[j] = new Proof(randomness.below(q), randomness.below(q));
        others = others.add(proofs[j].challenge());
        IntervalProof.commit(context, commitments, j == 0 ? zero : sum, proofs[j], j == 0 ? 1 : min + j - 1, true);
      }
    }
    BigInteger challenge = context
        .hash(prefix(1, s) + Context.commas(context.group().write(commitments)))
        .subtract(others);
    proofs[real] = IntervalProof.answer(challenge, w, secrets.blank() ? secrets.r0() : secrets.rSum(), q);
    return List.of(proofs);
  }

  /** Checks both. */
  static void verify(Commitments to, Context context, String s, IntervalProof.Pair zero, IntervalProof.Pair sum,
      List<Proof> blank, List<Proof> overall, int min, String where) {
    IntervalProof.cases(to, context, zero, List.of(overall.getFirst()), 1);
    IntervalProof.cases(to, context, sum, overall.subList(1, overall.size()), min);
    to.claim(prefix(1, s), IntervalProof.sum(overall), Reason.BAD_OVERALL_PROOF, where,
        "the proof that the vote is blank or chooses as many as it may is false");
    IntervalProof.cases(to, context, zero, List.of(blank.getFirst()), 0);
    IntervalProof.cases(to, context, sum, List.of(blank.getLast()), 0);
    to.claim(prefix(0, s), IntervalProof.sum(blank), Reason.BAD_BLANK_PROOF, where,
        "the proof that the vote is not blank and a choice at once is false");
  }

  private static String prefix(int which, String s) { return "bproof" + which + "|" + s + "|"; }
}
