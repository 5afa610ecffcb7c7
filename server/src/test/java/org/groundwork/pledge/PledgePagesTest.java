// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The card on a phone that is handed over, the paper with its code, and the call as its organisers see it. */
@ExtendWith(ProductExtension.class)
class PledgePagesTest {

  private static FoundedLocal.Person steward(Letter letter) {
    var steward = letter.local()
        .withPasskey(letter.local().person(new Reach.Sites(Set.of(letter.site())), Role.STEWARD));
    letter.local().write(() -> Letter.part(Stewards.class).give(letter.site(), letter.people(), steward.id()));
    return steward;
  }

  private static String code(Page handed) {
    return handed.body()
        .replaceAll("(?s).*<ul class=\"code\">(.*?)</ul>.*", "$1")
        .replaceAll("<[^>]+>", "")
        .replaceAll("\\s", "");
  }

  @Test
  void showsOnlyTheAskAndWhoWillSeeTheNameBeforeAnybodyAnswers(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    var steward = steward(letter);
    letter.yes(letter.people().get(1));

    Page card = steward.visitor().get(letter.card(letter.people().getFirst()));

    assertThat(card.status()).isEqualTo(200);
    assertThat(card.body())
        .contains("A letter of ours", "Neighbour 0", "Who will see your name", "Your steward, Somebody",
            "organises here: Founder", "of 24?")
        .doesNotContain("Neighbour 1", "Zebra", "needed", "checked>");
  }

  @Test
  void writesAnAnswerDownHandsOutACodeAndShowsNoAnswerBack(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    var steward = steward(letter);
    UUID maria = letter.people().getFirst();

    Page handed = steward.visitor().post(letter.card(maria), "reply", "yes-if", "atLeast", "12", "initial", "M");

    assertThat(handed.status()).isEqualTo(200);
    assertThat(code(handed)).matches("[0-9A-HJKMNP-TV-Z]{20}");
    assertThat(handed.body()).doesNotContain("if at least", "value=\"12\"");
    assertThat(letter.standing().said(Reply.YES_IF)).isOne();
    Page again = steward.visitor().get(letter.card(maria));
    assertThat(again.body()).doesNotContain("checked=\"checked\"", " checked>", "value=\"12\"");
    Page other = steward.visitor().post(letter.card(letter.people().get(1)), "reply", "not-yet", "steward", "yes");
    assertThat(strip(other)).isEqualTo(strip(handed));
  }

