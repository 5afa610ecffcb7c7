// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rung is a test of strength; the next begins when it holds, or with a reason that is kept. */
@ExtendWith(ProductExtension.class)
class LadderTest {

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** The rungs of a fight, the letter first. */
  private static List<Rung> rungs(Fight fight) {
    return fight.local().read(() -> part(Ladder.class).of(fight.id()));
  }

  private static UUID letter(Fight fight) { return rungs(fight).getFirst().step().id(); }

  /** Everybody of the house, from the lowest door up: those entered within one moment have no order of their own. */
  private static List<UUID> people(Fight fight) {
    return fight.local().read(() -> {
      var doors = part(Sites.class).units(fight.site()).stream().map(Sites.Unit::id).toList();
      return part(People.class).at(fight.site())
          .stream()
          .sorted(Comparator.comparingInt(place -> doors.indexOf(place.unit().orElseThrow())))
          .map(People.Place::person)
          .toList();
    });
  }

  private static TestResult result(Fight fight) {
    UUID letter = letter(fight);
    return fight.local()
        .read(() -> part(StrengthTests.class)
            .result(part(Sites.class).byId(fight.site()).orElseThrow(), letter));
  }

  private static String path(Fight fight, UUID step, String rest) {
    return fight.local().path("campaigns/" + fight.id() + "/steps/" + step + rest);
  }

  /** Opens the page of a part, ticks exactly these people and sends it. */
  private static Page did(Fight fight, String part, List<UUID> who) {
    return did(fight, part, had(fight, part), who);
  }

  /** Sends a page on which those of {@code had} stood ticked. */
  private static Page did(Fight fight, String part, String had, List<UUID> who) {
    var fields = new ArrayList<>(List.of("part", part, "had", had));
    who.forEach(person -> fields.addAll(List.of("did", person.toString())));
    return organiser(fight).visitor().post(path(fight, letter(fight), "/acts"), fields.toArray(String[]::new));
  }

  private static String had(Fight fight, String part) {
    String page = organiser(fight).visitor().get(path(fight, letter(fight), "?part=" + part)).body();
    return page.replaceAll("(?s).*name=\"had\" value=\"([0-9a-f -]*)\".*", "$1");
  }

  private static FoundedLocal.Person organiser(Fight fight) {
    return fight.local().withPasskey(fight.local().founder());
  }

  private static void allDid(Fight fight, int many) {
    UUID letter = letter(fight);
    var who = people(fight).subList(0, many);
    fight.local().write(() -> {
      part(StrengthTests.class).did(letter, who, Fight.today());
      return true;
    });
  }

  @Test
  void countsHomesPartByPartTheWeakestFirst(FoundedLocal local) {
    var fight = Fight.with(local, 10);
    assertThat(did(fight, "1", people(fight).subList(0, 3)).status()).isEqualTo(303);

    var result = result(fight);
    assertThat(List.of(result.have(), result.of(), result.people())).isEqualTo(List.of(3, 24, 10));
    assertThat(result.parts().getLast()).isEqualTo(new TestResult.PartResult("1", 3, 4));
    assertThat(result.parts().getFirst().have()).isZero();
    assertThat(organiser(fight).visitor().get(path(fight, letter(fight), "")).body()).contains("of 24 homes did it",
        "3 did it, 16 are needed.");
  }

  @Test
  void takesBackWhoWasTickedByMistakeAndLeavesOtherPartsAlone(FoundedLocal local) {
    var fight = Fight.with(local, 8);
    did(fight, "1", people(fight).subList(0, 4));
    did(fight, "2", people(fight).subList(4, 8));
    did(fight, "1", people(fight).subList(0, 1));

    assertThat(result(fight).have()).isEqualTo(5);
  }

