// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.message.Answer;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.proof.Forger;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Votes that may not be: worth two, worth less than nothing, too many, too few, blank and not blank. All rightly signed. */
class FalseVotesTest {
  private static final Pattern NUMBER = Pattern.compile("\"(challenge|response)\":\"([0-9]+)\"");
  @TempDir
  Path folder;
  private Made made;
  private Forger forger;

  @BeforeEach
  void threeQuestions() throws IOException {
    made = Made.in(folder).asks(Made.STRIKE, Made.DELEGATES, Made.RANKING).begin();
    forger = new Forger(made.election(), made.exponent(1), made.randomness());
  }

  private String honest() { return made.ballot(1, new int[]{1, 0}, new int[]{0, 1, 0, 0}, new int[]{1, 2, 3}); }

  private List<Answer> answers() { return new ArrayList<>(forger.read(honest()).answers()); }

  private Told cast(String ballot) throws IOException { return Told.of(made.story().plus(new Story.Ballot(ballot))); }

  private static Answer.Homomorphic with(Answer answer, int choice, Ciphertext ciphertext) {
    var given = (Answer.Homomorphic) answer;
    var choices = new ArrayList<>(given.choices());
    choices.set(choice, ciphertext);
    return new Answer.Homomorphic(choices, given.individual(), given.overall(), given.blank());
  }

  @Test
  void takesTheHonestBallotInTheSameWay() throws IOException {
    cast(forger.ballot(answers())).is(Verdict.VALID_SO_FAR);
  }

  @Test
  void refusesAVoteOfTwoOrOfLessThanNothing() throws IOException {
    for (int by : new int[]{1, -1, -2, 1000}) {
      List<Answer> answers = answers();
      answers.set(0, with(answers.get(0), 0, forger.more(answers.get(0).ciphertexts().get(0), by)));
      cast(forger.ballot(answers)).refusedAs(Reason.BAD_PROOF).at("question 1, choice 1");
    }
  }

  /** Two for the one and minus one for the other: their sum is as it may be. */
  @Test
  void refusesTwoAndMinusOne() throws IOException {
    List<Answer> answers = answers();
    Answer first = with(answers.get(0), 0, forger.more(answers.get(0).ciphertexts().get(0), 1));
    answers.set(0, with(first, 1, forger.more(first.ciphertexts().get(1), -1)));
    cast(forger.ballot(answers)).refusedAs(Reason.BAD_PROOF);
  }

  private String asIfAsked(Question asked, int[] vote) {
    ElectionText right = made.election();
    var wrong = new ElectionText(right.uuid(), right.name(), right.description(), right.group(), right.publicKey(),
        List.of(asked, Made.DELEGATES, Made.RANKING), right.administrator(), right.credentialAuthority(),
        right.fingerprint());
    return made.ballotOf(made.exponent(1), wrong, vote, new int[]{0, 1, 0, 0}, new int[]{1, 2, 3});
  }

  @Test
  void refusesTooManyAndTooFew() throws IOException {
    List<String> two = List.of("Yes", "No");
    cast(asIfAsked(new Question.Homomorphic("", two, false, 2, 2), new int[]{1, 1}))
        .refusedAs(Reason.BAD_OVERALL_PROOF);
    cast(asIfAsked(new Question.Homomorphic("", two, false, 0, 0), new int[]{0, 0}))
        .refusedAs(Reason.BAD_OVERALL_PROOF);
    cast(asIfAsked(new Question.Homomorphic("", two, false, 0, 2), new int[]{1, 1})).refusedAs(Reason.WRONG_ANSWERS);
    cast(asIfAsked(new Question.Homomorphic("", List.of("Yes", "No", "Both"), false, 1, 1), new int[]{0, 0, 1}))
        .refusedAs(Reason.WRONG_ANSWERS);
    cast(asIfAsked(new Question.Homomorphic("", List.of("Yes"), true, 1, 1), new int[]{1, 0}))
        .refusedAs(Reason.WRONG_ANSWERS);
  }

  /** Each choice and the blank one are rightly proved by themselves; the proofs of both come from honest ballots. */
  @Test
  void refusesABlankVoteThatChooses() throws IOException {
    var blank = (Answer.Homomorphic) forger
        .read(made.ballot(1, new int[]{1, 0}, new int[]{1, 0, 0, 0}, new int[]{1, 2, 3}))
        .answers()
        .get(1);
    List<Answer> answers = answers();
    var named = (Answer.Homomorphic) answers.get(1);
    var choices = new ArrayList<>(named.choices());
    choices.set(0, blank.choices().getFirst());
    var individual = new ArrayList<>(named.individual());
    individual.set(0, blank.individual().getFirst());
    for (var source : List.of(blank, named)) {
      answers.set(1, new Answer.Homomorphic(choices, individual, source.overall(), source.blank()));
      cast(forger.ballot(answers)).refusedAs(Reason.BAD_BLANK_PROOF, Reason.BAD_OVERALL_PROOF).at("question 2");
    }
  }