  private static String strip(Page handed) {
    return handed.body()
        .replaceAll("(?s)<ul class=\"code\">.*?</ul>", "")
        .replaceAll("/card/[0-9a-z]{20}", "")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  @Test
  void refusesBesideEachFieldAndKeepsWhatWasChosen(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    var visitor = steward(letter).visitor();
    String card = letter.card(letter.people().getFirst());

    assertThat(visitor.post(card, "initial", "M").body()).contains("reply-error");
    assertThat(visitor.post(card, "reply", "no", "initial", "M").status()).isEqualTo(422);
    Page number = visitor.post(card, "reply", "yes-if", "atLeast", "25", "initial", "<b>M");
    assertThat(number.status()).isEqualTo(422);
    assertThat(number.body()).contains("atLeast-error", "value=\"25\"", "&lt;b>M").doesNotContain("<b>M");
    assertThat(visitor.post(card, "reply", "yes").body()).contains("Confirm with your initial");
    assertThat(letter.local().read(() -> Letter.part(Calls.class).of(letter.step()))).isEmpty();
  }

  @Test
  void isWithdrawnWithTheCodeFromPaperWithoutAnAccount(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    UUID maria = letter.people().getFirst();
    String code = code(steward(letter).visitor().post(letter.card(maria), "reply", "yes", "initial", "M"));
    assertThat(letter.in()).isOne();
    String entry = "/r/" + local.handle() + "/card";
    var stranger = Product.shared().visitor();

    assertThat(stranger.get(entry).body()).contains("The code on your paper");
    Page typed = stranger.post(entry + "/code", "code",
        code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 "));
    assertThat(typed.location()).contains(entry);
    Page own = stranger.get(entry);
    assertThat(own.body()).contains("A letter of ours", "Not enough are in yet")
        .doesNotContain("Neighbour", " checked>");

    Page withdrawn = stranger.follow(stranger.post(entry + "/answer", "reply", "not-yet"));

    assertThat(withdrawn.body()).contains("It is written down");
    assertThat(letter.in()).isZero();
    assertThat(stranger.post(entry + "/answer", "reply", "nothing").status()).isEqualTo(422);
  }

  @Test
  void opensByItsLinkAndForgetsTheAddress(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    String code = code(steward(letter).visitor()
        .post(letter.card(letter.people().getFirst()), "reply", "yes", "initial",
            "M"));
    var phone = Product.shared().visitor();
    Page link = phone.get("/r/" + local.handle() + "/card/" + code.toLowerCase(java.util.Locale.ROOT));
    assertThat(link.location()).contains("/r/" + local.handle() + "/card");
    assertThat(phone.follow(link).body()).contains("A letter of ours");
  }

  @Test
  void leadsNowhereWithAWrongOrReplacedCodeAndInAnotherLocal(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    var visitor = steward(letter).visitor();
    UUID maria = letter.people().getFirst();
    String first = code(visitor.post(letter.card(maria), "reply", "yes", "initial", "M"));
    String second = code(visitor.post(letter.card(maria), "reply", "yes", "initial", "M"));
    var other = Product.shared().found();

    assertThat(with(local, first).body()).contains("This code leads nowhere");
    assertThat(with(local, "0000").body()).contains("This code leads nowhere");
    assertThat(with(other, second).body()).contains("This code leads nowhere");
    assertThat(with(local, second).body()).contains("A letter of ours");
    assertThat(Product.shared().visitor().get("/r/nobody/card").status()).isEqualTo(404);
  }

  private static Page with(FoundedLocal local, String code) {
    var visitor = Product.shared().visitor();
    return visitor.follow(visitor.post("/r/" + local.handle() + "/card/code", "code", code));
  }

  @Test
  void saysBehindTheCodeThatItIsOver(FoundedLocal local) {
    var letter = Letter.in(local, 3, 1);
    String code = code(steward(letter).visitor()
        .post(letter.card(letter.people().getFirst()), "reply", "yes", "initial",
            "M"));
    letter.withdraws(letter.people().getFirst());
    letter.later(Duration.ofDays(2));

    assertThat(with(local, code).body()).contains("Not enough stood by it", "not taken any more")
        .doesNotContain("name=\"reply\"");
  }

  @Test
  void isNotThereForOtherSitesOtherPeopleAndTheBossSide(FoundedLocal local) {
    var letter = Letter.in(local, 3, 2);
    UUID oak = Letter.building(local, "9 Oak");
    UUID boss = Letter.person(local, letter.site(), "Super", Optional.of(5), true);
    UUID elsewhere = Letter.person(local, oak, "Elsewhere", Optional.of(0), false);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(oak)), Role.ORGANISER)).visitor();
    UUID maria = letter.people().getFirst();
    letter.yes(maria);

