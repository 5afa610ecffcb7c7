// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.groundwork.pledge.CallsTest.TWO_DAYS;
import static org.groundwork.pledge.CallsTest.inDays;
import static org.groundwork.pledge.CallsTest.part;
import static org.groundwork.pledge.CallsTest.set;
import static org.groundwork.pledge.CallsTest.talkedAnswers;
import static org.groundwork.pledge.CallsTest.talks;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Asks;
import org.groundwork.organizing.Conversations;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How calls end: who is told, and which answers are destroyed. */
@ExtendWith(ProductExtension.class)
class CallEndsTest {
  @Test
  void lapsesWhenTooFewStandByItAndTellsEverybodyWhoHadSaidYes(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    letter.people().subList(0, 4).forEach(letter::yes);
    letter.withdraws(letter.people().get(0));
    letter.withdraws(letter.people().get(1));
    assertThat(letter.later(Duration.ofHours(47))).isInstanceOf(Call.Met.class);

    var lapsed = letter.later(Duration.ofHours(2));

    assertThat(lapsed).isInstanceOfSatisfying(Call.Ended.class,
        ended -> assertThat(ended.how()).isEqualTo(Call.How.LAPSED));
    assertThat(letter.toTell()).extracting(FollowUps.Line::person)
        .containsExactlyInAnyOrder(letter.people().get(2), letter.people().get(3));
    assertThat(letter.yes(letter.people().get(5))).isFalse();
    assertThat(local.read(() -> part(Asks.class).at(letter.site()))).isEmpty();
  }

  @Test
  void isConfirmedAfterTwoDaysAndStartsNothing(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    letter.people().subList(0, 4).forEach(letter::yes);
    letter.withdraws(letter.people().get(0));

    assertThat(letter.later(TWO_DAYS)).isInstanceOf(Call.Confirmed.class);

    var rungs = local.read(() -> part(Ladder.class).of(letter.campaign()));
    assertThat(rungs.getFirst().step().state().key()).isEqualTo("now");
    assertThat(rungs.get(1).begun()).isEmpty();
    assertThat(letter.toTell()).hasSize(3);
    assertThat(letter.yes(letter.people().get(5))).isTrue();
    assertThat(letter.toTell()).hasSize(4);
  }

  @Test
  void endsWithTheLastWhoHasBeenToldAndCanBeAskedAnew(FoundedLocal local) {
    var letter = Letter.in(local, 6, 2);
    letter.people().subList(0, 2).forEach(letter::yes);
    letter.withdraws(letter.people().get(0));
    letter.later(TWO_DAYS);
    assertThat(again(letter)).isFalse();

    tell(letter, letter.people().get(1));

    assertThat(letter.call()).isInstanceOf(Call.FollowedUp.class);
    assertThat(again(letter)).isTrue();
    assertThat(letter.call()).isInstanceOf(Call.Open.class);
    assertThat(letter.standing().answered()).isZero();
    assertThat(letter.yes(letter.people().get(3))).isTrue();
  }

  private static void tell(Letter letter, UUID person) { tell(letter, person, FollowUps.Said.TOLD); }

  private static void tell(Letter letter, UUID person, FollowUps.Said said) {
    letter.local().write(() -> {
      part(Calls.class).followedUp(letter.step(), person, said);
      return true;
    });
  }

  @Test
  void asksEverybodyWhoGaveTheirWordOnceTheRungIsDoneAndCountsWhoDidIt(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    letter.people().subList(0, 3).forEach(letter::yes);
    letter.later(TWO_DAYS);
    letter.people().subList(0, 2).forEach(person -> tell(letter, person));
    tell(letter, letter.people().get(2), FollowUps.Said.DID);
    assertThat(letter.call().key()).isEqualTo("confirmed");
    local.write(() -> part(Ladder.class).goOn(letter.campaign(), letter.step(),
        part(Sites.class).byId(letter.site()), Optional.of("The members decided")));

    assertThat(letter.advanced().key()).isEqualTo("done");
    assertThat(letter.call().toTell()).isEqualTo("over");
    assertThat(waiting(letter)).containsExactlyInAnyOrder(letter.people().get(0), letter.people().get(1));

    tell(letter, letter.people().get(0), FollowUps.Said.DID);
    tell(letter, letter.people().get(4), FollowUps.Said.DID);
    assertThat(letter.advanced().key()).isEqualTo("done");
    tell(letter, letter.people().get(1), FollowUps.Said.DID_NOT);

    assertThat(letter.call()).isInstanceOf(Call.FollowedUp.class);
    assertThat(local.read(() -> part(StrengthTests.class).whoDid(letter.step())))
        .containsExactlyInAnyOrder(letter.people().get(0), letter.people().get(2));
    assertThat(local.read(() -> part(Asks.class).didIt(new SubjectRef("step", letter.step()),
        letter.people()))).containsExactlyInAnyOrder(letter.people().get(0), letter.people().get(2));
  }

