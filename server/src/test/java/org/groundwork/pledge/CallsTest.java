// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.groundwork.pledge.CallEndsTest.cards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.groundwork.pledge.CallEndsTest.cards;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Amendments;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Asks;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.SiteChart;
import org.groundwork.organizing.SiteCharts;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cards, the call they meet, the 48 hours, and the talk with everybody afterwards. */
@ExtendWith(ProductExtension.class)
class CallsTest {
  static final Duration TWO_DAYS = Duration.ofDays(2);

  static <T> T part(Class<T> type) { return Letter.part(type); }

  private static Call.Own rule(int share, int eachPart) {
    return new Call.Own(OptionalInt.empty(), OptionalInt.of(share), OptionalInt.of(eachPart));
  }

  static Calls.Set set(Letter letter, Call.Own own, SealKind kind, LocalDate until) {
    return letter.local().write(() -> {
      long version = part(Calls.class).of(letter.step()).map(call -> call.core().version()).orElse(0L);
      return part(Calls.class).set(letter.step(), version, kind, own, until);
    });
  }

  static LocalDate inDays(int days) { return LocalDate.now(Product.shared().clock()).plusDays(days); }

  @Test
  void countsWhoHoldsTogetherAndIsMetWithTheCardThatMeetsIt(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    assertThat(letter.says(letter.people().get(0), Reply.YES_IF, 3)).isTrue();
    assertThat(letter.says(letter.people().get(1), Reply.YES_IF, 2)).isTrue();
    assertThat(letter.in()).isZero();
    assertThat(letter.standing().solved().more()).isOne();
    assertThat(letter.call()).isInstanceOf(Call.Open.class);

    letter.yes(letter.people().get(2));

    assertThat(letter.in()).isEqualTo(3);
    assertThat(letter.standing().of()).isEqualTo(24);
    assertThat(letter.call()).isInstanceOfSatisfying(Call.Met.class,
        met -> assertThat(Duration.between(met.at(), met.confirmUntil())).isEqualTo(TWO_DAYS));
  }

  @Test
  void asksOnlyTheRungThatIsNowOfAnOpenCampaign(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    UUID second = local.read(() -> part(Ladder.class).of(letter.campaign())).get(1).step().id();
    var asks = local.read(() -> part(Asks.class).at(letter.site()));

    assertThat(asks).extracting(OpenAsks.Ask::text).containsExactly("A letter of ours");
    assertThat(asks.getFirst().of()).hasValue(24);
    var answer = new OpenAsks.Answered(letter.people().getFirst(), letter.site(), Reply.YES, OptionalInt.empty(),
        Letter.now(), local.founder().id());
    assertThat(local.write(() -> part(OpenAsks.class).answered(new SubjectRef("step", second), answer))).isFalse();
    assertThat(local.write(() -> part(OpenAsks.class).answered(new SubjectRef("issue", letter.step()), answer)))
        .isFalse();
    UUID elsewhere = Letter.building(local, "9 Oak");
    assertThat(local.read(() -> part(Asks.class).at(elsewhere))).isEmpty();
  }

  static void talks(Letter letter, UUID person) {
    var held = new Conversation(UUID.randomUUID(), letter.site(),
        Optional.empty(), Optional.of(person), Outcome.TALKED, Letter.now(), letter.local().founder().id(),
        Conversation.Back.none(), new Conversation.Talk(Optional.empty(), Optional.of(new Conversation.Answer(
            new SubjectRef("step", letter.step()), Reply.YES_IF, OptionalInt.of(2))), false, "", Optional.empty()));
    letter.local().write(() -> part(Conversations.class).record(held));
  }

  static List<Conversation.Answer> talkedAnswers(Letter letter, UUID person) {
    return letter.local()
        .read(() -> part(Conversations.class).with(person, 9))
        .stream()
        .flatMap(held -> held.talk().answer().stream())
        .toList();
  }

  @Test
  void takesTheAnswerOfAConversation(FoundedLocal local) {
    var letter = Letter.in(local, 2, 3);
    UUID maria = letter.people().getFirst();
    talks(letter, maria);
    assertThat(talkedAnswers(letter, maria)).hasSize(1);

    var replies = local.read(() -> part(Asks.class).replies(new SubjectRef("step", letter.step()),
        List.of(maria)));
    assertThat(replies).containsEntry(maria, Reply.YES_IF);
    assertThat(letter.standing().said(Reply.YES_IF)).isOne();
  }

