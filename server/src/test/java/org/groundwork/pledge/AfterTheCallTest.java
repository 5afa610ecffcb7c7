// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Amendments;
import org.groundwork.campaign.Campaigns;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever answers too late loses nothing, and whoever answered in time is told, whatever changed meanwhile. */
@ExtendWith(ProductExtension.class)
class AfterTheCallTest {
  private static final Duration PAST_THE_LAST_DAY = Duration.ofDays(Calls.DAYS + 1L);

  private static FoundedLocal.Person steward(Letter letter) {
    var steward = letter.local().person(new Reach.Sites(Set.of(letter.site())), Role.STEWARD);
    letter.local().write(() -> Letter.part(Stewards.class).give(letter.site(), letter.people(), steward.id()));
    return steward;
  }

  private static Visitor browser(FoundedLocal.Person who, Letter letter) {
    return letter.local().withPasskey(who).visitor();
  }

  private static String talk(Letter letter) { return letter.local().path("sites/" + letter.site() + "/talk"); }

  private static void link(Letter letter, Optional<UUID> site) {
    var core = letter.local()
        .read(() -> Letter.part(Campaigns.class).byId(letter.campaign()))
        .orElseThrow()
        .core();
    assertThat(letter.local().write(() -> Letter.part(Amendments.class).place(core.id(), core.version(), site)))
        .isInstanceOf(Amended.Done.class);
  }

  @Test
  void givesAStewardTheirCardBackWithTheHourAndTheWayToWriteDownTheTalk(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    var steward = steward(letter);
    UUID maria = letter.people().getFirst();
    letter.yes(letter.people().get(1));
    Product.shared().clock().advance(PAST_THE_LAST_DAY);
    var visitor = browser(steward, letter);

    Page late = visitor.post(letter.card(maria), "reply", "yes-if", "atLeast", "12", "initial", "M");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("This was asked until", "was not written down", "value=\"yes-if\" checked",
        "value=\"12\"", "talk-with/" + maria).doesNotContain("Write it down");
    assertThat(letter.call().key()).as("the card that came too late ended it").isEqualTo("expired");
    assertThat(local.read(() -> Letter.part(Calls.class).answers(letter.step()))).isEmpty();
    assertThat(visitor.get(letter.card(maria)).body()).contains("This was asked until", "talk-with/" + maria);
    assertThat(visitor.get(local.path("sites/" + letter.site() + "/talk-with/" + maria)).status()).isEqualTo(200);
    UUID id = UUID.randomUUID();
    assertThat(visitor.post(talk(letter), "id", id.toString(), "outcome", "talked", "who", maria.toString(), "unit", "",
        "note", "Would have said yes").status()).isEqualTo(303);
    assertThat(local.read(() -> Letter.part(Conversations.class).byId(id))).isPresent();
  }

  @Test
  void keepsATalkWhoseAnswerCameTooLate(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    var steward = steward(letter);
    UUID maria = letter.people().getFirst();
    UUID door = local.read(() -> Letter.part(Sites.class).units(letter.site())).getFirst().id();
    letter.yes(letter.people().get(1));
    letter.later(PAST_THE_LAST_DAY);
    var visitor = browser(steward, letter);
    UUID id = UUID.randomUUID();

    Page late = visitor.post(talk(letter), "id", id.toString(), "unit", door.toString(), "outcome", "talked", "who",
        maria.toString(), "ask", "step:" + letter.step(), "reply", "yes", "note", "Zebra note", "next", "Come back");

    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("“A letter of ours” was asked until", "Their answer, “Yes”", "Zebra note",
        "value=\"Come back\"", id.toString(), "id=\"reply\"").doesNotContain("name=\"reply\"");
    assertThat(visitor.post(talk(letter), "id", id.toString(), "unit", door.toString(), "outcome", "talked", "who",
        maria.toString(), "note", "Zebra note", "next", "Come back").status()).isEqualTo(303);
    var held = local.read(() -> Letter.part(Conversations.class).byId(id)).orElseThrow();
    assertThat(held.talk().note()).isEqualTo("Zebra note");
    assertThat(held.talk().answer()).isEmpty();
    Page hostile = visitor.post(talk(letter), "id", UUID.randomUUID().toString(), "unit", door.toString(), "outcome",
        "talked", "who", maria.toString(), "ask", "step:<script>zebra", "reply", "yes");
    assertThat(hostile.status()).isEqualTo(422);
    assertThat(hostile.body()).contains("This is not asked any more").doesNotContain("<script>zebra");
  }

