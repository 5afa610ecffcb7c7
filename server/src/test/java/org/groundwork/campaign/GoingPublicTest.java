// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.target.PublicTargets;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fight goes public by a recorded decision, with its strength before one's eyes, and can be taken back. */
@ExtendWith(ProductExtension.class)
class GoingPublicTest {

  private static List<Publicity.Decision> decisions(Product product, Fight fight) {
    return fight.local().read(() -> product.bean(Publicity.class).of(fight.id()));
  }

  @Test
  void showsHowStrongItIsAndWhatAMajorityMeans(FoundedLocal local) {
    var fight = Fight.with(local, 7);
    assertThat(fight.organiser().get(fight.path("public")).body()).contains("<b>7</b>", "of 24 homes known",
        "29 % known", "We are not the majority yet", "more than half of the homes: here 13 of 24",
        "Why before the majority");
  }

  @Test
  void warnsOfNothingAboveTheMajority(FoundedLocal local) {
    var half = Fight.with(local, 12);
    assertThat(half.organiser().get(half.path("public")).body()).as("half is no majority")
        .contains("We are not the majority yet");
    Fight.building(local, "unrelated", 0);
    var more = Fight.with(Product.shared().found(), 13);
    assertThat(more.organiser().get(more.path("public")).body()).doesNotContain("We are not the majority yet",
        "Why before the majority");
  }

