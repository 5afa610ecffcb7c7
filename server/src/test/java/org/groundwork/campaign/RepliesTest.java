// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the other side answered is kept against each demand, and a promise is looked at when its day is over. */
@ExtendWith(ProductExtension.class)
class RepliesTest {

  private static UUID demand(Fight fight) { return fight.now().core().demands().getFirst().id(); }

  private static Page log(Fight fight, Visitor by, String answer, String promised, String... more) {
    var fields = new ArrayList<>(List.of("on", Fight.today().toString(), "from", "The manager", "way", "phone", "words",
        "We shall see, <b>he said</b>", "answer-" + demand(fight), answer, "promised-" + demand(fight), promised));
    fields.addAll(List.of(more));
    return by.post(fight.path("replies"), fields.toArray(String[]::new));
  }

  private static List<Replies.Heard> heard(Fight fight) {
    return fight.local()
        .read(() -> Product.shared().bean(Replies.class).heard(fight.id()))
        .getOrDefault(demand(fight), List.of());
  }

  @Test
  void standsOnTheStoryByDemandAndItsWordsWithTheOrganisers(FoundedLocal local) {
    var fight = Fight.with(local, 20);
    var organiser = fight.organiser();
    assertThat(log(fight, organiser, "maybe", "").status()).isEqualTo(303);
    assertThat(log(fight, organiser, "refused", "").status()).isEqualTo(303);

    assertThat(heard(fight)).extracting(Replies.Heard::answer)
        .containsExactly(Replies.Answer.REFUSED, Replies.Answer.MAYBE);
    assertThat(organiser.get(fight.path("replies")).body()).contains("The manager", "&lt;b&gt;he said", "By phone");
    String story = local.person(Role.MEMBER).visitor().get(fight.path("")).body();
    assertThat(story).contains(": Maybe", ": No").doesNotContain("he said", "The manager");

    assertThat(fight.decide(organiser).status()).isEqualTo(303);
    assertThat(Product.shared().visitor().get(fight.publicPath()).body()).contains(Fight.DEMAND)
        .doesNotContain("he said", "The manager", "Maybe");
  }

  @Test
  void isWrittenOnceAndLosesNothingWhereItIsRefused(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    String once = UUID.randomUUID().toString();

    log(fight, organiser, "yes", "", "once", once);
    log(fight, organiser, "yes", "", "once", once);
    assertThat(heard(fight)).hasSize(1);

    Page refused = organiser.post(fight.path("replies"), "on", "2099-01-01", "from", "", "way", "pigeon", "words",
        "Kept words", "promised-" + demand(fight), "2030-01-01");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Kept words", "value=\"2030-01-01\"");
    assertThat(organiser.post(fight.path("replies"), "on", Fight.today().toString(), "from", "He", "way", "mail",
        "words", "No demand named").status()).isEqualTo(422);
    assertThat(log(fight, organiser, "yes", "soon").status()).isEqualTo(422);
    assertThat(log(fight, organiser, "yes", Fight.today().minusDays(1).toString()).body())
        .contains("A day on or after the one on which they said it.");
    assertThat(heard(fight)).hasSize(1);
  }

  @Test
  void remindsOfAPromiseUntilSomebodyLooksOrSomethingIsHeard(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    log(fight, fight.organiser(), "yes", Fight.today().plusDays(5).toString());
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("The day they promised is over");

    Product.shared().clock().advance(Duration.ofDays(7));
    assertThat(fight.organiser().get(local.path("")).body()).contains("The day they promised is over");
    assertThat(fight.organiser().post(fight.path("replies/looked")).status()).isEqualTo(303);
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("The day they promised is over");

    log(fight, fight.organiser(), "half", Fight.today().plusDays(1).toString());
    Product.shared().clock().advance(Duration.ofDays(3));
    assertThat(fight.organiser().get(fight.path("replies")).body()).contains("The day of a promise is over.");
    log(fight, fight.organiser(), "refused", "");
    assertThat(fight.organiser().get(fight.path("replies")).body()).doesNotContain("The day of a promise is over.");
  }

  /** One demand is opened to say which it is, and none of another place. */
  @Test
  void remindsWithoutOpeningTheDemandsOfOtherPlaces(FoundedLocal local) {
    var theirs = Fight.with(local, 0);
    var own = Fight.with(local, 0);
    log(theirs, theirs.organiser(), "yes", Fight.today().plusDays(1).toString());
    log(own, own.organiser(), "yes", Fight.today().plusDays(2).toString());
    Product.shared().clock().advance(Duration.ofDays(4));
    local.write(() -> Product.shared()
        .bean(JdbcClient.class)
        .sql("update campaign.demand set what = '\\x00' where local_id = ? and campaign_id = ?")
        .params(local.id().value(), theirs.id())
        .update());
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(own.site())), Role.ORGANISER)).visitor();
    assertThat(here.get(local.path("")).body()).contains("The day they promised is over");
    assertThat(
        local.read(() -> Product.shared().bean(Replies.class).due(site -> site.filter(own.site()::equals).isPresent())))
        .hasValueSatisfying(due -> assertThat(due.what()).isEqualTo(Fight.DEMAND));
  }

  @Test
  void remindsOfNoPromiseForADemandThatIsSettled(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    log(fight, fight.organiser(), "half", Fight.today().plusDays(1).toString());
    Product.shared().clock().advance(Duration.ofDays(3));
    assertThat(fight.organiser().get(local.path("")).body()).contains("The day they promised is over");

    var core = fight.now().core();
    assertThat(fight.organiser()
        .post(fight.path("settle/" + demand(fight)), "version", Long.toString(core.version()), "result", "partly-won")
        .status()).isEqualTo(303);

    assertThat(fight.now().goesOn()).isTrue();
    assertThat(fight.organiser().get(local.path("")).body()).doesNotContain("The day they promised is over");
    assertThat(fight.organiser().get(fight.path("replies")).body()).doesNotContain("The day of a promise is over.");
  }

  @Test
  void isTakenOutAgainAndGoesWithItsDemand(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    log(fight, organiser, "nothing", "");
    UUID reply = heard(fight).getFirst().reply();

    var other = Fight.with(local, 0);
    organiser.post(other.path("replies/" + reply + "/remove"));
    assertThat(heard(fight)).hasSize(1);
    assertThat(organiser.post(fight.path("replies/" + reply + "/remove")).status()).isEqualTo(303);
    assertThat(heard(fight)).isEmpty();

    log(fight, organiser, "nothing", "");
    var core = fight.now().core();
    var amended = local.write(() -> Product.shared()
        .bean(Amendments.class)
        .ask(fight.id(), core.version(), core.title(),
            List.of(new Amendments.Asked(java.util.Optional.empty(),
                new Campaigns.NewDemand("Another", "One can see it", Fight.today())))));
    assertThat(amended).isInstanceOf(Amended.Done.class);
    assertThat(heard(fight)).isEmpty();
  }

  @Test
  void isForThoseWhoRunTheFight(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();

    assertThat(other.get(fight.path("replies")).status()).isEqualTo(404);
    assertThat(log(fight, other, "yes", "").status()).isEqualTo(404);
    assertThat(other.post(fight.path("replies/looked")).status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER).visitor().get(fight.path("replies")).status()).isEqualTo(403);
    var stranger = Product.shared().found();
    assertThat(stranger.withPasskey(stranger.founder())
        .visitor()
        .get(stranger.path("campaigns/" + fight.id() + "/replies"))
        .status()).isEqualTo(404);
  }
}
