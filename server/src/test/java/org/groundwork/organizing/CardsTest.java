// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.roll.Layout;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.PersonState;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A card is what somebody read and signed; it counts until it runs out or is taken back. */
@ExtendWith(ProductExtension.class)
class CardsTest {
  private static final String WORDS = "I want the Elm Tenants to speak for me. <b>zebra</b>";

  private static UUID wording(Elm elm, String days) { return wording(elm, Cards.Kind.AUTHORISATION, days); }

  private static UUID wording(Elm elm, Cards.Kind kind, String days) {
    var visitor = elm.organiser().visitor();
    visitor.get(elm.local().path("cards"));
    assertThat(visitor.post(elm.local().path("cards"), "kind", kind.key(), "language", "English", "wording", WORDS,
        "validDays", days).status()).isEqualTo(303);
    return elm.local()
        .read(() -> Elm.part(Cards.class).texts())
        .stream()
        .filter(text -> text.kind() == kind)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Page sign(Elm elm, Visitor visitor, UUID person, UUID text, String... more) {
    var fields = new java.util.ArrayList<>(java.util.List.of("text", text.toString()));
    fields.addAll(java.util.List.of(more));
    return visitor.post(elm.local().path("people/" + person + "/signed"), fields.toArray(String[]::new));
  }

  private static int good(Elm elm) {
    var site = elm.local().read(() -> Elm.part(Sites.class).byId(elm.site()).orElseThrow());
    return elm.local()
        .read(() -> Elm.part(SiteCharts.class).of(site, "card-authorisation"))
        .legend()
        .getFirst()
        .people();
  }

  @Test
  void isSignedOnAPageThatShowsNothingElse(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria Quillfeather", "2A");
    UUID text = wording(elm, "365");
    var steward = elm.steward().visitor();

    Page page = steward.get(local.path("people/" + maria + "/signed?text=" + text));
    assertThat(page.body()).contains("I want the Elm Tenants to speak for me. &lt;b&gt;zebra")
        .doesNotContain("Quillfeather");
    assertThat(sign(elm, steward, maria, text, "signature", " ").status()).isEqualTo(422);
    assertThat(sign(elm, steward, maria, text, "signature", "Maria Q.").status()).isEqualTo(303);
    assertThat(sign(elm, steward, maria, text, "signature", "Maria Q.").status()).isEqualTo(303);

    assertThat(local.read(() -> Elm.part(Cards.class).of(maria, 9))).hasSize(1).allMatch(Cards.Card::good);
    assertThat(good(elm)).isOne();
  }

  @Test
  void runsOutAndIsTakenBack(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID juan = elm.person("Juan", "2B");
    UUID text = wording(elm, "10");
    var steward = elm.steward();
    sign(elm, steward.visitor(), maria, text, "signature", "Maria");
    sign(elm, steward.visitor(), juan, text, "signature", "Juan");

    UUID card = local.read(() -> Elm.part(Cards.class).of(juan, 9)).getFirst().id();
    String withdraw = local.path("people/" + juan + "/signed/" + card + "/withdraw");
    assertThat(steward.visitor().post(local.path("people/" + maria + "/signed/" + card + "/withdraw")).status())
        .isEqualTo(404);
    assertThat(steward.visitor().post(withdraw).status()).isEqualTo(303);
    assertThat(steward.visitor().post(withdraw).status()).isEqualTo(404);
    assertThat(good(elm)).isOne();

    Product.shared().clock().advance(Duration.ofDays(12));
    assertThat(good(elm)).isZero();
  }

  @Test
  void isEnteredFromPaperWithItsDay(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID text = wording(elm, "");
    var steward = elm.steward().visitor();

    assertThat(sign(elm, steward, maria, text, "on", "2999-01-01").status()).isEqualTo(422);
    assertThat(sign(elm, steward, maria, text, "on", "the 3rd").status()).isEqualTo(422);
    assertThat(sign(elm, steward, maria, text, "on", "2026-01-03").status()).isEqualTo(303);

    var card = local.read(() -> Elm.part(Cards.class).of(maria, 9)).getFirst();
    assertThat(card.signature()).isEmpty();
    assertThat(card.validUntil()).isEmpty();
    assertThat(card.good()).isTrue();
  }

  @Test
  void keepsTheWordingThatWasSigned(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID text = wording(elm, "365");
    sign(elm, elm.steward().visitor(), maria, text, "signature", "Maria");
    var organiser = elm.organiser().visitor();

    assertThat(organiser.post(local.path("cards/" + text + "/retire")).status()).isEqualTo(303);

    assertThat(good(elm)).isOne();
    assertThat(sign(elm, elm.steward().visitor(), maria, text, "signature", "Maria").status()).isEqualTo(422);
    assertThat(elm.steward().visitor().post(local.path("cards/" + text + "/retire")).status()).isEqualTo(403);
  }

  @Test
  void countsNobodyOfTheBossSideAndTwoRecordsOnce(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID again = elm.person("Maria", "2A");
    UUID boss = elm.person("The super", "1A", true);
    UUID text = wording(elm, "365");
    var steward = elm.steward().visitor();
    sign(elm, steward, maria, text, "signature", "Maria");
    sign(elm, steward, again, text, "signature", "Maria");
    assertThat(sign(elm, steward, boss, text, "signature", "Super").status()).isEqualTo(404);

    local.write(() -> Elm.part(PersonMerge.class).merge(maria, again));

    assertThat(local.read(() -> Elm.part(Cards.class).states(Cards.Kind.AUTHORISATION, java.util.List.of(maria))))
        .hasSize(1);
    assertThat(local.read(() -> Elm.part(Cards.class).of(maria, 9))).hasSize(2);
  }

  @Test
  void countsEachKindByItselfPartByPart(FoundedLocal local) {
    UUID works = local.write(() -> {
      UUID made = Elm.part(Sites.class).add(SiteKind.WORKPLACE, "The works", Optional.empty());
      Elm.part(Sites.class)
          .layOut(made, Layout.ofHeadCounts(List.of("Floor"), List.of("Day", "Night"), List.of(List.of(38, 12))));
      return made;
    });
    var at = new Elm(local, works);
    UUID lets = wording(at, Cards.Kind.AUTHORISATION, "");
    UUID joins = wording(at, Cards.Kind.MEMBERSHIP, "");
    at.person("The foreman", "Floor, Night", true);
    var steward = at.steward().visitor();
    for (int person = 0; person < 3; person++) {
      UUID signer = at.person("Signer " + person, person == 0 ? "Floor, Night" : "Floor, Day");
      sign(at, steward, signer, lets, "signature", "S");
      if (person == 0) {
        sign(at, steward, signer, joins, "signature", "S");
      }
    }

    var page = at.organiser().visitor();
    String lettings = page.get(at.at("chart?by=card-authorisation")).body().replaceAll("\\s+", " ");
    assertThat(lettings).contains("Authorisation card, part by part", "Membership card")
        .containsPattern("All of it</th><td class=\"num\"><b>3 of 49</b>")
        .containsPattern("Floor, Night</th><td class=\"num\">1 of 11</td>")
        .containsPattern("Floor, Day</th><td class=\"num\">2 of 38</td>");
    assertThat(page.get(at.at("chart?by=card-membership")).body()).contains("<b>1 of 49</b>", "0 of 38");
  }

  @Test
  void makesNobodyAMemberAndLeadsToWhatDoes(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID lets = wording(elm, Cards.Kind.AUTHORISATION, "");
    UUID joins = wording(elm, Cards.Kind.MEMBERSHIP, "");
    var organiser = elm.organiser().visitor();
    String path = local.path("people/" + maria + "/signed");
    sign(elm, organiser, maria, lets, "signature", "Maria");
    assertThat(organiser.get(path).body()).doesNotContain("are not a member yet");

    sign(elm, organiser, maria, joins, "signature", "Maria");

    assertThat(local.read(() -> Elm.part(PersonRecords.class).find(maria).orElseThrow().state()))
        .isEqualTo(PersonState.CONTACT);
    assertThat(organiser.get(path).body()).contains("are not a member yet", "people/" + maria + "/card");
    String way = local.path("people/" + maria + "/card");
    var steward = elm.steward().visitor();
    assertThat(steward.get(path).body()).contains("are not a member yet", way);
    assertThat(steward.get(way).status()).as("a steward hands a code over, too").isEqualTo(200);
    assertThat(organiser.get(local.path("cards")).body()).contains("A membership card is a signature and no more");
    local.write(() -> {
      Elm.part(PeopleDirectory.class).cameIn(maria);
      return true;
    });
    assertThat(organiser.get(path).body()).doesNotContain("are not a member yet");
  }

  @Test
  void isNotThereForAStewardOfAnotherSite(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    UUID maria = elm.person("Maria", "2A");
    UUID text = wording(elm, "365");
    var steward = oak.steward().visitor();

    assertThat(steward.get(local.path("people/" + maria + "/signed")).status()).isEqualTo(404);
    assertThat(sign(elm, steward, maria, text, "signature", "x").status()).isEqualTo(404);
  }
}
