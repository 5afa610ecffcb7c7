// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Mandates;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.SiteMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.Reach;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody on a chart has exactly one steward or counts as uncovered. */
@ExtendWith(ProductExtension.class)
class StewardsTest {

  private static Page give(Elm elm, FoundedLocal.Person by, UUID steward, UUID... people) {
    var fields = new ArrayList<>(List.of("part", "2", "steward", steward.toString()));
    for (UUID person : people) {
      fields.addAll(List.of("person", person.toString()));
    }
    return by.visitor().post(elm.at("stewards"), fields.toArray(String[]::new));
  }

  private static java.util.Map<UUID, UUID> now(Elm elm) {
    return elm.local().read(() -> Elm.part(Stewards.class).at(elm.site()));
  }

  @Test
  void opensAStewardsPhoneOnTheirPeople(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    elm.person("Juan", "2B");
    var steward = elm.steward();

    assertThat(give(elm, elm.organiser(), steward.id(), maria).status()).isEqualTo(303);

    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("Maria", "not talked to yet")
        .doesNotContain("Juan");
    assertThat(steward.visitor().get(local.path("")).body()).contains("One of your people waits for a talk");
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString(), "from", "mine");
    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("talked today");
    assertThat(steward.visitor().get(local.path("")).body()).doesNotContain("waits for a talk");
  }

  @Test
  void givesEverybodyOneStewardHoweverManyOrganisersChooseAtOnce(FoundedLocal local) throws Exception {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    var first = elm.steward();
    var second = elm.steward();
    var organiser = elm.organiser();
    organiser.visitor().get(elm.at("stewards"));

    try (var two = Executors.newFixedThreadPool(2)) {
      Callable<Integer> one = () -> give(elm, organiser, first.id(), maria).status();
      Callable<Integer> other = () -> give(elm, organiser, second.id(), maria).status();
      for (var done : two.invokeAll(List.of(one, other, one, other))) {
        assertThat(done.get()).isEqualTo(303);
      }
    }

    assertThat(now(elm).get(maria)).isIn(first.id(), second.id());
    assertThat(local.read(() -> Elm.part(Stewards.class).loads(List.of(first.id(), second.id())))
        .values()
        .stream()
        .mapToInt(n -> n)
        .sum()).isOne();
  }

  @Test
  void givesNoStewardMoreThanTheLocalsMost(FoundedLocal local) {
    var elm = Elm.in(local);
    var steward = elm.steward();
    var people = new ArrayList<UUID>();
    for (int i = 0; i < 16; i++) {
      people.add(elm.person("Neighbour " + i, "2A"));
    }

    Page refused = give(elm, elm.organiser(), steward.id(), people.toArray(UUID[]::new));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("16 people would be too many: one steward has at most 15");
    assertThat(now(elm)).isEmpty();
    assertThat(give(elm, elm.organiser(), steward.id(), people.subList(0, 15).toArray(UUID[]::new)).status())
        .isEqualTo(303);
    assertThat(elm.organiser().visitor().get(elm.at("chart")).body()).contains("One person has no steward.");
  }

  @Test
  void takesOnlyPeopleOfTheSiteAndStewardsWhoMayTalkThere(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    UUID maria = elm.person("Maria", "2A");
    UUID boss = elm.person("The super", "1A", true);

    assertThat(give(oak, oak.organiser(), oak.steward().id(), maria).status()).isEqualTo(422);
    assertThat(give(elm, elm.organiser(), elm.steward().id(), boss).status()).isEqualTo(422);
    assertThat(give(elm, elm.organiser(), oak.steward().id(), maria).status()).isEqualTo(422);
    assertThat(give(elm, elm.organiser(), maria, maria).status()).isEqualTo(422);
    assertThat(now(elm)).isEmpty();
    assertThat(elm.steward().visitor().get(elm.at("stewards")).status()).isEqualTo(403);
  }

  @Test
  void showsNobodyAfterTheMandateEnded(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria Quillfeather", "2A");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), maria);

    local.write(() -> {
      var mandates = Elm.part(Mandates.class);
      mandates.inForce(steward.id()).forEach(mandate -> mandates.end(mandate.id()));
      return true;
    });

    assertThat(steward.visitor().get(local.path("my-people")).body()).doesNotContain("Quillfeather");
  }

  private static List<String> order(Page myPeople, String... names) {
    return java.util.stream.Stream.of(names)
        .sorted(java.util.Comparator.comparingInt(name -> myPeople.body().indexOf(">" + name + "<")))
        .toList();
  }

  private static String inDays(int days) {
    return java.time.LocalDate.now(Product.shared().clock().withZone(java.time.ZoneId.of("America/New_York")))
        .plusDays(days)
        .toString();
  }

  private static void later(int hours) { Product.shared().clock().advance(java.time.Duration.ofHours(hours)); }

  @Test
  void keepsWhatWasAgreedUntilSomebodyTalksAgain(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), maria);
    String mine = local.path("my-people");
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString(), "next",
        "Bring the letter", "nextOn", inDays(3));
    later(1);
    assertThat(steward.visitor().get(local.path("")).body()).doesNotContain("waits for a talk");

    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "not-home");
    later(1);
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "other-language", "who", maria.toString(), "language",
        "Bangla");
    later(1);
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "come-back", "who", maria.toString(), "back", "tomorrow");

    assertThat(steward.visitor().get(mine).body()).contains("Bring the letter", "come back ", "7:00", "Bangla");
    later(30);
    steward = local.withPasskey(steward);
    assertThat(steward.visitor().get(local.path("")).body()).contains("One of your people waits for a talk");

    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString());
    assertThat(steward.visitor().get(mine).body()).contains("Bangla").doesNotContain("Bring the letter", "come back ");
    assertThat(steward.visitor().get(local.path("")).body()).doesNotContain("waits for a talk");
  }

  @Test
  void takesAnHourThatWasSaidAtTheDoorForTheHousehold(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    elm.person("Her uncle", "2A");
    UUID juan = elm.person("Juan", "2B");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), maria, juan);

    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "come-back", "back", "tomorrow");

    var mine = steward.visitor().get(local.path("my-people"));
    assertThat(mine.body()).containsOnlyOnce("come back ");
    assertThat(order(mine, "Maria", "Juan")).as("nobody talked to Juan, and Maria has said when")
        .first()
        .isEqualTo("Juan");
  }

  @Test
  void showsFirstWhoseDayHasComeAndLastWhoseDayIsAhead(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID ahead = elm.person("Ahead", "1A");
    UUID longAgo = elm.person("Longest", "1B");
    UUID lately = elm.person("Lately", "2A");
    UUID never = elm.person("Never", "2B");
    UUID due = elm.person("Due", "3A");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), ahead, longAgo, lately, never, due);
    elm.knock(steward, UUID.randomUUID(), "1B", "outcome", "talked", "who", longAgo.toString());
    later(48);
    steward = local.withPasskey(steward);
    elm.knock(steward, UUID.randomUUID(), "1A", "outcome", "talked", "who", ahead.toString(), "next", "Meet", "nextOn",
        inDays(9));
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", lately.toString());
    elm.knock(steward, UUID.randomUUID(), "3A", "outcome", "talked", "who", due.toString(), "next", "Meet", "nextOn",
        inDays(0));

    assertThat(order(steward.visitor().get(local.path("my-people")), "Ahead", "Longest", "Lately", "Never", "Due"))
        .containsExactly("Due", "Never", "Longest", "Lately", "Ahead");
  }

  @Test
  void leadsAStewardToTheirPeopleBeforeADateOfTheirOwn(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), maria);
    elm.comesTomorrow(steward.id(), "Zebra picket");

    String home = steward.visitor().get(local.path("")).body();
    assertThat(home).contains("Zebra picket").contains("<h1 id=\"next\">One of your people waits for a talk</h1>");

    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString());
    home = steward.visitor().get(local.path("")).body();
    assertThat(home).contains("The one person you are there for").contains("Zebra picket");
    assertThat(elm.organiser().visitor().get(local.path("")).body()).doesNotContain("you are there for");
  }

  @Test
  void coversNobodyByAStewardWhoseOfficeEnded(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), maria);
    assertThat(now(elm)).containsEntry(maria, steward.id());

    local.write(() -> {
      var mandates = Elm.part(Mandates.class);
      mandates.inForce(steward.id()).forEach(mandate -> mandates.end(mandate.id()));
      return true;
    });

    assertThat(now(elm)).isEmpty();
    assertThat(elm.organiser().visitor().get(elm.at("chart")).body()).contains("One person has no steward.");
  }

  @Test
  void countsThePeopleOfAnEndedOfficeAgainstNobody(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    var steward = elm.steward();
    var fifteen = IntStream.range(0, 15).mapToObj(i -> elm.person("Neighbour " + i, "2A")).toArray(UUID[]::new);
    give(elm, elm.organiser(), steward.id(), fifteen);
    local.write(() -> {
      var mandates = Elm.part(Mandates.class);
      mandates.inForce(steward.id()).forEach(mandate -> mandates.end(mandate.id()));
      return true;
    });
    local.give(steward, Role.STEWARD, new Reach.Sites(Set.of(oak.site())));

    assertThat(give(oak, oak.organiser(), steward.id(), oak.person("One more", "2A")).status()).isEqualTo(303);
  }

  @Test
  void countsNobodyWhoMovedAwayOrWentOverToTheBoss(FoundedLocal local) {
    var elm = Elm.in(local);
    var steward = elm.steward();
    var people = new ArrayList<UUID>();
    for (int i = 0; i < 15; i++) {
      people.add(elm.person("Neighbour " + i, "2A"));
    }
    give(elm, elm.organiser(), steward.id(), people.toArray(UUID[]::new));
    UUID next = elm.person("One more", "2B");
    assertThat(give(elm, elm.organiser(), steward.id(), next).status()).isEqualTo(422);

    elm.knock(elm.organiser(), UUID.randomUUID(), "2A", "outcome", "moved", "who", people.get(0).toString());
    elm.knock(elm.organiser(), UUID.randomUUID(), "2A", "outcome", "boss-side", "who", people.get(1).toString());

    assertThat(give(elm, elm.organiser(), steward.id(), next).status()).isEqualTo(303);
    assertThat(steward.visitor().get(local.path("")).body()).contains("14 of your people wait for a talk");
    assertThat(steward.visitor().get(local.path("my-people")).body()).doesNotContain("Neighbour 0", "Neighbour 1<");
  }

  @Test
  void takesAStewardAway(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID juan = elm.person("Juan", "2B");
    var steward = elm.steward();
    var organiser = elm.organiser();
    give(elm, organiser, steward.id(), maria, juan);

    Page done = organiser.visitor()
        .post(elm.at("stewards"), "part", "2", "steward", "nobody", "person", maria.toString());

    assertThat(organiser.visitor().follow(done).body()).contains("They have no steward now.");
    assertThat(now(elm)).containsOnlyKeys(juan);
    assertThat(organiser.visitor().post(elm.at("stewards"), "part", "2", "steward", "nobody").status()).isEqualTo(422);
  }

  @Test
  void keepsTheStewardWithTheHouseWhenItWasWrittenDownTwice(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    var steward = elm.steward();
    give(elm, elm.organiser(), steward.id(), maria);
    var same = new Elm(local, Elm.building(local, "118 Elm St"));

    local.write(() -> Elm.part(SiteMerge.class).merge(same.site(), elm.site()).orElseThrow());

    assertThat(now(same)).containsEntry(maria, steward.id());
    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("118 Elm St", "Maria");
  }

  @Test
  void keepsOneStewardWhenTwoRecordsBecomeOne(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID again = elm.person("Maria", "2A");
    var one = elm.steward();
    var other = elm.steward();
    give(elm, elm.organiser(), one.id(), maria);
    give(elm, elm.organiser(), other.id(), again);

    local.write(() -> Elm.part(PersonMerge.class).merge(maria, again));

    assertThat(now(elm)).containsOnlyKeys(maria);
    give(elm, elm.organiser(), other.id(), maria);
    assertThat(now(elm)).containsEntry(maria, other.id());
  }
}