  @Test
  void keepsATalkOfAPhoneWithoutASignalWhoseAnswerCameTooLate(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    var steward = steward(letter);
    UUID maria = letter.people().getFirst();
    UUID door = local.read(() -> Letter.part(Sites.class).units(letter.site())).getFirst().id();
    letter.yes(letter.people().get(1));
    Product.shared().clock().advance(PAST_THE_LAST_DAY.minusDays(2));
    String turf = browser(steward, letter).post(local.path("sites/" + letter.site() + "/turf"), "part", "1")
        .body()
        .replaceAll("(?s).*\"turf\":\"([^\"]+)\".*", "$1");
    UUID id = UUID.randomUUID();
    String held = Product.shared().clock().instant().toString();
    letter.later(Duration.ofDays(2));
    String records = """
        [{"id":"%s","unit":"%s","outcome":"talked","who":"%s","heldAt":"%s","ask":"step:%s","reply":"yes","note":"Zebra note"},
        {"id":"%s","unit":"%s","outcome":"talked","who":"%s","heldAt":"%s","ask":"step:<script>","reply":"no"}]"""
        .formatted(id, door, maria, held, letter.step(), UUID.randomUUID(), door, maria, held);

    for (int twice = 0; twice < 2; twice++) {
      var results = browser(steward, letter)
          .post(local.path("turf/" + turf + "/hand-over"), "records", records)
          .body();
      assertThat(results).contains("“A letter of ours” is not asked any more. Their answer, “Yes”, does not count",
          "What was asked is not asked any more. Their answer, “No”").doesNotContain("refused", "<script>");
    }

    var kept = local.read(() -> Letter.part(Conversations.class).byId(id)).orElseThrow();
    assertThat(kept.talk().note()).isEqualTo("Zebra note");
    assertThat(kept.talk().answer()).isEmpty();
    assertThat(local.read(() -> Letter.part(Conversations.class).with(maria, 10))).hasSize(2);
    assertThat(local.read(() -> Letter.part(Calls.class).answers(letter.step()))).isEmpty();
  }

  /** What was answered to one fight is not put down as an answer to the other that is asked now. */
  @Test
  void givesNoAnswerToWhatWasNotAsked(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    var steward = steward(letter);
    letter.yes(letter.people().get(1));
    letter.later(PAST_THE_LAST_DAY);
    local.write(() -> {
      var target = Letter.part(org.groundwork.target.Targets.class)
          .name(org.groundwork.target.TargetKind.LANDLORD, Optional.of("Otto Quell"), Optional.empty(),
              Optional.empty());
      var campaigns = Letter.part(Campaigns.class);
      UUID made = campaigns.draft("Second", target, Optional.of(letter.site()), Optional.empty());
      campaigns.ask(made, List.of(new Campaigns.NewDemand("It", "A letter", java.time.LocalDate
          .now(Product.shared().clock())
          .plusDays(40))));
      campaigns.plan(made, List.of(new Campaigns.NewStep("A second letter", java.util.OptionalInt.of(3))));
      campaigns.open(made);
      return made;
    });
    UUID maria = letter.people().getFirst();
    Page late = browser(steward, letter).post(talk(letter), "id", UUID.randomUUID().toString(), "unit", "", "outcome",
        "talked", "who", maria.toString(), "ask", "step:" + letter.step(), "reply", "yes");
    assertThat(late.body()).contains("“A letter of ours” was asked until")
        .doesNotContain("name=\"reply\"", "name=\"ask\"");
  }

