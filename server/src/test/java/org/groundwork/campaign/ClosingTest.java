// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.Set;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fight ends with what became of each demand, and is then a story with what was won. */
@ExtendWith(ProductExtension.class)
class ClosingTest {

  private static Page end(Fight fight, String... fields) {
    var core = fight.now().core();
    String demand = core.demands().getFirst().id().toString();
    var all = new ArrayList<>(List.of("version", Long.toString(core.version())));
    for (int at = 0; at < fields.length; at += 2) {
      all.addAll(List.of(fields[at].endsWith("-") ? fields[at] + demand : fields[at], fields[at + 1]));
    }
    return fight.organiser().post(fight.path("outcome"), all.toArray(String[]::new));
  }

  @Test
  void endsWithTheOutcomeOfEachDemandAndItsValue(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    var answer = end(fight, "result-", "partly-won", "value-", "1,250.50", "word", "Most of it, & together");
    assertThat(answer.location()).contains(fight.path("") + "?done=ended");
    assertThat(fight.now()).isInstanceOfSatisfying(Campaign.Closed.class, closed -> {
      assertThat(closed.word()).contains("Most of it, & together");
      assertThat(closed.core().demands().getFirst().outcome()).hasValueSatisfying(outcome -> {
        assertThat(outcome.result()).isEqualTo(Campaign.Result.PARTLY_WON);
        assertThat(outcome.value().orElseThrow().minor()).isEqualTo(125_050);
      });
    });
    assertThat(fight.organiser().get(fight.path("")).body()).contains("What was won", "<b>1</b>", "$1,250.50",
        "Most of it, &amp; together", "Partly won").doesNotContain("button--next", fight.path("demands"));
    assertThat(fight.organiser().get(local.path("campaigns")).body()).doesNotContain(Fight.TITLE);
    assertThat(fight.organiser().get(local.path("campaigns?show=ended")).body()).contains(Fight.TITLE,
        "1 of one demand won");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("campaign-ended"));
  }

  @Test
  void refusesBesideTheFieldAndKeepsWhatWasTyped(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    String demand = fight.now().core().demands().getFirst().id().toString();
    var none = end(fight, "word", "Kept word");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("id=\"result-" + demand + "-error\"", "Kept word");
    var sum = end(fight, "result-", "won", "value-", "a lot", "word", "Kept word");
    assertThat(sum.body()).contains("id=\"value-" + demand + "-error\"", "value=\"a lot\"", "Kept word");
    assertThat(end(fight, "result-", "lost", "value-", "12").body())
        .contains("A sum belongs to something that was won");
    assertThat(end(fight, "result-", "maybe").status()).isEqualTo(422);
    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
  }

  @Test
  void endsOnceWhenSentTwiceAndNotOverAChangeOfSomebodyElse(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    String demand = fight.now().core().demands().getFirst().id().toString();
    var stale = fight.organiser()
        .post(fight.path("outcome"), "version", "1", "result-" + demand, "lost", "word", "Kept word");
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("Somebody else changed this while you wrote", "Kept word");
    end(fight, "result-", "lost");
    assertThat(end(fight, "result-", "won").location()).contains(fight.path(""));
    assertThat(fight.now().core().demands().getFirst().outcome().orElseThrow().result())
        .isEqualTo(Campaign.Result.LOST);
    assertThat(fight.organiser().get(fight.path("")).body()).contains("How it ended");
  }

  private static Page settle(Fight fight, String... fields) {
    var core = fight.now().core();
    var all = new ArrayList<>(List.of("version", Long.toString(core.version())));
    all.addAll(List.of(fields));
    return fight.organiser()
        .post(fight.path("settle/" + core.demands().getFirst().id()), all.toArray(String[]::new));
  }

  private static Optional<Campaign.Outcome> outcome(Fight fight) {
    return fight.now().core().demands().getFirst().outcome();
  }

  @Test
  void settlesADemandWhileTheFightGoesOnAndAsksAtTheEndOnlyForTheRest(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    String demand = fight.now().core().demands().getFirst().id().toString();
    assertThat(fight.organiser().get(fight.path("settle/" + demand)).body()).contains(Fight.DEMAND)
        .doesNotContain("name=\"why\"", "Still open after all");
    assertThat(settle(fight).status()).isEqualTo(422);
    assertThat(settle(fight, "result", "lost", "value", "12").body()).contains("A sum belongs to something");

    assertThat(settle(fight, "result", "won", "value", "1,200").status()).isEqualTo(303);

    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
    assertThat(outcome(fight).orElseThrow().value().orElseThrow().minor()).isEqualTo(120_000);
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("wins")).body())
        .contains(Fight.DEMAND, "$1,200");
    Page end = fight.organiser().get(fight.path("outcome"));
    assertThat(end.body()).contains("$1,200", "Put right").doesNotContain("name=\"result-" + demand);
    assertThat(end(fight, "result-", "lost").location()).contains(fight.path("") + "?done=ended");
    assertThat(outcome(fight).orElseThrow().result()).isEqualTo(Campaign.Result.WON);
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("demand-settled"));
  }

  @Test
  void putsRightWhatBecameOfADemandWithAReasonAlsoAfterTheEnd(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    settle(fight, "result", "won");
    assertThat(settle(fight, "result", "open", "why", "They took it back <b>").status()).isEqualTo(303);
    assertThat(outcome(fight)).isEmpty();
    end(fight, "result-", "lost", "word", "x");
    String demand = fight.now().core().demands().getFirst().id().toString();

    Page bare = settle(fight, "result", "partly-won", "value", "7");
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.body()).contains("why-error", "value=\"7\"");
    assertThat(settle(fight, "result", "open", "why", "It is not over").status()).isEqualTo(422);
    Page stale = fight.organiser()
        .post(fight.path("settle/" + demand), "version", "1", "result", "won", "why", "The judge said so");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body()).contains("The judge said so");
    assertThat(settle(fight, "result", "partly-won", "value", "7", "why", "The <i>judge</i> said so").status())
        .isEqualTo(303);

    assertThat(outcome(fight).orElseThrow().result()).isEqualTo(Campaign.Result.PARTLY_WON);
    assertThat(fight.organiser().get(fight.path("settle/" + demand)).body())
        .contains("Put right before: The &lt;i&gt;judge&lt;/i&gt; said so");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("demand-corrected"));
  }

  @Test
  void keepsASettledDemandInTheFightAndIsForThoseWhoRunIt(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    var core = fight.now().core();
    settle(fight, "result", "won");
    var removed = fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(fight.now().core().version()), "title", "Zebra rise",
            "demand", "", "what", "Something else", "measure", "A letter", "due", Fight.today().plusDays(9).toString());
    assertThat(removed.status()).isEqualTo(422);
    assertThat(removed.body()).contains("What became of one of these demands is written down");
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local
        .withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)),
            Role.ORGANISER))
        .visitor();
    String path = fight.path("settle/" + core.demands().getFirst().id());
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.post(path, "version", "2", "result", "lost", "why", "x").status()).isEqualTo(404);
    assertThat(fight.organiser().get(fight.path("settle/" + UUID.randomUUID())).status()).isEqualTo(404);
  }

  private static LocalDate since(Fight fight) {
    return fight.local()
        .read(() -> Product.shared().bean(Wins.class).ended(Optional.empty()))
        .getFirst()
        .endedOn();
  }

  @Test
  void staysSettledSinceTheEndWhenItIsPutRightAfterwards(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 3);
    end(fight, "result-", "lost");
    // as in a fight that had ended before demands were settled one by one
    local.write(() -> product.bean(JdbcClient.class)
        .sql("update campaign.demand set settled_at = null where local_id = ?")
        .param(local.id().value())
        .update());
    var ended = since(fight);
    product.clock().advance(Duration.ofDays(100));
    assertThat(settle(fight, "result", "won", "why", "The judge said so").status()).isEqualTo(303);

    assertThat(outcome(fight).orElseThrow().result()).isEqualTo(Campaign.Result.WON);
    assertThat(since(fight)).isEqualTo(ended);
    assertThat(fight.organiser().get(local.path("")).body()).contains("Look whether it is kept");
  }

  @Test
  void isSettledSinceTheDayOnWhichItEndedThoughWrittenDownLater(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 3);
    var core = fight.now().core();
    var on = Fight.today().minusDays(200);
    var noon = on.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    local.write(() -> product.bean(Closing.class)
        .close(fight.id(), core.version(),
            Map.of(core.demands().getFirst().id(),
                new Campaign.Outcome(Campaign.Result.WON, Optional.empty())),
            new Closing.End(noon, Optional.empty())));

    assertThat(since(fight)).isEqualTo(on);
    assertThat(settle(fight, "result", "partly-won", "why", "Not all of it").status()).isEqualTo(303);
    assertThat(since(fight)).as("put right").isEqualTo(on);
  }

  /** What stands on its page is said for the whole local, so an organiser of its place alone does not say it. */
  @Test
  void settlesForTheWholeLocalWhatIsPublic(FoundedLocal local, FoundedLocal foreign) {
    var fight = Fight.with(local, 20);
    String rest = "settle/" + fight.now().core().demands().getFirst().id();
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(fight.site())), Role.ORGANISER));
    assertThat(here.visitor().get(fight.path(rest)).status()).as("while it is quiet").isEqualTo(200);
    assertThat(fight.decide(fight.organiser()).status()).isEqualTo(303);
    assertThat(fight.now()).isInstanceOf(Campaign.Public.class);
    String version = Long.toString(fight.now().core().version());

    assertThat(here.visitor().get(fight.path(rest)).status()).isEqualTo(403);
    assertThat(here.visitor().post(fight.path(rest), "version", version, "result", "won").status()).isEqualTo(403);
    assertThat(here.visitor().get(fight.path("")).body()).doesNotContain(fight.path(rest));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(fight.path(rest)).status()).isEqualTo(403);
    assertThat(member.post(fight.path(rest), "version", version, "result", "won").status()).isEqualTo(403);
    var stranger = foreign.withPasskey(foreign.founder()).visitor();
    String abroad = foreign.path("campaigns/" + fight.id() + "/" + rest);
    assertThat(stranger.get(abroad).status()).isEqualTo(404);
    assertThat(stranger.post(abroad, "version", version, "result", "won").status()).isEqualTo(404);
    assertThat(outcome(fight)).isEmpty();
    assertThat(fight.organiser().get(fight.path("")).body()).contains(fight.path(rest));
    assertThat(fight.organiser().post(fight.path(rest), "version", version, "result", "won").status()).isEqualTo(303);
    assertThat(outcome(fight)).isPresent();
  }

  @Test
  void isNotChangedAnyMore(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    end(fight, "result-", "dropped");
    for (String page : List.of("demands", "ladder", "site")) {
      assertThat(fight.organiser().get(fight.path(page)).status()).as(page).isEqualTo(404);
    }
    assertThat(fight.organiser().get(fight.path("public")).location()).contains(fight.path(""));
  }
}
