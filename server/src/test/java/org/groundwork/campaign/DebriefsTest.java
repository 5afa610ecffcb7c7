// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StatementLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a fight taught is found by whom it was against, what was done and what it was about. */
@ExtendWith(ProductExtension.class)
class DebriefsTest {

  private static Fight ended(FoundedLocal local, String taught, String about) {
    var petition = Petition.in(local, 1);
    var fight = petition.fight();
    var core = fight.now().core();
    local.write(() -> Petition.part(Closing.class)
        .close(fight.id(), core.version(),
            Map.of(core.demands().getFirst().id(), new Campaign.Outcome(Campaign.Result.LOST, Optional.empty())),
            Optional.empty()));
    assertThat(fight.organiser().post(fight.path("debrief"), "debrief", taught, "about", about).status())
        .isEqualTo(303);
    return fight;
  }

  @Test
  void findsByTargetStepAndDemand(FoundedLocal local) {
    var fight = ended(local, "He folds when <i>neighbours</i> come", "rent-rise");
    var organiser = fight.organiser();

    assertThat(organiser.get(local.path("wins/learned")).body()).contains("He folds when &lt;i&gt;neighbours",
        Fight.DEMAND,
        "Petition", "Lost");
    for (String found : List.of("target=landlord", "step=petition", "demand=rent-rise",
        "target=landlord&step=petition&demand=rent-rise", "target=nonsense")) {
      assertThat(organiser.get(local.path("wins/learned?" + found)).body()).as(found).contains("He folds when");
    }
    for (String other : List.of("target=employer", "step=strike", "demand=eviction", "step=other")) {
      assertThat(organiser.get(local.path("wins/learned?" + other)).body()).as(other)
          .doesNotContain("He folds when")
          .contains("No fight of this kind has taught anything yet");
    }
    assertThat(organiser.get(fight.path("kept")).body()).contains("value=\"rent-rise\" selected");
  }

  @Test
  void goesThroughThemPageByPage(FoundedLocal local) {
    for (int at = 0; at < 3; at++) {
      ended(local, "Lesson " + at, "");
    }
    var debriefs = Petition.part(Debriefs.class);
    var first = local.read(() -> debriefs.search(Debriefs.About.anything(), CampaignList.START, 2));
    var rest = local.read(() -> debriefs.search(Debriefs.About.anything(), first.below().orElseThrow(), 2));

    assertThat(first.rows()).extracting(Debriefs.Debrief::text).containsExactly("Lesson 2", "Lesson 1");
    assertThat(rest.below()).isEmpty();
    assertThat(rest.rows()).extracting(Debriefs.Debrief::text).containsExactly("Lesson 0");
  }

  /** Fight.DEMAND is "Withdraw the zebra rise". */
  @Test
  void findsWordsOfADemandWhateverTheirAccentsAndCapitals(FoundedLocal local) {
    var fight = ended(local, "Taught by a demand", "");
    var core = fight.now().core();
    var organiser = fight.organiser();

    for (String found : List.of("zebra", "Z%C3%89BRA", "rise+withdraw", "zeb", "%22the+zebra%22", "", "+%2C+",
        "zebra&target=landlord")) {
      assertThat(organiser.get(local.path("wins/learned?asked=" + found)).body()).as(found)
          .contains("Taught by a demand", core.demands().getFirst().what());
    }
    for (String other : List.of("lion", "zebra+lion", "ebra", "letter", "zebra&target=employer")) {
      assertThat(organiser.get(local.path("wins/learned?asked=" + other)).body()).as(other)
          .doesNotContain("Taught by a demand")
          .contains("No fight of this kind has taught anything yet");
    }
    assertThat(organiser.get(local.path("wins/learned?asked=%3Cscript%3E" + "x".repeat(300))).body())
        .contains("value=\"&lt;script>" + "x".repeat(72) + "\"")
        .doesNotContain("<script>x");
    assertThat(Words.of("Über-Mieterhöhung").in("die UBER mieterhohung zurück")).isTrue();
  }

  @Test
  void looksThroughSoManyFightsAtATime(FoundedLocal local) {
    for (int at = 0; at < 3; at++) {
      ended(local, "Lesson " + at, "");
    }
    var debriefs = Petition.part(Debriefs.class);
    var nothing = new Debriefs.About(Optional.empty(), Optional.empty(), Optional.empty(), "lion");
    var first = local.read(() -> debriefs.search(nothing, CampaignList.START, 2, 2));

    assertThat(first.rows()).isEmpty();
    assertThat(first.gaveUp()).isTrue();
    var rest = local.read(() -> debriefs.search(nothing, first.below().orElseThrow(), 2, 2));
    assertThat(rest.gaveUp()).isFalse();
    assertThat(rest.below()).isEmpty();
    var zebra = new Debriefs.About(Optional.empty(), Optional.empty(), Optional.empty(), "zebra");
    var page = local.read(() -> debriefs.search(zebra, CampaignList.START, 2));
    assertThat(page.rows()).extracting(Debriefs.Debrief::text).containsExactly("Lesson 2", "Lesson 1");
    assertThat(local.read(() -> debriefs.search(zebra, page.below().orElseThrow(), 2)).rows())
        .extracting(Debriefs.Debrief::text)
        .containsExactly("Lesson 0");
  }

  @Test
  void readsTheTargetsOnceHoweverManyFightsItLooksThrough(FoundedLocal local) {
    for (int at = 0; at < 51; at++) {
      var fight = Fight.with(local, 0);
      local.write(() -> {
        var wins = Petition.part(Wins.class);
        wins.debrief(fight.id(), "Lesson", Optional.empty());
        return wins;
      });
    }
    var organiser = local.withPasskey(local.founder()).visitor();
    var told = StatementLog.of(() -> organiser.get(local.path("wins/learned?asked=lion")));
    assertThat(told.answer().body()).contains("No fight of this kind has taught anything yet");
    assertThat(told.statements()).filteredOn(sent -> sent.contains("from campaign.demand")).hasSize(2);
    assertThat(told.statements()).filteredOn(sent -> sent.contains("from target.target")).hasSize(1);
  }

  @Test
  void isReadByItsIndex(FoundedLocal local) {
    String plan = local.read(() -> {
      var jdbc = Product.shared().bean(JdbcClient.class);
      // a small table is read whole whatever its indexes; the question is whether there is one
      jdbc.sql("set local enable_seqscan = off").update();
      return String.join("\n", jdbc.sql("explain " + Debriefs.FIND)
          .param("local", local.id().value())
          .param("below", CampaignList.START)
          .param("about", "")
          .param("any", true)
          .param("targets", new UUID[0])
          .param("step", "")
          .param("most", 21)
          .query(String.class)
          .list());
    });
    assertThat(plan).contains("campaign_debriefed").doesNotContain("Sort");
  }

  @Test
  void isReadByThoseWhoRunFights(FoundedLocal local) {
    ended(local, "Nobody else", "");

    assertThat(local.person(Role.MEMBER).visitor().get(local.path("wins/learned")).status()).isEqualTo(403);
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("wins")).body()).doesNotContain("wins/learned");
    var other = Product.shared().found();
    assertThat(other.withPasskey(other.founder()).visitor().get(other.path("wins/learned")).body())
        .doesNotContain("Nobody else");
  }
}
