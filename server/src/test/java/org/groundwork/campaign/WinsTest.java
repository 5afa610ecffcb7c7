// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.money.Money;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was won is kept and counted, what was lost too, and a promise is looked at again. */
@ExtendWith(ProductExtension.class)
class WinsTest {

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID end(Fight fight, Campaign.Result result, Optional<Money> value) {
    var core = fight.now().core();
    UUID demand = core.demands().getFirst().id();
    var ended = fight.local()
        .write(() -> part(Closing.class).close(fight.id(), core.version(),
            Map.of(demand, new Campaign.Outcome(result, value)), Optional.empty()));
    assertThat(ended).isInstanceOf(Amended.Done.class);
    return demand;
  }

  private static Money dollars(long cents) { return new Money(cents, Currency.getInstance("USD")); }

  private static Page keep(Fight fight, UUID demand, String version, String... more) {
    var fields = new java.util.ArrayList<>(List.of("version", version, "lookOn", "2030-01-01", "kept", "open"));
    fields.addAll(List.of(more));
    return fight.organiser().post(fight.path("kept/" + demand), fields.toArray(String[]::new));
  }

  @Test
  void countsWinsAndLossesWithTheRowsBehindThem(FoundedLocal local) {
    end(Fight.with(local, 2), Campaign.Result.WON, Optional.of(dollars(120_000)));
    end(Fight.with(local, 2), Campaign.Result.PARTLY_WON, Optional.of(dollars(30_050)));
    end(Fight.with(local, 2), Campaign.Result.LOST, Optional.empty());
    var member = local.person(Role.MEMBER).visitor();

    Page all = member.get(local.path("wins"));
    assertThat(all.body()).contains("$1,500.50", "<b>0</b> Kept", "<b>0</b> Broken", "<b>2</b> Not looked at yet");
    assertThat(member.get(local.path("wins?result=lost")).body()).contains("$1,500.50", "wins?money=yes", Fight.DEMAND);
    assertThat(tags(member.get(local.path("wins?money=yes")))).isEqualTo(2);
    assertThat(tags(member.get(local.path("wins?kept=open")))).isEqualTo(2);
    assertThat(tags(member.get(local.path("wins?kept=kept")))).isZero();
    assertThat(member.get(local.path("wins?result=lost")).body()).containsOnlyOnce("<span class=\"tag \">");
    assertThat(member.get(local.path("wins?kind=landlord")).body()).contains("$1,500.50");
    assertThat(member.get(local.path("wins?kind=employer")).body()).doesNotContain("$1,500.50");
    assertThat(member.get(local.path("wins?result=nonsense%3Cscript%3E")).status()).isEqualTo(200);
  }

  private static int tags(Page page) { return page.body().split("<span class=\"tag tag--won\">", -1).length - 1; }

  @Test
  void remindsToLookAgainOnALaterDayThatWasSaid(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    UUID demand = end(fight, Campaign.Result.WON, Optional.empty());
    Product.shared().clock().advance(Duration.ofDays(91));
    String later = Fight.today().plusDays(30).toString();
    fight.organiser().post(fight.path("kept/" + demand), "version", "0", "lookOn", later, "kept", "kept");
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("Look whether it is kept");

    Product.shared().clock().advance(Duration.ofDays(31));
    assertThat(fight.organiser().get(local.path("")).body()).contains("Look whether it is kept");
    fight.organiser().post(fight.path("kept/" + demand), "version", "1", "lookOn", later, "kept", "broken");
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("Look whether it is kept");
  }

  @Test
  void remindsAlsoWhereManyPromisesOfOtherPlacesAreOlder(FoundedLocal local) {
    for (int at = 0; at < 21; at++) {
      end(Fight.with(local, 0), Campaign.Result.WON, Optional.empty());
    }
    var last = Fight.with(local, 0);
    end(last, Campaign.Result.WON, Optional.empty());
    Product.shared().clock().advance(Duration.ofDays(91));

    var there = local.withPasskey(local.person(new Reach.Sites(Set.of(last.site())), Role.ORGANISER)).visitor();
    assertThat(there.get(local.path("")).body()).contains("Look whether it is kept");
  }