  @Test
  void leavesWhomAnotherOrganiserNotedMeanwhile(FoundedLocal local) {
    var fight = Fight.with(local, 4);
    var people = people(fight);
    did(fight, "1", List.of(people.get(0), people.get(1)));
    String stale = had(fight, "1");
    assertThat(stale.split(" ", -1)).hasSize(2);

    did(fight, "1", List.of(people.get(0), people.get(2))); // another organiser: one more, and one back
    did(fight, "1", stale, List.of(people.get(0), people.get(1), people.get(3)));

    assertThat(whoDid(fight)).as("one more on the old page; nobody lost, nobody back")
        .containsExactlyInAnyOrder(people.get(0), people.get(2), people.get(3));
    did(fight, "1", stale, List.of(people.get(1)));
    assertThat(whoDid(fight)).containsExactlyInAnyOrder(people.get(2), people.get(3));
    did(fight, "1", "<script> " + UUID.randomUUID(), List.of(people.get(2)));
    assertThat(whoDid(fight)).containsExactlyInAnyOrder(people.get(2), people.get(3));
  }

  private static Set<UUID> whoDid(Fight fight) {
    UUID letter = letter(fight);
    return fight.local().read(() -> part(StrengthTests.class).whoDid(letter));
  }

  @Test
  void goesOnOnlyWhenItHoldsOrWithAReasonThatIsKept(FoundedLocal local) {
    var fight = Fight.with(local, 20);
    var visitor = organiser(fight).visitor();
    UUID letter = letter(fight);

    Page refused = visitor.post(path(fight, letter, "/go-on"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Something is missing.");
    assertThat(visitor.post(path(fight, letter, "/go-on"), "reason", "The zebra is leaving on Friday").status())
        .isEqualTo(303);

    var next = rungs(fight).get(1);
    assertThat(next.step().state()).isEqualTo(Campaign.StepState.NOW);
    assertThat(next.begun().orElseThrow().override()).contains("The zebra is leaving on Friday");
    assertThat(visitor.get(path(fight, next.step().id(), "")).body()).contains("Begun although something was missing");
  }

  @Test
  void keepsWhyTheLastRungWasEndedAlthoughSomethingWasMissing(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    UUID last = rungs(fight).get(1).step().id();
    local.write(() -> part(Amendments.class).plan(fight.id(), fight.now().core().version(), List.of(
        new Amendments.Planned(Optional.of(letter(fight)),
            new Campaigns.NewStep("A letter of ours", OptionalInt.of(16))),
        new Amendments.Planned(Optional.of(last), new Campaigns.NewStep("We take it there", OptionalInt.of(5)))),
        Optional.empty(), Optional.empty()));
    var visitor = organiser(fight).visitor();
    assertThat(visitor.post(path(fight, letter(fight), "/go-on"), "reason", "It is urgent").status()).isEqualTo(303);
    assertThat(visitor.post(path(fight, last, "/go-on")).status()).isEqualTo(422);

    assertThat(visitor.post(path(fight, last, "/go-on"), "reason", "The zebra <b>gave in").status()).isEqualTo(303);

    assertThat(rungs(fight)).extracting(Rung::endedAnyway)
        .containsExactly(Optional.empty(), Optional.of("The zebra <b>gave in"));
    assertThat(rungs(fight).getLast().begun().orElseThrow().override()).contains("It is urgent");
    assertThat(visitor.get(path(fight, last, "")).body())
        .contains("Ended although something was missing: The zebra &lt;b&gt;gave in")
        .doesNotContain("zebra <b>");
  }

  @Test
  void goesOnWithoutAReasonAtTheThreshold(FoundedLocal local) {
    var fight = Fight.with(local, 20);
    allDid(fight, 16);

    assertThat(organiser(fight).visitor().post(path(fight, letter(fight), "/go-on")).status()).isEqualTo(303);

    assertThat(rungs(fight).get(1).begun().orElseThrow().override()).isEmpty();
    assertThat(rungs(fight).getFirst().step().state()).isEqualTo(Campaign.StepState.DONE);
  }

  @Test
  void asksForEveryPartForTheTalkAndForADecision(FoundedLocal local) {
    var fight = Fight.with(local, 20);
    allDid(fight, 16);
    UUID second = rungs(fight).get(1).step().id();
    var visitor = organiser(fight).visitor();
    assertThat(
        visitor
            .post(path(fight, second, "/change"), "version", "1", "kind", "other", "eachPart", "50", "prepared", "10",
                "decision", "yes")
            .status())
        .isEqualTo(303);

    Page missing = visitor.post(path(fight, letter(fight), "/go-on"));
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body()).contains("Below 50 %: 5, 6", "0 have talked", "2 are needed",
        "The members have not decided yet.");

    talked(fight, people(fight).subList(0, 2));
    allDid(fight, 20);
    assertThat(result(fight).prepared()).isEqualTo(2);
    assertThat(
        visitor.post(path(fight, second, "/change"), "version", "2", "kind", "other", "eachPart", "0", "decided", "x")
            .status())
        .isEqualTo(422);
    assertThat(
        visitor.post(path(fight, second, "/change"), "version", "2", "kind", "other", "decision", "yes", "decided",
            "Laundry room, 14 for, none against", "decidedOn", Fight.today().toString()).status())
        .isEqualTo(303);
    assertThat(visitor.post(path(fight, letter(fight), "/go-on")).status()).isEqualTo(303);
  }

  private static void talked(Fight fight, List<UUID> people) {
    fight.local().write(() -> {
      people.forEach(person -> part(Conversations.class).record(new Conversation(UUID.randomUUID(), fight.site(),
          Optional.empty(), Optional.of(person), Outcome.TALKED, Instant.now(Product.shared().clock()),
          fight.local().founder().id(), Conversation.Back.none(), new Conversation.Talk(Optional.empty(),
              Optional.empty(), true, "", Optional.empty()))));
      return true;
    });
  }

  @Test
  void givesEachStewardThoseWhoAreWithUsAndDidNot(FoundedLocal local) {
    var fight = Fight.with(local, 4);
    var people = people(fight);
    var steward = local.person(new Reach.Sites(Set.of(fight.site())), Role.STEWARD);
    local.write(() -> {
      part(Stewards.class).give(fight.site(), List.of(people.get(0), people.get(1)), steward.id());
      for (int at = 0; at < 4; at++) {
        part(Assessments.class).assess(fight.site(), people.get(at), first(at < 3 ? 1 : 4), "Came", Fight.today());
      }
      return true;
    });
    did(fight, "1", List.of(people.get(0)));

    assertThat(result(fight).toAsk()).containsExactlyInAnyOrder(
        new TestResult.ToAsk(Optional.of(steward.id()), List.of(people.get(1))),
        new TestResult.ToAsk(Optional.empty(), List.of(people.get(2))));
  }

  private static UUID first(int means) {
    return part(Levels.class).inUse().stream().filter(level -> level.means() == means).findFirst().orElseThrow().id();
  }

  @Test
  void countsSomebodyWhoMovesFlatsInTheMiddleOnce(FoundedLocal local) {
    var fight = Fight.with(local, 4);
    UUID mover = people(fight).getFirst();
    did(fight, "1", List.of(mover));

    local.write(() -> {
      var held = part(PersonRecords.class).places(mover).getFirst();
      UUID up = part(Sites.class).units(fight.site())
          .stream()
          .filter(u -> u.label().equals("6D"))
          .findFirst()
          .orElseThrow()
          .id();
      part(PersonRecords.class).move(held, mover, fight.site(), Optional.of(up));
      return true;
    });

    var result = result(fight);
    assertThat(result.have()).isOne();
    assertThat(result.parts().stream().filter(part -> part.have() == 1).map(TestResult.PartResult::part))
        .containsExactly("6");
  }

  @Test
  void countsSomebodyWithTwoDepartmentsOnce(FoundedLocal local) {
    UUID site = local.write(() -> {
      UUID works = part(Sites.class).add(SiteKind.WORKPLACE, "Quill Laundry", Optional.empty());
      part(Sites.class).layOut(works, Layout.ofHeadCounts(List.of("Ironing", "Boiler"), List.of("Day"),
          List.of(List.of(3), List.of(4))));
      return works;
    });
    UUID both = local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      var person = part(People.class)
          .addContact(set, new People.Known("Ana", Optional.empty(), Optional.empty(), ""));
      for (var unit : part(Sites.class).units(site)) {
        part(People.class).place(set, person, site, Optional.of(unit.id()), false);
      }
      part(People.class).place(set, person, site, Optional.empty(), false);
      return person;
    });
    UUID step = local.write(() -> {
      UUID target = part(Targets.class).name(TargetKind.EMPLOYER, Optional.of("Quenby"), Optional.empty(),
          Optional.empty());
      UUID fight = part(Campaigns.class).draft("Shifts", target, Optional.of(site), Optional.empty());
      part(Campaigns.class).plan(fight, List.of(new Campaigns.NewStep("A letter", OptionalInt.of(2))));
      return part(Ladder.class).of(fight).getFirst().step().id();
    });
    local.write(() -> {
      part(StrengthTests.class).did(step, List.of(both), Fight.today());
      return true;
    });