  @Test
  void countsAHomeOnceByTheMostWillingOfIt(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    UUID wife = letter.person("Wife", 0);
    letter.says(letter.people().get(0), Reply.YES_IF, 20);
    letter.yes(wife);
    letter.yes(letter.people().get(1));

    assertThat(letter.in()).isEqualTo(2);
    assertThat(letter.standing().answered()).isEqualTo(3);
  }

  @Test
  void countsPeopleOnceAtAWorkplaceAlsoThoseWithoutADepartment(FoundedLocal local) {
    var letter = Letter.atWork(local, 5);
    UUID site = letter.site();
    UUID both = Letter.person(local, site, "Both", Optional.of(0), false);
    Letter.place(local, both, site, 1);
    UUID somewhere = Letter.person(local, site, "Somewhere", Optional.empty(), false);
    UUID night = Letter.person(local, site, "Night", Optional.of(1), false);

    letter.says(both, Reply.YES_IF, 3);
    letter.yes(somewhere);
    letter.says(night, Reply.YES_IF, 2);

    assertThat(letter.in()).isEqualTo(3);
    assertThat(letter.standing().of()).isEqualTo(20);
    assertThat(letter.standing().parts()).extracting(PartCount::in).containsExactly(1, 1);
  }

  /** The boss making two hundred pledges. */
  @Test
  void countsNobodyWhoIsNotOnTheChartOrIsOnTheOtherSide(FoundedLocal local) {
    var letter = Letter.in(local, 4, 5);
    UUID oak = Letter.building(local, "9 Oak");
    UUID boss = Letter.person(local, letter.site(), "Super", Optional.of(10), true);
    UUID stranger = Letter.person(local, oak, "Stranger", Optional.of(0), false);
    letter.yes(boss);
    for (int at = 0; at < 200; at++) {
      letter.yes(at < 24 ? Letter.person(local, oak, "Fake " + at, Optional.of(at), false) : stranger);
    }
    letter.yes(letter.people().getFirst());

    assertThat(letter.in()).isOne();
    assertThat(letter.standing().answered()).isOne();
    assertThat(letter.call()).isInstanceOf(Call.Open.class);
  }

  @Test
  void countsTwoRecordsOfOnePersonOnceWithWhatTheySaidLast(FoundedLocal local) {
    var letter = Letter.in(local, 4, 9);
    UUID again = letter.person("Neighbour again", 0);
    letter.yes(letter.people().getFirst());
    letter.says(again, Reply.NOT_YET, 0, Letter.now().plusSeconds(5));
    local.write(() -> {
      part(PersonMerge.class).merge(letter.people().getFirst(), again);
      return true;
    });

    assertThat(letter.in()).isZero();
    assertThat(letter.standing().said(Reply.NOT_YET)).isOne();
  }

  @Test
  void letsTheAnswerSaidLastStandWhenAnOlderOneArrivesLater(FoundedLocal local) {
    var letter = Letter.in(local, 4, 9);
    UUID maria = letter.people().getFirst();
    Instant noon = Letter.now().minus(Duration.ofHours(5));

    letter.says(maria, Reply.NOT_YET, 0, noon);
    assertThat(letter.says(maria, Reply.YES, 0, noon.minus(Duration.ofHours(1)))).isTrue();
    assertThat(letter.in()).isZero();
    letter.says(maria, Reply.YES, 0, noon.plus(Duration.ofHours(1)));
    assertThat(letter.in()).isOne();
  }

  @Test
  void asksASharedOfTheChartAndOfEveryFloorAlsoWhenTheChartChanges(FoundedLocal local) {
    var letter = Letter.in(local, 24, 99);
    set(letter, rule(70, 60), SealKind.OPEN, inDays(30));
    letter.people().subList(0, 17).forEach(letter::yes);
    assertThat(letter.in()).isEqualTo(17);
    assertThat(letter.standing().solved().needed()).hasValue(17);
    assertThat(letter.call()).isInstanceOf(Call.Open.class);

    // the two upper floors turn out to be the boss's
    local.write(() -> {
      letter.people()
          .subList(17, 24)
          .forEach(person -> part(PersonRecords.class).places(person)
              .forEach(held -> part(PersonRecords.class).markBossSide(held, person, true)));
      return true;
    });

    assertThat(letter.standing().of()).isEqualTo(17);
    assertThat(letter.advanced()).isInstanceOf(Call.Met.class);
  }

  @Test
  void refusesSealedAnswersUntilThereAreKeyHolders(FoundedLocal local) {
    var letter = Letter.in(local, 2, 2);
    assertThat(set(letter, Call.Own.nothing(), SealKind.SEALED, inDays(3))).isEqualTo(new Calls.Set.NoKeyHolders());
    assertThat(local.read(() -> part(Calls.class).of(letter.step()))).isEmpty();
  }

