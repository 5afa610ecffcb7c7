// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.Answer;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Written;

/** Encrypts, proves and signs a ballot (sections <em>Encrypted answers</em>, <em>Signatures</em> and <em>Ballots</em>). */
public final class BallotMaker {
  private final ElectionText election;
  private final Context context;
  private final Group group;
  private final BallotProofs proofs;
  private final Randomness randomness;

  /** For the ballots of one election. */
  public BallotMaker(ElectionText election, Context context, Randomness randomness) {
    this.election = election;
    this.context = context;
    this.group = election.group();
    this.proofs = new BallotProofs(context, election.questions());
    this.randomness = randomness;
  }

  /**
   * The text of a ballot.
   *
   * @param x the secret exponent of the voter's credential
   * @param votes for each question the value of each choice: 0 or 1, the first that of a blank vote where one is allowed;
   *     or, for a ranking, a number from 0 to 255 for each answer
   * @throws IllegalArgumentException if a question cannot be answered so
   */
  public String make(BigInteger x, List<int[]> votes) {
    if (votes.size() != election.questions().size()) {
      throw new IllegalArgumentException(
          "there are " + election.questions().size() + " questions, not " + votes.size());
    }
    Written credential = Written.of(group, context.g().ofSecret(x));
    String s0 = context.fingerprint() + "|" + credential.text();
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < votes.size(); i++) {
      try {
        answers.add(switch (election.questions().get(i)) {
          case Question.Homomorphic question -> answer(s0, question, votes.get(i));
          case Question.NonHomomorphic question -> answer(s0, question, votes.get(i));
        });
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("question " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    String unsigned = BallotText.unsigned(election.uuid(), election.fingerprint(), credential, answers);
    String hash = ElectionText.fingerprint(unsigned.getBytes(StandardCharsets.US_ASCII));
    return BallotText.signed(unsigned, hash, SchnorrProof.signBallot(group, x, hash, randomness));
  }

  private Ciphertext encrypt(BigInteger r, Element message) {
    List<Element> pair = List.of(context.g().ofSecret(r), group.times(context.y().ofSecret(r), message));
    List<String> texts = group.write(pair);
    return new Ciphertext(new Written(pair.getFirst(), texts.getFirst()), new Written(pair.getLast(), texts.getLast()));
  }

  private Answer answer(String s0, Question.NonHomomorphic question, int[] vote) {
    if (vote.length != question.answers().size()) {
      throw new IllegalArgumentException(
          "a number is asked for each of " + question.answers().size() + " answers, not " + vote.length);
    }
    Element message = group.ofInts(vote);
    BigInteger r = randomness.below(group.q());
    Ciphertext ciphertext = encrypt(r, message);
    return new Answer.NonHomomorphic(ciphertext, RawElGamalProof.prove(context, s0, ciphertext, r, randomness));
  }

  private static int checked(Question.Homomorphic question, int[] vote) {
    if (vote.length != question.choices()) {
      throw new IllegalArgumentException(
          "0 or 1 is asked for each of " + question.choices() + " choices, not " + vote.length);
    }
    int sum = 0;
    for (int each : vote) {
      if (each != 0 && each != 1) {
        throw new IllegalArgumentException("a choice is 0 or 1, not " + each);
      }
      sum += each;
    }
    boolean blank = question.blank() && vote[0] == 1;
    if (blank ? sum != 1 : sum < question.min() || sum > question.max()) {
      throw new IllegalArgumentException(blank
          ? "a blank vote chooses nothing"
          : "from " + question.min() + " to " + question.max() + " are chosen, not " + sum);
    }
    return blank ? 0 : sum;
  }

  private Answer answer(String s0, Question.Homomorphic question, int[] vote) {
    int sum = checked(question, vote);
    var rs = new ArrayList<BigInteger>();
    var choices = new ArrayList<Ciphertext>();
    var individual = new ArrayList<List<Proof>>();
    BigInteger rSum = BigInteger.ZERO;
    for (int j = 0; j < vote.length; j++) {
      BigInteger r = randomness.below(group.q());
      Ciphertext choice = encrypt(r, vote[j] == 0 ? group.one() : group.g());
      rs.add(r);
      choices.add(choice);
      individual.add(IntervalProof.prove(context, s0, BallotProofs.pair(choice), r, vote[j], 0, 2, randomness));
      rSum = rSum.add(question.blank() && j == 0 ? BigInteger.ZERO : r).mod(group.q());
    }
    String s = BallotProofs.s(s0, choices);
    if (!question.blank()) {
      List<Proof> overall = IntervalProof.prove(context, s, proofs.product(choices), rSum, sum - question.min(),
          question.min(), question.max() - question.min() + 1, randomness);
      return new Answer.Homomorphic(choices, individual, overall, List.of());
    }
    IntervalProof.Pair zero = BallotProofs.pair(choices.getFirst());
    IntervalProof.Pair others = proofs.product(choices.subList(1, choices.size()));
    var secrets = new BlankProof.Secrets(vote[0] == 1, rs.getFirst(), sum, rSum);
    return new Answer.Homomorphic(choices, individual,
        BlankProof.proveOverall(context, s, zero, others, secrets, question.min(), question.max(), randomness),
        BlankProof.proveBlank(context, s, zero, others, secrets, randomness));
  }
}