  @Test
  void tellsWhoeverHoldsACodeThatItIsOver(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    var steward = steward(letter);
    String code = browser(steward, letter).post(letter.card(letter.people().getFirst()), "reply", "yes", "initial", "M")
        .body()
        .replaceAll("(?s).*<ul class=\"code\">(.*?)</ul>.*", "$1")
        .replaceAll("<[^>]+>|\\s", "");
    String entry = "/r/" + local.handle() + "/card";
    var member = Product.shared().visitor();
    member.post(entry + "/code", "code", code);
    assertThat(member.get(entry).body()).contains("Write it down");
    Product.shared().clock().advance(PAST_THE_LAST_DAY);

    Page late = member.post(entry + "/answer", "reply", "yes-if", "atLeast", "7");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Answers were taken until", "was not written down", "value=\"yes-if\" checked",
        "value=\"7\"", "All answers were destroyed").doesNotContain("Write it down");
    assertThat(member.get(entry).body()).contains("Answers were taken until").doesNotContain(" checked>");
    assertThat(local.read(() -> Letter.part(Calls.class).answers(letter.step()))).isEmpty();
  }

  @Test
  void tellsEverybodyOfACallWhoseFightWasUnlinkedFromItsSite(FoundedLocal local) {
    var letter = Letter.in(local, 4, 4);
    var steward = steward(letter);
    letter.yes(letter.people().get(0));
    letter.withdraws(letter.people().get(1));
    letter.says(letter.people().get(2), Reply.YES_IF, 3);
    link(letter, Optional.empty());

    assertThat(letter.later(PAST_THE_LAST_DAY).key()).isEqualTo("expired");
    assertThat(letter.toTell()).extracting(FollowUps.Line::person)
        .containsExactlyInAnyOrderElementsOf(letter.people().subList(0, 3));
    var visitor = browser(steward, letter);
    assertThat(visitor.get(local.path("my-people/to-tell")).body()).contains("A letter of ours", "Neighbour 0",
        "Neighbour 1", "Neighbour 2", "The last day passed").doesNotContain("Neighbour 3");
    assertThat(letter.organiser().get(letter.pledges("")).body()).contains("Neighbour 0", "The last day has passed");
    letter.people()
        .subList(0, 3)
        .forEach(person -> assertThat(visitor.post(local.path("my-people/to-tell"), "step",
            letter.step().toString(), "person", person.toString(), "said", "told").status()).isEqualTo(303));
    assertThat(letter.call()).isInstanceOf(Call.FollowedUp.class);
    assertThat(visitor.post(local.path("my-people/to-tell"), "step", letter.step().toString(), "person",
        letter.people().get(3).toString(), "said", "told").status()).as("who was not asked").isEqualTo(404);
  }

  @Test
  void goesOnToItsEndWhereItWasAskedOnceEnoughWereIn(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    letter.yes(letter.people().get(0));
    letter.yes(letter.people().get(1));
    assertThat(letter.call()).isInstanceOf(Call.Met.class);
    link(letter, Optional.empty());

    assertThat(letter.later(Calls.CONFIRMATION.plusHours(1)).key()).isEqualTo("confirmed");
    assertThat(letter.toTell()).hasSize(2);
    var open = Letter.in(Product.shared().found(), 3, 2);
    open.yes(open.people().get(0));
    link(open, Optional.empty());
    assertThat(open.yes(open.people().get(1))).as("nothing is asked any more").isFalse();
    assertThat(open.advanced().key()).as("and nothing is met").isEqualTo("open");
  }

  @Test
  void tellsThoseWhoMovedAndOfAnotherSiteButNobodyOfTheBossSide(FoundedLocal local) {
    var letter = Letter.in(local, 4, 4);
    var steward = steward(letter);
    letter.people().subList(0, 3).forEach(letter::yes);
    UUID moved = letter.people().get(0);
    UUID door = local.read(() -> Letter.part(Sites.class).units(letter.site())).getFirst().id();
    assertThat(browser(steward, letter).post(talk(letter), "id", UUID.randomUUID().toString(), "unit", door.toString(),
        "outcome", "moved", "who", moved.toString()).status()).isEqualTo(303);
    UUID boss = letter.people().get(1);
    local.write(() -> Letter.part(People.class)
        .place(Letter.part(ChangeSets.class).open("test"), boss, letter.site(),
            Optional.empty(), true));
    link(letter, Optional.of(Letter.building(local, "9 Oak")));

    letter.later(PAST_THE_LAST_DAY);

    assertThat(letter.toTell()).extracting(FollowUps.Line::person)
        .containsExactlyInAnyOrder(moved, letter.people().get(2));
    assertThat(browser(steward, letter).get(local.path("my-people/to-tell")).body()).contains("Neighbour 2");
    assertThat(letter.organiser().get(letter.pledges("")).body()).contains("Neighbour 0", "Neighbour 2")
        .doesNotContain("Neighbour 1");
  }

  /** Who is somebody's steward elsewhere learns nothing of what they were asked here. */
  @Test
  void isToldByTheStewardOfThePlaceWhereItWasAsked(FoundedLocal local) {
    var letter = Letter.in(local, 2, 2);
    var steward = steward(letter);
    UUID maria = letter.people().getFirst();
    UUID oak = Letter.building(local, "9 Oak");
    Letter.place(local, maria, oak, 0);
    var elsewhere = local.person(new Reach.Sites(Set.of(oak)), Role.STEWARD);
    local.write(() -> Letter.part(Stewards.class).give(oak, List.of(maria), elsewhere.id()));
    letter.yes(maria);
    letter.later(PAST_THE_LAST_DAY);

    assertThat(browser(elsewhere, letter).get(local.path("my-people/to-tell")).body())
        .doesNotContain("Neighbour 0", "A letter of ours");
    assertThat(browser(elsewhere, letter).post(local.path("my-people/to-tell"), "step", letter.step().toString(),
        "person", maria.toString(), "said", "told").status()).isEqualTo(404);
    assertThat(browser(elsewhere, letter).get(local.path("")).body()).as("nor that there was a call")
        .doesNotContain("my-people/to-tell");
    assertThat(browser(steward, letter).get(local.path("my-people/to-tell")).body()).contains("Neighbour 0");
    assertThat(browser(steward, letter).get(local.path("")).body()).contains("my-people/to-tell");
  }
}