  @Test
  void asksNobodyWhoseDeedWasNotedAndCountsTheOthersOnTheDayItWasDone(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    letter.people().subList(0, 3).forEach(letter::yes);
    letter.later(TWO_DAYS);
    letter.people().subList(0, 3).forEach(person -> tell(letter, person));
    assertThat(local.write(() -> part(Calls.class).note(letter.step(), letter.people().get(0), true))).isTrue();
    local.write(() -> part(Ladder.class).goOn(letter.campaign(), letter.step(),
        part(Sites.class).byId(letter.site()), Optional.of("The members decided")));
    assertThat(letter.advanced().key()).isEqualTo("done");
    assertThat(waiting(letter)).as("that the first did it was noted before")
        .containsExactlyInAnyOrder(letter.people().get(1), letter.people().get(2));

    LocalDate done = local.read(() -> part(Calls.class).today());
    Product.shared().clock().advance(Duration.ofDays(9));
    tell(letter, letter.people().get(1), FollowUps.Said.DID);

    assertThat(local.read(() -> part(JdbcClient.class)
        .sql("select did_on from campaign.step_act where local_id = ? and person_id = ?")
        .params(local.id().value(), letter.people().get(1))
        .query(LocalDate.class)
        .single())).as("reached nine days later").isEqualTo(done);
  }

  private static List<UUID> waiting(Letter letter) {
    return letter.toTell().stream().filter(line -> line.said().isEmpty()).map(FollowUps.Line::person).toList();
  }

  private static boolean again(Letter letter) {
    return letter.local().write(() -> part(Calls.class).again(letter.step()));
  }

  @Test
  void destroysAllAnswersAfterItsLastDayAndTellsWhoeverAnswered(FoundedLocal local) {
    var letter = Letter.in(local, 6, 5);
    set(letter, Call.Own.nothing(), SealKind.OPEN, inDays(3));
    letter.yes(letter.people().get(0));
    letter.withdraws(letter.people().get(1));
    assertThat(letter.later(Duration.ofDays(2))).isInstanceOf(Call.Open.class);

    assertThat(letter.later(Duration.ofDays(3)).key()).isEqualTo("expired");

    assertThat(cards(letter)).isZero();
    assertThat(letter.toTell()).hasSize(2);
    assertThat(letter.yes(letter.people().get(2))).isFalse();
  }

  @Test
  void destroysTheAnswersOfTalksWithTheCardsAndKeepsNoneThatComesTooLate(FoundedLocal local) {
    var letter = Letter.in(local, 6, 5);
    set(letter, Call.Own.nothing(), SealKind.OPEN, inDays(1));
    UUID maria = letter.people().getFirst();
    UUID late = letter.people().get(1);
    talks(letter, maria);

    letter.later(Duration.ofDays(3));
    talks(letter, late);

    assertThat(talkedAnswers(letter, maria)).isEmpty();
    assertThat(talkedAnswers(letter, late)).isEmpty();
    assertThat(local.read(() -> part(Conversations.class).lastTalkedTo(List.of(maria, late)))).hasSize(2);
  }

  @Test
  void destroysTheAnswersOfTalksWhenItIsAskedAnew(FoundedLocal local) {
    var letter = Letter.in(local, 6, 2);
    talks(letter, letter.people().get(0));
    letter.yes(letter.people().get(1));
    letter.withdraws(letter.people().get(0));
    letter.later(TWO_DAYS);
    tell(letter, letter.people().get(1));
    assertThat(talkedAnswers(letter, letter.people().get(0))).hasSize(1);

    assertThat(again(letter)).isTrue();

    assertThat(talkedAnswers(letter, letter.people().get(0))).isEmpty();
  }

  static int cards(Letter letter) {
    return letter.local()
        .read(() -> part(JdbcClient.class)
            .sql("select count(*) from pledge.card where local_id = ? and step_id = ?")
            .params(letter.local().id().value(), letter.step())
            .query(Integer.class)
            .single());
  }

  @Test
  void deletesAnswersAndTheListThreeMonthsAfterEverybodyWasTold(FoundedLocal local) {
    var letter = Letter.in(local, 6, 2);
    letter.people().subList(0, 2).forEach(letter::yes);
    letter.withdraws(letter.people().get(0));
    letter.later(TWO_DAYS);
    tell(letter, letter.people().get(1));
    forgetOld(letter);
    assertThat(cards(letter)).isEqualTo(2);

    Product.shared().clock().advance(Duration.ofDays(91));
    forgetOld(letter);

    assertThat(cards(letter)).isZero();
    assertThat(letter.toTell()).isEmpty();
  }

  private static void forgetOld(Letter letter) {
    letter.local().write(() -> {
      part(Calls.class).forgetOld();
      return true;
    });
  }

  @Test
  void isOverWhenTheRungIsDone(FoundedLocal local) {
    var letter = Letter.in(local, 4, 3);
    letter.yes(letter.people().getFirst());
    local.write(() -> part(Ladder.class).goOn(letter.campaign(), letter.step(),
        part(Sites.class).byId(letter.site()), Optional.of("It cannot wait")));

    assertThat(letter.advanced().key()).isEqualTo("over");
    assertThat(letter.toTell()).hasSize(1);
    assertThat(letter.yes(letter.people().get(1))).isFalse();
  }
}
