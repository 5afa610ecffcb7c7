// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.BoundDecryption;
import org.groundwork.ballot.internal.proof.DecryptionProof;
import org.groundwork.ballot.internal.proof.DiscreteLog;
import org.groundwork.ballot.internal.verify.Opening;

/** A trustee's part of the decryption, and the result of all parts. */
public final class Decryption {
  private Decryption() {}

  /** A trustee's part (section <em>Partial decryptions</em>). */
  public static PartialDecryption part(ElectionText election, Tally tally, Secret privateKey, Randomness randomness) {
    Group group = election.group();
    BigInteger x = privateKey.number(SecretAccess.granted());
    Written key = Written.of(group, group.powerOfSecret(group.g(), x));
    var factors = new ArrayList<List<Written>>();
    var proofs = new ArrayList<List<Proof>>();
    for (List<Ciphertext> ciphertexts : tally.questions()) {
      var mine = new ArrayList<Written>();
      var proved = new ArrayList<Proof>();
      for (Ciphertext each : ciphertexts) {
        Element alpha = each.alpha().element();
        mine.add(Written.of(group, group.powerOfSecret(alpha, x)));
        proved.add(DecryptionProof.prove(group, election.fingerprint(), x, key, alpha, randomness));
      }
      factors.add(mine);
      proofs.add(proved);
    }
    return new PartialDecryption(factors, proofs);
  }

  /** The proof for all factors of a trustee's part that is bound to them. */
  public static Proof bound(ElectionText election, Tally tally, PartialDecryption part, Secret privateKey,
      Randomness randomness) {
    Group group = election.group();
    BigInteger x = privateKey.number(SecretAccess.granted());
    Written key = Written.of(group, group.powerOfSecret(group.g(), x));
    return new BoundDecryption(group, election.fingerprint(), key, tally, part).prove(x, randomness);
  }

  /** The result (section <em>Election result</em>). */
  public static ResultText result(ElectionText election, Opening opening, long weight) {
    var logs = new DiscreteLog(election.group(), weight);
    var counted = new ArrayList<ResultText.Counted>();
    List<List<Element>> opened = opening.opened();
    for (int i = 0; i < opened.size(); i++) {
      List<Element> elements = opened.get(i);
      counted.add(switch (election.questions().get(i)) {
        case Question.Homomorphic _ -> new ResultText.Sums(elements.stream()
            .map(each -> BigInteger.valueOf(logs.of(each)
                .orElseThrow(
                    () -> new IllegalStateException("a sum is above the weight of all ballots"))))
            .toList());
        case Question.NonHomomorphic question -> new ResultText.Lists(elements.stream()
            .map(each -> java.util.Arrays.stream(election.group().toInts(each, question.answers().size()))
                .boxed()
                .toList())
            .toList());
      });
    }
    return new ResultText(counted);
  }
}
