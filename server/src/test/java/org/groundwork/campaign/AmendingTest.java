// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an open fight asks and how it goes on is changed by one organiser at a time, and what stood there is kept. */
@ExtendWith(ProductExtension.class)
class AmendingTest {
  private static String due() { return Fight.today().plusDays(9).toString(); }

  private static Page ask(Fight fight, Visitor by, long version, String title, String... rows) {
    var fields = new java.util.ArrayList<>(List.of("version", Long.toString(version), "title", title));
    for (int at = 0; at < rows.length; at += 2) {
      fields.addAll(
          List.of("demand", rows[at], "what", rows[at + 1], "measure", rows[at + 1].isEmpty() ? "" : "Seen", "due",
              due()));
    }
    return by.post(fight.path("demands"), fields.toArray(String[]::new));
  }

  private static String first(Fight fight) { return fight.now().core().demands().getFirst().id().toString(); }

  @Test
  void changesAddsAndRemovesDemandsAndKeepsTheImageOfBefore(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 3);
    var before = fight.now().core();
    assertThat(ask(fight, fight.organiser(), before.version(), "Lion rise", first(fight), "Withdraw the lion rise", "",
        "Heat").location()).contains(fight.path("") + "?done=saved");
    var after = fight.now().core();
    assertThat(after.title()).isEqualTo("Lion rise");
    assertThat(after.demands()).extracting(Campaign.Demand::what).containsExactly("Withdraw the lion rise", "Heat");
    assertThat(after.demands().getFirst().id()).isEqualTo(before.demands().getFirst().id());
    assertThat(after.version()).isEqualTo(before.version() + 1);
    var images = local.read(() -> {
      var sets = product.bean(ChangeSets.class);
      UUID set = sets.latest("campaign-asks", "campaign.demand", after.demands().getFirst().id()).orElseThrow();
      return sets.of(set, "campaign-asks");
    });
    assertThat(images).extracting(ChangeSets.Change::subject)
        .containsExactly("campaign.campaign", "campaign.demand", "campaign.demand");
    assertThat(images).filteredOn(change -> change.before().isPresent())
        .allSatisfy(
            change -> assertThat(new String(change.before().orElseThrow(), StandardCharsets.UTF_8))
                .contains("\"version\"")
                .doesNotContain("zebra", "Zebra"));
    ask(fight, fight.organiser(), after.version(), "Lion rise", first(fight), "",
        after.demands().getLast().id().toString(), "Heat");
    assertThat(fight.now().core().demands()).extracting(Campaign.Demand::what).containsExactly("Heat");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("campaign-asks"));
  }

  @Test
  void refusesTheSecondOfTwoOrganisersAndLosesNothing(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    long read = fight.now().core().version();
    ask(fight, fight.organiser(), read, Fight.TITLE, first(fight), "Theirs first", "", "Theirs added");
    var second = ask(fight, fight.organiser(), read, "Mine", first(fight), "Mine instead");
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("Somebody else changed this while you wrote", "value=\"Mine\"",
        "value=\"Mine instead\"", "Theirs first", "value=\"Theirs added\"",
        "name=\"version\" value=\"" + (read + 1) + "\"");
    assertThat(fight.now().core().demands()).extracting(Campaign.Demand::what)
        .containsExactly("Theirs first", "Theirs added");
    ask(fight, fight.organiser(), read + 1, "Mine", first(fight), "Mine instead");
    assertThat(fight.now().core().title()).isEqualTo("Mine");
  }

  @Test
  void savesOneOfManyAtOnce(FoundedLocal local) throws Exception {
    var fight = Fight.with(local, 1);
    long read = fight.now().core().version();
    String demand = first(fight);
    var browsers = java.util.stream.IntStream.range(0, 6).mapToObj(at -> fight.organiser()).toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var all = new java.util.ArrayList<Callable<Page>>();
      for (int at = 0; at < browsers.size(); at++) {
        int mine = at;
        all.add(() -> ask(fight, browsers.get(mine), read, "Mine " + mine, demand, "Ask " + mine));
      }
      int saved = 0;
      for (var done : threads.invokeAll(all)) {
        saved += done.get().status() == 303 ? 1 : 0;
      }
      assertThat(saved).isEqualTo(1);
    }
    assertThat(fight.now().core().version()).isEqualTo(read + 1);
  }

  @Test
  void doesNothingMoreWhenSentTwice(FoundedLocal local) {
    var fight = Fight.with(local, 1);
    long read = fight.now().core().version();
    String demand = first(fight);
    assertThat(ask(fight, fight.organiser(), read, "Lion", demand, "Roar").status()).isEqualTo(303);
    assertThat(ask(fight, fight.organiser(), read, "Lion", demand, "Roar").status()).isEqualTo(303);
    assertThat(fight.now().core().version()).isEqualTo(read + 1);
  }

  @Test
  void refusesADemandWithoutMeasureOrWithAPastDayUnlessItHadIt(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 1);
    var by = fight.organiser();
    var core = fight.now().core();
    var kept = core.demands().getFirst();
    var page = by.post(fight.path("demands"), "version", "1", "title", "Kept title", "demand", "", "what", "Kept ask",
        "measure", "", "due", "2020-01-01");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("id=\"measure-0-error\"", "id=\"due-0-error\"", "Kept title", "Kept ask");
    assertThat(by.post(fight.path("demands"), "version", "1", "title", "").body()).contains("id=\"what-0-error\"",
        "id=\"title-error\"");
    product.clock().advance(java.time.Duration.ofDays(45));
    var late = fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(core.version()), "title", "Late, and still asked",
            "demand",
            kept.id().toString(), "what", kept.what(), "measure", kept.measure(), "due", kept.dueOn().toString());
    assertThat(late.status()).as("a day that has passed stays where it was").isEqualTo(303);
  }

  /** Sends a plan: for each rung its identity, its text and its number, one after the other. */
  private static Page plan(Fight fight, String reason, String... rungs) {
    var fields = new ArrayList<>(List.of("version", Long.toString(fight.now().core().version()), "reason", reason));
    for (int at = 0; at < rungs.length; at += 3) {
      fields.addAll(List.of("rung", rungs[at], "step", rungs[at + 1], "threshold", rungs[at + 2]));
    }
    return fight.organiser().post(fight.path("ladder"), fields.toArray(String[]::new));
  }

  private static String rung(Fight fight, int at) { return fight.now().core().plan().get(at).id().toString(); }

  private static List<String> states(Fight fight) {
    return fight.now().core().plan().stream().map(step -> step.what() + " " + step.state().key()).toList();
  }

  private static Rung begun(Fight fight, int at) {
    return fight.local().read(() -> Product.shared().bean(Ladder.class).of(fight.id())).get(at);
  }

  @Test
  void laysTheLadderOutAnew(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    var core = fight.now().core();
    String letter = rung(fight, 0);
    var answer = plan(fight, "", letter, "A letter of all of us", "16", "", "We meet", "", rung(fight, 1), "", "");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(states(fight)).containsExactly("A letter of all of us now", "We meet locked");
    assertThat(begun(fight, 0).begun()).as("it goes on, and nothing was begun").isEmpty();
    var second = fight.organiser()
        .post(fight.path("ladder"), "version", Long.toString(core.version()), "rung", "", "step", "Mine & mine",
            "threshold", "2");
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("Mine &amp; mine", "We meet", "Somebody else changed this");
    var tooMany = fight.organiser()
        .post(fight.path("ladder"), "version", "1", "rung", "", "step", "All of us", "threshold", "25");
    assertThat(tooMany.body()).as("the chart has 24 homes").contains("id=\"threshold-0-error\"", "All of us");
  }

  @Test
  void putsAnotherRungFirstOnlyWithAReasonThatIsKept(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    String letter = rung(fight, 0);
    String second = rung(fight, 1);
    String[] infront = {"", "We <b>meet</b> first", "", letter, "A letter of ours", "16", second, "We take it there",
        ""};
    var refused = plan(fight, " ", infront);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"reason-error\"", "0 did it, 16 are needed.", "We &lt;b>meet")
        .doesNotContain("We <b>meet");
    assertThat(states(fight)).containsExactly("A letter of ours now", "We take it there locked");

    assertThat(plan(fight, "The zebras asked for it", infront).status()).isEqualTo(303);
    assertThat(states(fight)).containsExactly("We <b>meet</b> first now", "A letter of ours locked",
        "We take it there locked");
    var begun = begun(fight, 0).begun().orElseThrow();
    assertThat(begun.override()).contains("The zebras asked for it");
    assertThat(begun.by()).isEqualTo(local.founder().id());
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("step-overridden"));
    assertThat(plan(fight, "", infront).status()).as("sent twice").isEqualTo(303);
    assertThat(fight.now().core().plan()).hasSize(3);
    String meeting = rung(fight, 0);
    assertThat(plan(fight, "", meeting, "", "", letter, "A letter of ours", "16", second, "We take it there", "")
        .status()).as("back to the letter: the meeting asks for no number").isEqualTo(303);
    assertThat(states(fight)).containsExactly("A letter of ours now", "We take it there locked");
    assertThat(begun(fight, 0).begun()).isPresent();
  }

  @Test
  void beginsNoRungByEmptyingTheOneBeforeIt(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    String letter = rung(fight, 0);
    String second = rung(fight, 1);
    local.write(() -> Product.shared()
        .bean(Ladder.class)
        .save(UUID.fromString(second), begun(fight, 1).version(),
            new Ladder.Details(StepKind.STRIKE, Optional.empty(), List.of(), "", "",
                new Rung.Needs(OptionalInt.of(50), OptionalInt.of(10), true), Optional.empty())));
    var refused = plan(fight, "", letter, "", "", second, "We take it there", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("0 did it, 16 are needed.", "Below 50 %: 1, 2, 3, 4, 5, 6",
        "0 have talked through", "The members have not decided yet.");
    assertThat(plan(fight, "They are leaving", letter, "", "", second, "We take it there", "").status()).isEqualTo(303);
    assertThat(states(fight)).containsExactly("We take it there now");
    assertThat(begun(fight, 0).begun().orElseThrow().override()).contains("They are leaving");
    var swapped = plan(fight, "", "", "Yet another", "", second, "We take it there", "");
    assertThat(swapped.status()).as("nothing is missing: the rung that is now asks for no number").isEqualTo(303);
    assertThat(plan(fight, "", second, "We take it there", "", rung(fight, 0), "Yet another", "").status())
        .as("what a rung needs is asked again")
        .isEqualTo(422);
    assertThat(begun(fight, 1).begun().orElseThrow().override()).as("a reason once given stays")
        .contains("They are leaving");
  }

  @Test
  void lowersANumberWhileItsTestRunsOnlyWithAReasonThatShows(FoundedLocal local) {
    var fight = Fight.with(local, 3);
    String letter = rung(fight, 0);
    String second = rung(fight, 1);
    String[] lower = {letter, "A letter of ours", "12", second, "We take it there", ""};
    var refused = plan(fight, "", lower);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("from 16 to 12", "id=\"reason-error\"");
    assertThat(fight.now().core().plan().getFirst().threshold()).hasValue(16);

    assertThat(plan(fight, "Four homes <i>moved</i> out", lower).status()).isEqualTo(303);
    var page = fight.organiser().get(fight.path("steps/" + letter));
    assertThat(page.body()).contains("The number was lowered from 16 to 12", "Four homes &lt;i&gt;moved&lt;/i&gt; out");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("step-lowered"));
    assertThat(plan(fight, "", letter, "A letter of ours", "14", second, "We take it there", "8").status())
        .as("raising it, and a number for a rung that waits")
        .isEqualTo(303);
    assertThat(plan(fight, "", letter, "A letter of ours", "14", second, "We take it there", "5").status())
        .as("lowering that of a rung that waits")
        .isEqualTo(303);
    assertThat(plan(fight, "", letter, "A letter of ours", "", second, "We take it there", "5").status())
        .as("no number at all")
        .isEqualTo(422);
    assertThat(plan(fight, "We count no more", letter, "A letter of ours", "", second, "We take it there", "5")
        .status()).isEqualTo(303);
    assertThat(fight.organiser().get(fight.path("steps/" + letter)).body()).contains("The number (14) was taken away",
        "We count no more", "from 16 to 12");
  }

  @Test
  void linksASiteSoThatItsStrengthShows(FoundedLocal local, FoundedLocal other) {
    var fight = Fight.with(local, 0);
    UUID stronger = Fight.building(local, "9 Oak Street", 13);
    UUID elsewhere = Fight.building(other, "1 Far Street", 2);
    var by = fight.organiser();
    String version = Long.toString(fight.now().core().version());
    for (String not : List.of(elsewhere.toString(), UUID.randomUUID().toString(), "<script>")) {
      assertThat(by.post(fight.path("site"), "version", version, "site", not).status()).isEqualTo(422);
    }
    assertThat(by.post(fight.path("site"), "version", version, "site", stronger.toString()).status()).isEqualTo(303);
    assertThat(by.get(fight.path("")).body()).contains("9 Oak Street", "<b>13</b>", "of 24 homes known",
        "Neighbour 12");
    assertThat(by.post(fight.path("site"), "version", version, "site", "").status()).as("an old version")
        .isEqualTo(422);
  }

  @Test
  void isForThoseWhoRunItAndNotForOthers(FoundedLocal local, FoundedLocal other) {
    var fight = Fight.with(local, 1);
    UUID elsewhere = Fight.building(local, "5 Oak Street", 0);
    var notHere = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.MEMBER, Role.ORGANISER))
        .visitor();
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(fight.site())), Role.MEMBER, Role.ORGANISER))
        .visitor();
    for (String page : List.of("demands", "ladder", "site", "outcome", "talks")) {
      assertThat(notHere.get(fight.path(page)).status()).as(page).isEqualTo(404);
      assertThat(here.get(fight.path(page)).status()).as(page).isEqualTo(200);
      assertThat(other.founder().visitor().get(other.path("campaigns/" + fight.id() + "/" + page)).status())
          .isEqualTo(404);
      assertThat(other.founder().visitor().get(fight.path(page)).status()).isEqualTo(404);
    }
    for (String page : List.of("demands", "ladder", "site", "outcome")) {
      assertThat(
          notHere.post(fight.path(page), "version", "2", "title", "Theirs", "what", "x", "measure", "x", "due", due(),
              "step", "x", "site", "").status())
          .isEqualTo(404);
    }
    assertThat(fight.now().core().title()).isEqualTo(Fight.TITLE);
  }
}