  @Test
  void remindsSomebodyToLookAndKeepsWhatWasSeen(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    UUID demand = end(fight, Campaign.Result.WON, Optional.empty());
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("Look whether it is kept");

    Product.shared().clock().advance(Duration.ofDays(91));
    assertThat(fight.organiser().get(local.path("")).body()).contains("Look whether it is kept");
    assertThat(keep(fight, demand, "0").status()).isEqualTo(303);
    assertThat(keep(fight, demand, "0").status()).isEqualTo(409);

    var promise = local.read(() -> part(Wins.class).won(fight.id())).getFirst().promise().orElseThrow();
    assertThat(promise.version()).isOne();
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("Look whether it is kept");
  }

  @Test
  void remindsOfAPromiseThatWasMadeWhileTheFightGoesOn(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var core = fight.now().core();
    UUID demand = core.demands().getFirst().id();
    assertThat(fight.organiser().get(fight.path("kept")).status()).isEqualTo(404);
    fight.organiser()
        .post(fight.path("settle/" + demand), "version", Long.toString(core.version()), "result", "won");

    assertThat(fight.organiser().get(fight.path("kept")).body()).contains("Is it kept?")
        .doesNotContain("What this fight taught");
    Product.shared().clock().advance(Duration.ofDays(91));
    assertThat(fight.organiser().get(local.path("")).body()).contains("Look whether it is kept");
    assertThat(keep(fight, demand, "0").status()).isEqualTo(303);
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("Look whether it is kept");
  }

  @Test
  void notesThatAPromiseIsBrokenWithTheMoneyForEach(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    UUID demand = end(fight, Campaign.Result.WON, Optional.empty());

    Page refused = fight.organiser()
        .post(fight.path("kept/" + demand), "version", "0", "lookOn", "soon", "kept", "maybe",
            "each", "a lot", "settlement", "Keep my words");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Keep my words");
    assertThat(fight.organiser()
        .post(fight.path("kept/" + demand), "version", "0", "lookOn", "2030-01-01", "kept",
            "broken", "each", "250.50", "settlement", "Each gets back", "seen", "Nobody did")
        .status()).isEqualTo(303);

    var promise = local.read(() -> part(Wins.class).won(fight.id())).getFirst().promise().orElseThrow();
    assertThat(promise.kept()).isEqualTo(Wins.Kept.BROKEN);
    assertThat(promise.each()).contains(dollars(25_050));
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("wins")).body())
        .contains("<b>1</b> Broken", "<b>0</b> Kept")
        .doesNotContain("Each gets back", "Nobody did", "$250.50");
    assertThat(fight.organiser().get(local.path("wins?kept=broken")).body())
        .contains("Each gets back", "$250.50 for each person")
        .doesNotContain("Nobody did");
  }

  @Test
  void promisesNothingForWhatWasLostAndKeepsTheDebrief(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    UUID demand = end(fight, Campaign.Result.LOST, Optional.empty());

    assertThat(keep(fight, demand, "0").status()).isEqualTo(404);
    assertThat(fight.organiser().post(fight.path("debrief"), "debrief", "The letter came <b>too early</b>").status())
        .isEqualTo(303);

    assertThat(fight.organiser().get(fight.path("kept")).body()).contains("The letter came &lt;b&gt;too early");
  }

  @Test
  void isForThoseWhoRanTheFight(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var open = Fight.with(local, 2);
    UUID demand = end(fight, Campaign.Result.WON, Optional.empty());
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();

    assertThat(other.get(fight.path("kept")).status()).isEqualTo(404);
    assertThat(other.post(fight.path("kept/" + demand), "version", "0").status()).isEqualTo(404);
    assertThat(other.post(fight.path("debrief"), "debrief", "x").status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER).visitor().get(fight.path("kept")).status()).isEqualTo(403);
    assertThat(open.organiser().get(open.path("kept")).status()).isEqualTo(404);
  }
}
