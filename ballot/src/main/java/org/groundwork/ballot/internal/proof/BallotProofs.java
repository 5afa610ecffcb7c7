// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Answer;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Question;

/** Every proof of a ballot (sections <em>Encrypted answers</em> and <em>Signatures</em>). */
public final class BallotProofs {
  /** With more choices it would cost whoever sends false proofs nothing and whoever compares them all minutes. */
  private static final int MOST_COMPARED = 24;
  private static final String FALSE = "the proof that the choice is 0 or 1 is false";
  private final Context context;
  private final List<Question> questions;

  /** For the ballots of an election with these questions. */
  public BallotProofs(Context context, List<Question> questions) {
    this.context = context;
    this.questions = List.copyOf(questions);
  }

  /**
   * Checks a ballot of which every element was found to belong to the group, or will be.
   *
   * @throws Refused by the first that is false: proofs in their order, then the hash, then the signature
   */
  public void check(BallotText ballot) {
    var commitments = new Commitments(context);
    String s0 = s0(ballot);
    for (int i = 0; i < questions.size(); i++) {
      answer(commitments, s0, questions.get(i), ballot.answers().get(i), "question " + (i + 1));
    }
    if (!ballot.hash().equals(ballot.signedHash())) {
      commitments.check();
      throw new Refused(Reason.BAD_BALLOT_HASH, "", "the hash that is signed is not the hash of the ballot");
    }
    Group group = context.group();
    commitments.add(group.times(context.g().of(ballot.signature().response()),
        group.power(ballot.credential().element(), ballot.signature().challenge())));
    commitments.claim(SchnorrProof.ballot(ballot.hash()), ballot.signature().challenge(), Reason.BAD_SIGNATURE, "",
        "the ballot is not signed with its credential");
    commitments.check();
  }

  private void answer(Commitments to, String s0, Question question, Answer answer, String where) {
    switch (answer) {
      case Answer.Homomorphic given when question instanceof Question.Homomorphic asked -> {
        individual(to, s0, given, where);
        overall(to, s0, asked, given, where);
      }
      case Answer.NonHomomorphic given when question instanceof Question.NonHomomorphic ->
        RawElGamalProof.verify(to, context, s0, given, where);
      case Answer.Homomorphic _,Answer.NonHomomorphic _ ->
        throw new Refused(Reason.WRONG_ANSWERS, where, "an answer of another kind");
    }
  }

  /** S_0: the fingerprint of the election and the credential. */
  private String s0(BallotText ballot) {
    return context.fingerprint() + "|" + ballot.credential().text();
  }

  private void individual(Commitments to, String s0, Answer.Homomorphic answer, String where) {
    for (int j = 0; j < answer.choices().size(); j++) {
      IntervalProof.verify(to, context, s0, pair(answer.choices().get(j)), answer.individual().get(j), 0,
          Reason.BAD_PROOF, where + ", choice " + (j + 1), FALSE);
    }
  }

  private void overall(Commitments to, String s0, Question.Homomorphic question, Answer.Homomorphic answer,
      String where) {
    String s = s(s0, answer.choices());
    if (question.blank()) {
      BlankProof.verify(to, context, s, pair(answer.choices().getFirst()),
          product(answer.choices().subList(1, answer.choices().size())), answer.blank(), answer.overall(),
          question.min(), where);
    } else {
      IntervalProof.verify(to, context, s, product(answer.choices()), answer.overall(), question.min(),
          Reason.BAD_OVERALL_PROOF, where, "the proof that as many are chosen as may be is false");
    }
  }

  /** S: S_0 and every ciphertext. */
  static String s(String s0, List<Ciphertext> choices) {
    var text = new StringBuilder(s0).append('|');
    for (Ciphertext each : choices) {
      text.append(each.alpha().text()).append(',').append(each.beta().text()).append(',');
    }
    return text.substring(0, text.length() - 1);
  }

  static IntervalProof.Pair pair(Ciphertext ciphertext) {
    return new IntervalProof.Pair(ciphertext.alpha().element(), ciphertext.beta().element(),
        ciphertext.alpha().text() + "," + ciphertext.beta().text());
  }

  /** (α_Σ, β_Σ). */
  IntervalProof.Pair product(List<Ciphertext> choices) {
    Group group = context.group();
    Element alpha = choices.getFirst().alpha().element();
    Element beta = choices.getFirst().beta().element();
    for (Ciphertext each : choices.subList(1, choices.size())) {
      alpha = group.times(alpha, each.alpha().element());
      beta = group.times(beta, each.beta().element());
    }
    return new IntervalProof.Pair(alpha, beta, Context.commas(group.write(List.of(alpha, beta))));
  }

  /**
   * The same refusal, or a more exact one: whether false proofs of single choices are right for other choices of the same
   * question.
   */
  public Refused exactly(BallotText ballot, Refused refused) {
    int choices = ballot.answers().stream().mapToInt(each -> each.ciphertexts().size()).sum();
    if (refused.reason() != Reason.BAD_PROOF || choices > MOST_COMPARED) {
      return refused;
    }
    for (int i = 0; i < questions.size(); i++) {
      if (ballot.answers().get(i) instanceof Answer.Homomorphic answer && swapped(s0(ballot), answer)) {
        return new Refused(Reason.SWAPPED_CHOICES, "question " + (i + 1),
            "the proofs are right, but for other choices of the question than they stand beside");
      }
    }
    return refused;
  }

  private boolean swapped(String s0, Answer.Homomorphic answer) {
    boolean any = false;
    int size = answer.choices().size();
    for (int j = 0; j < size; j++) {
      List<Proof> proofs = answer.individual().get(j);
      if (!fits(s0, answer.choices().get(j), proofs)) {
        any = true;
        boolean elsewhere = false;
        for (int k = 0; k < size && !elsewhere; k++) {
          elsewhere = k != j && fits(s0, answer.choices().get(k), proofs);
        }
        if (!elsewhere) {
          return false;
        }
      }
    }
    return any;
  }

  private boolean fits(String s0, Ciphertext choice, List<Proof> proofs) {
    var commitments = new Commitments(context);
    IntervalProof.verify(commitments, context, s0, pair(choice), proofs, 0, Reason.BAD_PROOF, "", FALSE);
    try {
      commitments.check();
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  /** The elements of a ballot that have to belong to the group: those of its answers. */
  public static List<Element> elements(BallotText ballot) {
    var elements = new ArrayList<Element>();
    for (Answer answer : ballot.answers()) {
      for (Ciphertext each : answer.ciphertexts()) {
        elements.add(each.alpha().element());
        elements.add(each.beta().element());
      }
    }
    return elements;
  }
}