    Stream.of(letter.card(maria), letter.pledges(""))
        .forEach(path -> assertThat(other.get(path).status()).isEqualTo(404));
    Stream.of(letter.card(maria))
        .forEach(path -> assertThat(other.post(path, "reply", "yes", "initial", "x").status())
            .isEqualTo(404));
    for (String rest : List.of("/rule", "/told", "/stand-by", "/again")) {
      assertThat(other.post(letter.pledges(rest), "person", maria.toString(), "said", "told").status()).isEqualTo(404);
    }
    var steward = steward(letter).visitor();
    Stream.of(boss, elsewhere, UUID.randomUUID())
        .forEach(who -> assertThat(steward.get(letter.card(who)).status())
            .isEqualTo(404));
    assertThat(steward.get(letter.pledges("")).status()).isEqualTo(403);
    assertThat(local.person(Role.MEMBER).visitor().get(letter.card(maria)).status()).isEqualTo(403);
  }

  @Test
  void showsTheCountOnTheRungAndTheStoryAndTheRowsBehindIt(FoundedLocal local) {
    var letter = Letter.in(local, 6, 12);
    steward(letter);
    letter.yes(letter.people().get(0));
    letter.says(letter.people().get(1), Reply.YES_IF, 4);
    Visitor organiser = letter.organiser();

    for (String path : List.of("campaigns/" + letter.campaign(),
        "campaigns/" + letter.campaign() + "/steps/" + letter.step())) {
      assertThat(organiser.get(local.path(path)).body()).contains("<b>2</b> of 12 needed gave their word",
          letter.pledges(""));
    }
    Page rows = organiser.get(letter.pledges(""));
    assertThat(rows.body()).contains("steward: Somebody", "Neighbour 0", "If at least 4 do",
        "12 are needed, 1 would be in at the moment.", "10 more plain yeses", "Neighbour 1");
    assertThat(organiser.get(local.path("")).body()).contains("2 of 12 gave their word");
  }

  @Test
  void setsTheRuleOnceAndRefusesSealedCardsInASentence(FoundedLocal local) {
    var letter = Letter.in(local, 6, 12);
    Visitor organiser = letter.organiser();
    String until = java.time.LocalDate.now(Product.shared().clock()).plusDays(20).toString();

    Page sealed = organiser.post(letter.pledges("/rule"), "version", "0", "kind", "sealed", "until", until);
    assertThat(sealed.status()).isEqualTo(422);
    assertThat(sealed.body()).contains("need elected key holders");
    assertThat(
        organiser.post(letter.pledges("/rule"), "version", "0", "kind", "open", "least", "3", "share", "70", "until",
            until).body())
        .contains("Choose a number or a share");
    assertThat(
        organiser.post(letter.pledges("/rule"), "version", "0", "kind", "open", "share", "101", "until", "1999-01-01")
            .status())
        .isEqualTo(422);

    assertThat(organiser.post(letter.pledges("/rule"), "version", "0", "kind", "open", "share", "70", "eachPart", "60",
        "until", until).status()).isEqualTo(303);
    Page late = organiser.post(letter.pledges("/rule"), "version", "1", "kind", "open", "share", "10", "until", until);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody changed this meanwhile", "value=\"10\"");
    assertThat(letter.call().core().own()).isEqualTo(new Call.Own(java.util.OptionalInt.empty(),
        java.util.OptionalInt.of(70), java.util.OptionalInt.of(60)));
    assertThat(organiser.get(letter.pledges("")).body()).contains("17 are needed", "Not there yet: 1, 2, 3, 4, 5, 6");
  }

  @Test
  void asksEverybodyWhoIsInOnceMoreWithinTwoDays(FoundedLocal local) {
    var letter = Letter.in(local, 4, 3);
    var steward = steward(letter);
    for (int at : List.of(0, 1, 2)) {
      letter.yes(letter.people().get(at));
    }
    var visitor = steward.visitor();
    String standBy = local.path("my-people/stand-by");
    assertThat(visitor.get(local.path("")).body()).contains("Ask 3 of your people once more");
    assertThat(visitor.get(standBy).body()).contains("Neighbour 0", "Neighbour 1", "Neighbour 2")
        .doesNotContain("Neighbour 3");
    assertThat(letter.organiser().get(letter.pledges("")).body()).contains("0 of 3 who are in were asked once more");

    assertThat(once(visitor, letter, standBy, 0, "stands-by").status()).isEqualTo(303);
    assertThat(once(visitor, letter, standBy, 1, "not-reached").status()).isEqualTo(303);
    assertThat(once(visitor, letter, standBy, 2, "not-yet").status()).isEqualTo(303);
    assertThat(once(visitor, letter, standBy, 2, "stands-by").status()).isEqualTo(409);
    assertThat(once(visitor, letter, standBy, 0, "nothing").status()).isEqualTo(404);

    assertThat(letter.in()).isEqualTo(2);
    assertThat(visitor.get(local.path("")).body()).contains("Ask one of your people once more");
    assertThat(letter.organiser().get(letter.pledges("")).body())
        .contains("1 of 2 who are in were asked once more and stand by it. One was not reached.");
    assertThat(once(letter.organiser(), letter, letter.pledges("/stand-by"), 1, "stands-by").status()).isEqualTo(303);
    assertThat(visitor.get(local.path("")).body()).doesNotContain("once more");
    assertThat(once(visitor, letter, standBy, 0, "not-yet").status()).isEqualTo(303);
    letter.later(Duration.ofDays(2));
    assertThat(letter.call().key()).isEqualTo("lapsed");
    var later = local.withPasskey(steward).visitor();
    assertThat(once(later, letter, standBy, 1, "not-yet").status()).isEqualTo(409);
    assertThat(later.get(standBy).body()).contains("Nobody is to be asked once more");
  }

  private static Page once(Visitor visitor, Letter letter, String path, int person, String says) {
    return visitor.post(path, "step", letter.step().toString(), "person",
        letter.people().get(person).toString(), "says", says);
  }

  @Test
  void keepsWhomToAskOnceMoreFromOtherStewards(FoundedLocal local) {
    var letter = Letter.in(local, 2, 1);
    steward(letter);
    letter.yes(letter.people().get(0));
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(letter.site())), Role.STEWARD)).visitor();

    assertThat(other.get(local.path("my-people/stand-by")).body()).doesNotContain("Neighbour 0");
    assertThat(once(other, letter, local.path("my-people/stand-by"), 0, "not-yet").status()).isEqualTo(404);
    assertThat(letter.in()).isOne();
  }

  @Test
  void leadsStewardAndOrganiserToEverybodyWhoWaitsToHear(FoundedLocal local) {
    var letter = Letter.in(local, 3, 1);
    var steward = steward(letter);
    letter.yes(letter.people().get(0));
    letter.yes(letter.people().get(1));
    assertThat(letter.organiser().get(local.path("")).body()).contains("Enough are in: ask everybody once more");
    assertThat(letter.organiser().get(letter.pledges("")).body())
        .contains("Whoever does not stand by it says so until");
    letter.later(Duration.ofDays(2));
    var visitor = local.withPasskey(steward).visitor();

    assertThat(visitor.get(local.path("")).body()).contains("2 of your people wait to hear");
    Page list = visitor.get(local.path("my-people/to-tell"));
    assertThat(list.body()).contains("Neighbour 0", "Neighbour 1", "the members decide now")
        .doesNotContain("Neighbour 2");
    String step = letter.step().toString();
    assertThat(visitor.post(local.path("my-people/to-tell"), "step", step, "person", letter.people().get(2).toString(),
        "said", "nothing").status()).isEqualTo(404);
    assertThat(visitor.post(local.path("my-people/to-tell"), "step", step, "person", letter.people().get(0).toString(),
        "said", "told").status()).isEqualTo(303);
    assertThat(letter.organiser()
        .post(letter.pledges("/told"), "person", letter.people().get(1).toString(), "said",
            "talk-again")
        .status()).isEqualTo(303);
    assertThat(visitor.get(local.path("my-people/to-tell")).body()).contains("Everybody has been told");
    assertThat(letter.toTell()).allMatch(line -> line.said().isPresent());
  }

  @Test
  void leadsFromTheThreeToTalkToOverTheTalkToTheirOwnCardAndHome(FoundedLocal local) {
    var letter = Letter.in(local, 3, 12);
    UUID maria = letter.people().getFirst();
    Visitor organiser = letter.organiser();
    String talk = local.path("sites/" + letter.site() + "/talk-with/" + maria);

    assertThat(organiser.get(local.path("campaigns/" + letter.campaign() + "/talks")).body()).contains(talk);
    assertThat(organiser.get(talk).status()).isEqualTo(200);
    Page written = organiser.follow(organiser.post(local.path("sites/" + letter.site() + "/talk"), "id",
        UUID.randomUUID().toString(), "outcome", "talked", "who", maria.toString()));
    assertThat(written.body()).contains("Give them the phone", letter.card(maria));
    Page handed = organiser.post(letter.card(maria), "reply", "yes", "initial", "M");

    assertThat(handed.body()).contains("href=\"" + local.path("") + "\"");
    assertThat(organiser.get(local.path("")).body()).contains("1 of 12 gave their word");
  }
}