  @Test
  void recordsTheDecisionAndWhoTookIt(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 13);
    assertThat(fight.decide(fight.organiser()).location()).contains(fight.path("") + "?done=public");
    assertThat(fight.now()).isInstanceOf(Campaign.Public.class);
    assertThat(decisions(product, fight)).singleElement().satisfies(decision -> {
      assertThat(decision.said().decided()).isEqualTo("The meeting in the yard, 14 to 2");
      assertThat(decision.said().decidedOn()).isEqualTo(Fight.today().minusDays(1));
      assertThat(decision.said().beforeMajority()).isEmpty();
      assertThat(decision.said().readiness().orElseThrow().known()).isEqualTo(13);
      assertThat(decision.by()).isEqualTo(local.founder().id());
      assertThat(decision.takenBackAt()).isEmpty();
      assertThat(decision.page()).matches("[0-9a-z]{12}").isNotEqualTo(fight.id().toString());
    });
    assertThat(Audited.in(local))
        .anyMatch(entry -> entry.contains("campaign-made-public"))
        .noneMatch(entry -> entry.contains("campaign-made-public-early"));
  }

  @Test
  void letsEverybodyKnowTheTargetOnlyWhileItIsPublic(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 13);
    var publicTargets = product.bean(PublicTargets.class);
    UUID target = fight.now().core().target();
    assertThat(local.read(() -> publicTargets.isPublic(target))).isFalse();
    fight.decide(fight.organiser());
    assertThat(local.read(() -> publicTargets.isPublic(target))).isTrue();
    fight.organiser().post(fight.path("quiet"));
    assertThat(local.read(() -> publicTargets.isPublic(target))).isFalse();
  }

  @Test
  void sealsWhatWasDecided(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 13);
    fight.decide(fight.organiser());
    String row = local.read(() -> product.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select convert_from(convert_to(d::text, 'UTF8'), 'UTF8') from campaign.decision d where d.local_id = ?")
        .param(local.id().value())
        .query(String.class)
        .single());
    String page = decisions(product, fight).getFirst().page();
    assertThat(row).doesNotContain(page, hex(page), hex("The meeting"), hex("Quenby"));
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void takesAReasonBelowTheMajorityAndKeepsIt(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 5);
    var without = fight.decide(fight.organiser());
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("id=\"why-error\"", "The meeting in the yard, 14 to 2");
    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
    assertThat(fight.decide(fight.organiser(), "why", "The eviction is on Friday").status()).isEqualTo(303);
    assertThat(decisions(product, fight).getFirst().said().beforeMajority()).contains("The eviction is on Friday");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("campaign-made-public-early"));
    assertThat(fight.organiser().get(fight.path("")).body()).contains("The eviction is on Friday");
  }

  @Test
  void needsWhoWhenAndTheTypedWordAndAFreshLook(FoundedLocal local) {
    var fight = Fight.with(local, 13);
    var by = fight.organiser();
    String print = Fight.print(by.get(fight.path("public")));
    var empty = by.post(fight.path("public"), "print", print, "on", "", "word", "publ", "titled", "on");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("id=\"decided-error\"", "id=\"on-error\"", "id=\"word-error\"",
        "id=\"preview-error\"", "id=\"titled\" name=\"titled\" checked");
    String tomorrow = Fight.today().plusDays(2).toString();
    assertThat(by.post(fight.path("public"), "print", print, "decided", "Us", "on", tomorrow, "word", "public").body())
        .contains("id=\"on-error\"");
    assertThat(
        by.post(fight.path("public"), "print", print, "decided", "Us", "on", "yesterday", "word", "public").body())
        .contains("id=\"on-error\"");
    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
  }

  @Test
  void asksToLookAgainWhenSomebodyChangedWhatStrangersWillSee(FoundedLocal local) {
    var fight = Fight.with(local, 13);
    var by = fight.organiser();
    String print = Fight.print(by.get(fight.path("public")));
    var core = fight.now().core();
    fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(core.version()), "title", "Other", "demand",
            core.demands().getFirst().id().toString(), "what", "Other", "measure", "Seen", "due",
            Fight.today().plusDays(3).toString());
    var page = by.post(fight.path("public"), "print", print, "decided", "Us", "on", Fight.today().toString(), "word",
        "public");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("id=\"preview-error\"");
  }

  @Test
  void refusesTextThatNamesThePlaceUnlessTheDecisionDoes(FoundedLocal local) {
    var fight = Fight.with(local, 13);
    var core = fight.now().core();
    fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(core.version()), "title", "Heat in 17 quillfeather-row",
            "demand", core.demands().getFirst().id().toString(), "what", "Heat", "measure", "Seen", "due",
            Fight.today().plusDays(3).toString());
    var refused = fight.decide(fight.organiser());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"place-error\"");
    assertThat(fight.decide(fight.organiser(), "place", "on").status()).isEqualTo(303);
  }

  @Test
  void isForThoseWhoRunTheWholeLocalsFights(FoundedLocal local, FoundedLocal other) {
    var fight = Fight.with(local, 13);
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(fight.site())), Role.MEMBER, Role.ORGANISER))
        .visitor();
    assertThat(here.get(fight.path("public")).status()).isEqualTo(403);
    assertThat(fight.decide(here).status()).isEqualTo(403);
    assertThat(here.get(fight.path("")).body()).doesNotContain(fight.path("public"));
    var theirs = other.withPasskey(other.founder()).visitor();
    assertThat(theirs.get(other.path("campaigns/" + fight.id() + "/public")).status()).isEqualTo(404);
    assertThat(theirs.post(other.path("campaigns/" + fight.id() + "/quiet")).status()).isEqualTo(404);
    fight.decide(fight.organiser());
    for (String page : List.of("quiet", "public")) {
      assertThat(here.get(fight.path(page)).status()).as(page).isEqualTo(403);
      assertThat(here.post(fight.path(page)).status()).as(page).isEqualTo(403);
    }
    assertThat(here.get(fight.path("demands")).status()).as("what is public is the whole local's").isEqualTo(403);
    assertThat(here.get(fight.path("outcome")).status()).isEqualTo(403);
  }

  @Test
  void isDoneOnceWhenSentTwice(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 13);
    var by = fight.organiser();
    fight.decide(by);
    String page = fight.publicPath();
    var again = by.post(fight.path("public"), "act", "decide", "print", "0", "decided", "Us", "on",
        Fight.today().toString(), "word", "public");
    assertThat(again.location()).contains(fight.path(""));
    assertThat(decisions(product, fight)).hasSize(1);
    assertThat(fight.publicPath()).isEqualTo(page);
  }

  @Test
  void isTakenBackAtOnceAndItsAddressShowsNothingEverAgain(Product product, FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 13);
    fight.decide(fight.organiser());
    String page = fight.publicPath();
    assertThat(stranger.get(page).status()).isEqualTo(200);
    var by = fight.organiser();
    assertThat(by.get(fight.path("quiet")).body()).contains(page, "stays with them");
    assertThat(by.post(fight.path("quiet")).location()).contains(fight.path("") + "?done=quiet");
    assertThat(by.post(fight.path("quiet")).location()).as("sent twice").contains(fight.path(""));
    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("campaign-taken-back")).hasSize(1);
    fight.decide(fight.organiser());
    assertThat(fight.publicPath()).isNotEqualTo(page);
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(decisions(product, fight)).hasSize(2);
  }

  @Test
  void publishesNothingNewWhenTheTargetsRecordIsCorrected(Product product, FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 13);
    fight.decide(fight.organiser());
    local.write(() -> {
      product.bean(Targets.class)
          .correct(fight.target(), TargetKind.LANDLORD, Optional.of("Q. O., 4 Home Lane"),
              Optional.empty(), Optional.empty());
      return true;
    });
    assertThat(stranger.get(fight.publicPath()).body()).contains("Quenby Ostrander").doesNotContain("Home Lane");
  }

  @Test
  void doesNotLetAChangeOfTextNameThePlaceBehindTheDecisionsBack(FoundedLocal local) {
    var fight = Fight.with(local, 13);
    fight.decide(fight.organiser());
    var core = fight.now().core();
    var page = fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(core.version()), "title", "The heat of " + Fight.PLACE,
            "demand", core.demands().getFirst().id().toString(), "what", "Heat", "measure", "Seen", "due",
            Fight.today().plusDays(3).toString());
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("id=\"title-error\"", "The heat of");
  }

  @Test
  void listsTheDecisionsNewestFirst(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 13);
    for (int time = 0; time < 6; time++) {
      fight.decide(fight.organiser());
      fight.organiser().post(fight.path("quiet"));
    }
    assertThat(local.read(() -> product.bean(Publicity.class).of(fight.id()))).hasSize(6)
        .isSortedAccordingTo(java.util.Comparator.comparing(Publicity.Decision::publicAt).reversed());
  }

  @Test
  void saysNothingNewWhenAPlaceIsLinkedToAFightThatIsPublic(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 13);
    String other = "Plumwood Court 8";
    UUID plum = Fight.building(local, other, 1);
    fight.decide(fight.organiser());
    String before = stranger.get(fight.publicPath()).bodyWithoutTokens();
    var by = fight.organiser();
    assertThat(by.get(fight.path("site")).body()).contains("Linking a place changes nothing on its page");
    assertThat(by.post(fight.path("site"), "version", Long.toString(fight.now().core().version()), "site",
        plum.toString()).status()).isEqualTo(303);
    assertThat(fight.now().core().site()).contains(plum);
    assertThat(stranger.get(fight.publicPath()).bodyWithoutTokens()).isEqualTo(before);
    for (String place : List.of(Fight.PLACE, other)) {
      assertThat(ask(fight, "Heat for " + place).status()).as(place).isEqualTo(422);
    }
    assertThat(ask(fight, "Heat for all").status()).isEqualTo(303);
  }

  @Test
  void doesNotNameAPlaceOfALocalInAFightThatIsLinkedToNone(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 13);
    assertThat(ask(fight, "Heat for " + Fight.PLACE).status()).isEqualTo(303);
    assertThat(fight.organiser()
        .post(fight.path("site"), "version", Long.toString(fight.now().core().version()), "site", "")
        .status()).isEqualTo(303);
    var refused = fight.decide(fight.organiser(), "why", "Friday");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("place-error", "names " + Fight.PLACE);
    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
    assertThat(fight.decide(fight.organiser(), "why", "Friday", "named", "on").status()).isEqualTo(303);
    assertThat(stranger.get(fight.publicPath()).status()).isEqualTo(200);
  }

  private static Page ask(Fight fight, String title) {
    var core = fight.now().core();
    return fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(core.version()), "title", title, "demand",
            core.demands().getFirst().id().toString(), "what", "Heat", "measure", "Seen", "due",
            Fight.today().plusDays(3).toString());
  }

  @Test
  void hasNoPageWithoutAnIdentifierOfThisLocal(FoundedLocal local) {
    assertThat(local.withPasskey(local.founder())
        .visitor()
        .get(local.path("campaigns/" + UUID.randomUUID() + "/public"))
        .status()).isEqualTo(404);
  }

  /** The pages check first; this is for two who act in the same moment, and for whoever calls without a page. */
  @Test
  void refusesWhatThePagesWouldNotLetThrough(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 13);
    var shown = new PublicFace.Shown(Optional.of("Quenby"), Optional.empty(), Optional.empty(), false, false);
    var strong = Optional.of(new Readiness(13, OptionalInt.empty(), 24));
    var weak = Optional.of(new Readiness(12, OptionalInt.empty(), 24));
    assertThat(decide(product, fight, strong, shown, "0", Fight.PLACE))
        .isEqualTo(new GoingPublic.Refused("changed-meanwhile"));
    String print = Publicity.face(fight.now(), shown).print();
    assertThat(decide(product, fight, weak, shown, print, Fight.PLACE))
        .isEqualTo(new GoingPublic.Refused("no-majority"));
    assertThat(decide(product, fight, strong, shown, print, "Zebra"))
        .isEqualTo(new GoingPublic.Refused("names-the-place"));
    assertThat(decide(product, fight, strong, shown, print, Fight.PLACE)).isInstanceOf(GoingPublic.Done.class);
    assertThat(decide(product, fight, strong, shown, print, Fight.PLACE))
        .isEqualTo(new GoingPublic.Refused("not-quiet"));
  }

  private static GoingPublic decide(Product product, Fight fight, Optional<Readiness> readiness, PublicFace.Shown shown,
      String seen, String site) {
    return fight.local()
        .write(() -> product.bean(Publicity.class)
            .decide(fight.id(), new Publicity.NewDecision(Fight.today(), "Us", Optional.empty(), readiness, shown),
                seen,
                Optional.of(site)));
  }
}