    var result = local.read(() -> part(StrengthTests.class).result(part(Sites.class).byId(site).orElseThrow(), step));

    assertThat(List.of(result.have(), result.of(), result.people())).isEqualTo(List.of(1, 7, 1));
    assertThat(result.parts()).containsExactlyInAnyOrder(new TestResult.PartResult("Ironing, Day", 1, 3),
        new TestResult.PartResult("Boiler, Day", 0, 4));
  }

  @Test
  void countsTwoRecordsOfOnePersonOnceAndNobodyOfTheBossSide(FoundedLocal local) {
    var fight = Fight.with(local, 4);
    var people = people(fight);
    did(fight, "1", people);
    local.write(() -> {
      part(PersonMerge.class).merge(people.get(0), people.get(1));
      var held = part(PersonRecords.class).places(people.get(2)).getFirst();
      part(PersonRecords.class).markBossSide(held, people.get(2), true);
      return true;
    });

    var result = result(fight);
    assertThat(result.of()).isEqualTo(23);
    assertThat(result.people()).isEqualTo(2);
    assertThat(result.have()).isEqualTo(3); // 1A and 1B are both the merged person's
  }

  @Test
  void letsOneOfTwoOrganisersSaveAndShowsTheOtherWhatItBecame(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var visitor = organiser(fight).visitor();
    String change = path(fight, letter(fight), "/change");

    assertThat(visitor.post(change, "version", "1", "kind", "other", "told", "We are many").status()).isEqualTo(303);
    Page second = visitor.post(change, "version", "1", "kind", "other", "told", "Keep my words");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Keep my words", "Somebody changed this meanwhile");
    assertThat(rungs(fight).getFirst().told()).isEqualTo("We are many");
  }

  @Test
  void datesAndSignsTheLegalNoteAndSaysWhereThereIsNone(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var visitor = organiser(fight).visitor();
    assertThat(visitor.get(path(fight, letter(fight), "")).body())
        .contains("Nobody has written down what the law says");

    visitor.post(path(fight, letter(fight), "/change"), "version", "1", "kind", "other", "legal",
        "Ten days’ notice, says the clinic");

    var legal = rungs(fight).getFirst().legal().orElseThrow();
    assertThat(legal.by()).isEqualTo(local.founder().id());
    assertThat(visitor.get(path(fight, letter(fight), "")).body()).contains("Ten days’ notice, says the clinic");
  }

  @Test
  void datesTheLegalNoteByTheDayOfTheLocal(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 2);
    product.clock().advance(Duration.ofHours(14)); // two in the morning in UTC, the evening before in New York
    var rung = rungs(fight).getFirst();
    local.write(() -> part(Ladder.class)
        .save(rung.step().id(), rung.version(), new Ladder.Details(StepKind.OTHER, Optional.empty(), List.of(), "",
            "Ten days", Rung.Needs.nothing(), Optional.empty())));
    var on = rungs(fight).getFirst().legal().orElseThrow().on();
    product.clock().advance(Duration.ofHours(10));
    assertThat(on).isEqualTo(LocalDate.now(product.clock().withZone(ZoneOffset.UTC)).minusDays(1));
  }

  @Test
  void saysWhatKindOfStepItIs(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var visitor = organiser(fight).visitor();
    String change = path(fight, letter(fight), "/change");

    assertThat(visitor.post(change, "version", "1", "kind", "picket").status()).isEqualTo(303);
    assertThat(rungs(fight)).extracting(Rung::kind).containsExactly(StepKind.PICKET, StepKind.OTHER);
    assertThat(visitor.get(path(fight, letter(fight), "")).body()).contains("<dd>Picket</dd>");
    assertThat(visitor.get(change).body()).contains("<option value=\"picket\" selected>");
    assertThat(visitor.post(change, "version", "2", "kind", "riot").status()).isEqualTo(422);
    assertThat(visitor.post(change, "version", "2").body()).contains("id=\"kind-error\"");
  }

  @Test
  void keepsARungThatPeopleDidInThePlan(FoundedLocal local) {
    var fight = Fight.with(local, 4);
    did(fight, "1", people(fight));
    long version = local.read(() -> part(Campaigns.class).byId(fight.id()).orElseThrow().core().version());

    Page refused = organiser(fight).visitor()
        .post(local.path("campaigns/" + fight.id() + "/ladder"), "version",
            Long.toString(version), "step", "Something else", "rung", "", "threshold", "");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("People have done that rung already");
  }

  @Test
  void isNotThereForOthers(FoundedLocal local) {
    var fight = Fight.with(local, 4);
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER));

    for (String rest : List.of("", "/change")) {
      assertThat(other.visitor().get(path(fight, letter(fight), rest)).status()).isEqualTo(404);
      assertThat(local.person(Role.MEMBER).visitor().get(path(fight, letter(fight), rest)).status()).isEqualTo(403);
    }
    assertThat(other.visitor().post(path(fight, letter(fight), "/go-on"), "reason", "x").status()).isEqualTo(404);
    assertThat(other.visitor().post(path(fight, letter(fight), "/acts")).status()).isEqualTo(404);
    assertThat(organiser(fight).visitor().get(path(fight, UUID.randomUUID(), "")).status()).isEqualTo(404);
  }

  /** What is noted of conversations at the fight's place, and what happens next. */
  private static List<String> noted(Fight fight, UUID person) {
    return fight.local()
        .read(() -> part(Conversations.class).with(person, 5))
        .stream()
        .map(held -> held.talk().note() + "|" + held.talk().next().map(Conversation.Next::step).orElse(""))
        .toList();
  }

  private static void end(Fight fight, UUID campaign) {
    var core = fight.local().read(() -> part(Campaigns.class).byId(campaign).orElseThrow().core());
    assertThat(organiser(fight).visitor()
        .post(fight.local().path("campaigns/" + campaign + "/outcome"), "version", Long.toString(core.version()),
            "result-" + core.demands().getFirst().id(), "won")
        .status()).isEqualTo(303);
  }

  @Test
  void deletesNotesWhenTheLastFightAtAPlaceEnds(FoundedLocal local) {
    var fight = Fight.with(local, 1);
    UUID person = people(fight).getFirst();
    local.write(() -> {
      part(Conversations.class).record(new Conversation(UUID.randomUUID(), fight.site(), Optional.empty(),
          Optional.of(person), Outcome.TALKED, Product.shared().clock().instant(), local.founder().id(),
          Conversation.Back.none(), new Conversation.Talk(Optional.empty(), Optional.empty(), true, "Works nights",
              Optional.of(new Conversation.Next("Comes on Saturday", Optional.empty())))));
      return true;
    });
    UUID second = local.write(() -> {
      UUID made = part(Campaigns.class).draft("Heat", fight.target(), Optional.of(fight.site()), Optional.empty());
      part(Campaigns.class).ask(made,
          List.of(new Campaigns.NewDemand("Heat", "21 degrees", Fight.today().plusDays(9))));
      part(Campaigns.class).plan(made, List.of(new Campaigns.NewStep("A letter", java.util.OptionalInt.empty())));
      part(Campaigns.class).open(made);
      return made;
    });
    end(fight, second);
    assertThat(noted(fight, person)).as("another fight goes on there")
        .containsExactly("Works nights|Comes on Saturday");
    UUID same = Fight.building(local, "17 Quillfeather", 0);
    local.write(() -> part(org.groundwork.roll.SiteMerge.class).merge(same, fight.site()).orElseThrow());
    end(fight, fight.id());
    assertThat(noted(fight, person)).as("also where the place was written down twice")
        .containsExactly("|Comes on Saturday");
  }
}