  @Test
  void keepsARungForWhichSomebodyGaveTheirWordInThePlan(FoundedLocal local) {
    var letter = Letter.in(local, 4, 3);
    letter.yes(letter.people().getFirst());
    var core = local.read(() -> part(Campaigns.class).byId(letter.campaign())).orElseThrow().core();

    var amended = local.write(() -> part(Amendments.class).plan(letter.campaign(), core.version(),
        List.of(
            new Amendments.Planned(Optional.empty(), new Campaigns.NewStep("Something else", OptionalInt.empty()))),
        Optional.empty(), Optional.empty()));

    assertThat(amended).isEqualTo(new Amended.Refused("rung-asked"));
  }

  @Test
  void tellsAPersonWhatTheyAnsweredAndForgetsItWithThem(FoundedLocal local) {
    var letter = Letter.in(local, 2, 5);
    UUID maria = letter.people().getFirst();
    letter.says(maria, Reply.YES_IF, 2);

    var own = local.read(() -> Product.shared()
        .beans(OwnData.class)
        .values()
        .stream()
        .flatMap(module -> module.about(maria).stream())
        .filter(section -> section.name().equals("pledges"))
        .toList());
    assertThat(own).hasSize(1);
    assertThat(own.getFirst().entries().getFirst().facts()).extracting(OwnData.Fact::name)
        .containsExactly("asked", "answer", "at-least", "when");

    assertThat(local.write(() -> part(Contacts.class).delete(maria))).isTrue();
    assertThat(cards(letter)).isZero();
  }

  @Test
  void coloursTheSquaresOfThoseWhoAnswered(FoundedLocal local) {
    var letter = Letter.in(local, 4, 5);
    letter.yes(letter.people().get(0));
    letter.says(letter.people().get(1), Reply.YES_IF, 3);
    letter.withdraws(letter.people().get(2));

    var legend = local.read(() -> part(SiteCharts.class)
        .of(part(Sites.class).byId(letter.site()).orElseThrow(), "rung-" + letter.step())
        .legend());

    assertThat(legend).extracting(key -> key.tone().key(), SiteChart.Key::people)
        .contains(tuple("reply.yes", 1), tuple("reply.yes-if", 1), tuple("reply.not-yet", 1),
            tuple("my-people.did", 0));
  }

  private static List<String> colourings(Letter letter) {
    return letter.local()
        .read(() -> part(SiteCharts.class).choices(part(Sites.class).byId(letter.site()).orElseThrow()))
        .stream()
        .filter(choice -> choice.word().startsWith("rung-"))
        .map(choice -> choice.name().orElseThrow())
        .toList();
  }

  @Test
  void coloursByEachRungThatPeopleAnsweredOrDidAlsoWhenItIsOver(FoundedLocal local) {
    var letter = Letter.in(local, 4, 2);
    var elsewhere = Letter.in(local, 1, 1);
    letter.yes(letter.people().get(0));
    assertThat(colourings(letter)).containsExactly("A letter of ours");

    local.write(() -> {
      part(StrengthTests.class).did(letter.step(), letter.people().subList(0, 2), part(Calls.class).today());
      return part(Ladder.class).goOn(letter.campaign(), letter.step(), part(Sites.class).byId(letter.site()),
          Optional.empty());
    });

    assertThat(colourings(letter)).as("what is now first, then what was done")
        .containsExactly("We take it there", "A letter of ours");
    assertThat(colourings(elsewhere)).containsExactly("A letter of ours");
    var legend = local.read(() -> part(SiteCharts.class)
        .of(part(Sites.class).byId(letter.site()).orElseThrow(), "rung-" + letter.step())
        .legend());
    assertThat(legend).extracting(key -> key.tone().key(), SiteChart.Key::people)
        .contains(tuple("my-people.did", 2), tuple("reply.yes", 0));
    assertThat(letter.organiser()
        .get(local.path("sites/" + letter.site() + "/chart?by=rung-" + elsewhere.step()))
        .status()).as("a rung of another site: the first colouring").isEqualTo(200);
  }

  @Test
  void bringsCallsUpToDateEveryHour(FoundedLocal local) throws Exception {
    var letter = Letter.in(local, 4, 2);
    letter.people().subList(0, 2).forEach(letter::yes);
    Product.shared().clock().advance(TWO_DAYS);
    var round = part(PledgeRound.class);
    local.as(local.founder(), () -> {
      round.run(new StepByStep(), new PledgeRound.Hour("now"));
      return true;
    });
    assertThat(letter.call()).isInstanceOf(Call.Confirmed.class);
  }
}
