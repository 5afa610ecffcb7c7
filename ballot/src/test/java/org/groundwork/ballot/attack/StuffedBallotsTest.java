// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.proof.Forger;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ballots put into the urn, taken out of it or cast again: each is seen, whoever keeps the record. */
class StuffedBallotsTest {
  private static final int[] YES = {1, 0};
  private static final int[] NO = {0, 1};
  @TempDir
  Path folder;
  private Made made;
  private Story story;

  @BeforeEach
  void threeVote() throws IOException {
    made = Made.in(folder).begin().vote(1, YES).vote(2, YES).vote(3, NO);
    story = made.story();
    made.close().decrypt(1).count();
  }

  private Forger forger(int voter) { return new Forger(made.election(), made.exponent(voter), made.randomness()); }

  @Test
  void refusesACredentialThatIsNotOnTheList() throws IOException {
    var stranger = made.randomness().below(made.group().q());
    Told.of(story.plus(new Story.Ballot(made.ballotOf(stranger, made.election(), NO))))
        .refusedAs(Reason.UNKNOWN_CREDENTIAL)
        .at("ballot 4");
  }

  @Test
  void refusesASignatureWithAnotherKey() throws IOException {
    Forger mine = forger(2);
    var hers = mine.read(made.ballot(1, NO));
    Told.of(story.plus(new Story.Ballot(
        mine.ballot(hers.electionUuid(), hers.electionHash(), hers.credential(), hers.answers()))))
        .refusedAs(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesABallotReplayedUnderAnotherCredential() throws IOException {
    Forger mine = forger(2);
    var hers = mine.read(story.all(Story.Ballot.class).getFirst().text());
    Told.of(story.plus(new Story.Ballot(mine.ballot(hers.answers())))).refusedAs(Reason.BAD_PROOF);
  }

  @Test
  void refusesABallotOfAnotherElection() throws IOException {
    Made other = Made.in(folder).seed(2).begin();
    String text = other.ballot(1, YES);
    Told.of(story.plus(new Story.Ballot(text))).refusedAs(Reason.WRONG_UUID);
    String renamed = text.replace(other.election().uuid(), made.election().uuid());
    Told.of(story.plus(new Story.Ballot(renamed))).refusedAs(Reason.WRONG_ELECTION_HASH);
    Forger mine = forger(1);
    var answers = new Forger(other.election(), other.exponent(1), made.randomness()).read(text).answers();
    Told.of(story.plus(new Story.Ballot(mine.ballot(answers)))).refusedAs(Reason.BAD_PROOF);
  }

  @Test
  void refusesTheVerySameBallotTwice() throws IOException {
    Story.Ballot first = story.all(Story.Ballot.class).getFirst();
    Told.of(story.plus(first)).refusedAs(Reason.REPLAYED_BALLOT);
    Made open = Made.in(folder).seed(3).begin();
    String ballot = open.ballot(1, YES);
    open.cast(ballot);
    assertThatThrownBy(() -> open.cast(ballot)).isInstanceOfSatisfying(Refused.class,
        each -> assertThat(each.reason()).isEqualTo(Reason.REPLAYED_BALLOT));
  }

  @Test
  void refusesAnOlderBallotAgainAfterANewerOne() throws IOException {
    Story.Ballot older = story.all(Story.Ballot.class).getFirst();
    Story newer = story.plus(new Story.Ballot(made.ballot(1, NO)));
    Told.of(newer).is(Verdict.VALID_SO_FAR);
    Told.of(newer.plus(older)).refusedAs(Reason.REPLAYED_BALLOT);
  }

  /** A signature that differs in nothing but its writing would be another text of the same ballot. */
  @Test
  void refusesTheSameBallotInOtherWords() throws IOException {
    String text = story.all(Story.Ballot.class).getFirst().text();
    for (String other : new String[]{text + " ", " " + text, text.replaceFirst(",", ", "),
        text.replaceFirst("\"credential\"", "\"\\\\u0063redential\""), text.replaceFirst("}$", ",\"note\":\"\"}"),
        text.replaceFirst("\\{", "{\"note\":1,"), text.replaceFirst("(\"answers\":\\[\\{)", "$1\"a\":[],")}) {
      Told.of(story.plus(new Story.Ballot(other))).refusedAs(Reason.NOT_CANONICAL);
    }
    Told.of(story.plus(new Story.Ballot("\uFEFF" + text))).refusedAs(Reason.MALFORMED);
  }

  @Test
  void seesThatABallotWasDroppedBeforeTheCount() throws IOException {
    Story whole = made.story();
    Told.of(whole).is(Verdict.VALID);
    for (int place : whole.places(Story.Ballot.class)) {
      Told.of(whole.without(place)).refusedAs(Reason.DROPPED_OR_ADDED_BALLOT);
    }
  }

  /** Whoever drops a ballot and says the right number with it is seen by the ciphertexts. */
  @Test
  void seesThatABallotWasExchangedBeforeTheCount() throws IOException {
    Story whole = made.story();
    Told.of(whole.with(1, new Story.Ballot(made.ballotOf(made.exponent(1), made.election(), NO))))
        .refusedAs(Reason.DROPPED_OR_ADDED_BALLOT)
        .at("question 1");
    Told.of(whole.without(1).changing(Story.Tallied.class, each -> new Story.Tallied(2, "2", each.tally())))
        .refusedAs(Reason.DROPPED_OR_ADDED_BALLOT)
        .at("question 1");
  }

  @Test
  void seesATallyOfOtherNumbers() throws IOException {
    Story whole = made.story();
    for (Story.Tallied other : new Story.Tallied[]{new Story.Tallied(4, "3", tally()),
        new Story.Tallied(3, "4", tally()),
        new Story.Tallied(3, "2", tally()), new Story.Tallied(3, "3", exchanged())}) {
      Told.of(whole.with(5, other)).refusedAs(Reason.DROPPED_OR_ADDED_BALLOT);
    }
  }

  private String tally() throws IOException { return made.story().all(Story.Tallied.class).getFirst().tally(); }

  private String exchanged() throws IOException {
    Tally right = Tally.read(made.election(), 3, tally().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Tally(right.questions().stream().map(each -> each.reversed()).toList()).write();
  }

  /** The first of two ballots is added up where the second counts. */
  @Test
  void seesATallyOfTheFirstBallotWhereTheLastCounts() throws IOException {
    Made twice = Made.in(folder).seed(4).begin().vote(1, YES).close();
    String later = twice.ballot(1, NO);
    Told.of(twice.story().plus(2, new Story.Ballot(later)))
        .refusedAs(Reason.DROPPED_OR_ADDED_BALLOT);
  }
}