  @Test
  void refusesAVoteThatNeitherChoosesNorIsBlank() throws IOException {
    List<Answer> answers = answers();
    var named = (Answer.Homomorphic) answers.get(1);
    Ciphertext none = forger.more(named.choices().get(1), -1);
    answers.set(1, with(named, 1, none));
    cast(forger.ballot(answers)).refusedAs(Reason.BAD_PROOF).at("question 2, choice 2");
  }

  @Test
  void refusesAnAnswerOfAnotherKindOrOneTooFew() throws IOException {
    List<Answer> answers = answers();
    cast(forger.ballot(List.of(answers.get(0), answers.get(2), answers.get(1))))
        .refusedAs(Reason.MALFORMED, Reason.WRONG_ANSWERS);
    cast(forger.ballot(answers.subList(0, 2))).refusedAs(Reason.WRONG_ANSWERS);
    cast(forger.ballot(List.of())).refusedAs(Reason.WRONG_ANSWERS);
    var four = new ArrayList<>(answers);
    four.add(answers.getFirst());
    cast(forger.ballot(four)).refusedAs(Reason.WRONG_ANSWERS);
  }

  /** One bit of each number of each proof of a ballot, signed anew where it is not the signature's own. */
  @Test
  void refusesEachProofWithOneBitChanged() throws IOException {
    String honest = honest();
    Matcher numbers = NUMBER.matcher(honest);
    int changed = 0;
    while (numbers.find()) {
      BigInteger number = new BigInteger(numbers.group(2)).flipBit(0);
      String text = honest.substring(0, numbers.start(2)) + number + honest.substring(numbers.end(2));
      boolean signature = numbers.start() > honest.indexOf("\"signature\"");
      Told told = cast(signature ? text : forger.ballot(parsed(text)));
      told.refusedAs(signature
          ? new Reason[]{Reason.BAD_SIGNATURE}
          : new Reason[]{Reason.BAD_PROOF, Reason.BAD_OVERALL_PROOF, Reason.BAD_BLANK_PROOF});
      changed++;
    }
    assertThat(changed).isEqualTo(2 * (2 * 2 + 1 + 4 * 2 + 3 + 2 + 1 + 1));
  }

  private List<Answer> parsed(String text) {
    var nodes = Made.json(text).get("answers").list();
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < nodes.size(); i++) {
      answers.add(Answer.read(made.group(), made.election().questions().get(i), nodes.get(i)));
    }
    return answers;
  }

  /** The same number modulo q would be another text of the same proof. */
  @Test
  void refusesChallengesAndResponsesOfQAndMore() throws IOException {
    String honest = honest();
    BigInteger q = made.group().q();
    Matcher numbers = NUMBER.matcher(honest);
    while (numbers.find()) {
      String before = honest.substring(0, numbers.start(2));
      String after = honest.substring(numbers.end(2));
      cast(before + new BigInteger(numbers.group(2)).add(q) + after).refusedAs(Reason.OUT_OF_RANGE);
      cast(before + q + after).refusedAs(Reason.OUT_OF_RANGE);
      cast(before + "0" + numbers.group(2) + after).refusedAs(Reason.NOT_CANONICAL);
      cast(before + "-" + numbers.group(2) + after).refusedAs(Reason.MALFORMED);
      cast(before + "9".repeat(10_000) + after).refusedAs(Reason.OUT_OF_RANGE);
    }
  }

  @Test
  void refusesProofsThatAreRightForTheOtherChoice() throws IOException {
    List<Answer> answers = answers();
    var given = (Answer.Homomorphic) answers.get(0);
    answers.set(0, new Answer.Homomorphic(given.choices(), given.individual().reversed(), given.overall(), List.of()));
    cast(forger.ballot(answers)).refusedAs(Reason.SWAPPED_CHOICES).at("question 1");
  }

  @Test
  void refusesABallotWhoseHashIsAnother() throws IOException {
    String honest = honest();
    String other = honest.replaceFirst("\"hash\":\"(.)", "\"hash\":\"" + (honest.contains("\"hash\":\"A") ? "B" : "A"));
    cast(other).refusedAs(Reason.BAD_BALLOT_HASH);
  }
}
