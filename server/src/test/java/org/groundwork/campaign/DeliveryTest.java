// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Pdf;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names get on paper when a letter is handed over and never before, and the list is then as it is. */
@ExtendWith(ProductExtension.class)
class DeliveryTest {

  private static List<String> names(Petition petition) {
    return petition.local()
        .read(() -> Petition.part(Deliveries.class).names(petition.step()))
        .stream()
        .map(Deliveries.Signer::name)
        .toList();
  }

  @Test
  void makesNoPaperWithNamesBeforeItIsHandedOver(FoundedLocal local) {
    var petition = Petition.in(local, 18);
    petition.signed(17);
    var organiser = petition.fight().organiser();

    assertThat(organiser.get(petition.path("/delivered")).status()).isEqualTo(404);
    assertThat(organiser.get(petition.path("/deliver")).body()).contains("17 names will be printed")
        .doesNotContain("sure?");
    assertThat(petition.deliver(organiser, "").status()).isEqualTo(303);

    String paper = Pdf.text(organiser.file(petition.path("/delivered")));
    assertThat(paper).contains("Signed by 17 people", petition.nameOf(petition.people().get(3)))
        .doesNotContain(petition.nameOf(petition.people().get(17)));
  }

  @Test
  void asksAgainBelowTheThreshold(FoundedLocal local) {
    var petition = Petition.in(local, 5);
    petition.signed(3);
    var organiser = petition.fight().organiser();

    assertThat(organiser.get(petition.path("/deliver")).body()).contains("3 of 16, sure?");
    Page refused = petition.deliver(organiser, "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Three of us", "Fewer have signed than it takes.");
    assertThat(petition.local().read(() -> Petition.part(Deliveries.class).of(petition.step()))).isEmpty();
    assertThat(petition.deliver(organiser, "The zebra hearing is tomorrow").status()).isEqualTo(303);

    assertThat(organiser.get(petition.path("")).body()).contains("With 3 of 16 needed, because: The zebra hearing");
  }

  @Test
  void keepsOffThePaperWhoAskedForIt(FoundedLocal local) {
    var petition = Petition.in(local, 4);
    petition.signed(4);
    UUID shy = petition.people().get(1);
    var organiser = petition.fight().organiser();
    var fields = new ArrayList<String>();
    petition.people().forEach(person -> fields.addAll(List.of("shown", person.toString())));
    fields.addAll(List.of("unnamed", shy.toString()));

    assertThat(organiser.post(petition.path("/names"), fields.toArray(String[]::new)).status()).isEqualTo(303);
    assertThat(organiser.get(petition.path("/deliver")).body()).contains("3 names will be printed, one more counted");
    petition.deliver(organiser, "It cannot wait");

    String paper = Pdf.text(organiser.file(petition.path("/delivered")));
    assertThat(paper).contains("Signed by 3 people", "One more person stands behind it")
        .doesNotContain(petition.nameOf(shy));
    assertThat(names(petition)).hasSize(3);
  }

  /** Somebody of the chart, with so many more beside them, all of whom signed. */
  private static List<UUID> manySigners(Petition petition, int many) {
    return petition.local().write(() -> {
      UUID set = Petition.part(org.groundwork.platform.history.ChangeSets.class).open("test");
      var people = java.util.stream.IntStream.range(0, many)
          .mapToObj(at -> Petition.part(org.groundwork.roll.People.class)
              .addContact(set, new org.groundwork.roll.People.Known("Signer %03d".formatted(at),
                  java.util.Optional.empty(), java.util.Optional.empty(), "")))
          .toList();
      Petition.part(StrengthTests.class).did(petition.step(), people, Fight.today());
      return people;
    });
  }

  @Test
  void letsEverybodyOfALongListKeepTheirNameOffThePaper(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    var people = manySigners(petition, 405);
    var organiser = petition.fight().organiser();

    assertThat(organiser.get(petition.path("/names")).body()).contains("Page 1 of 3", "Signer 199")
        .doesNotContain("Signer 200");
    assertThat(organiser.get(petition.path("/names?page=3")).body()).contains("Signer 404", "Page 3 of 3");
    assertThat(organiser.get(petition.path("/names?page=99")).body()).contains("Page 3 of 3");
    var last = people.getLast().toString();
    assertThat(organiser.post(petition.path("/names"), "shown", last, "unnamed", last).status()).isEqualTo(303);
    assertThat(organiser.post(petition.path("/names"), "shown", people.getFirst().toString(), "next", "2").location())
        .contains(petition.path("/names?page=2"));

    petition.deliver(organiser, "It cannot wait");
    assertThat(names(petition)).hasSize(404).doesNotContain("Signer 404");
    assertThat(organiser.post(petition.path("/names"), "shown", last).location()).as("too late, and it says so")
        .contains(petition.path("/names"));
    assertThat(organiser.get(petition.path("/names")).body()).contains("The list is fixed");
  }

  @Test
  void tellsAPersonOfTheirNameAlsoWhenTwoRecordsAreOne(FoundedLocal local) {
    var petition = Petition.in(local, 2);
    petition.signed(1);
    UUID first = petition.people().getFirst();
    UUID kept = petition.people().getLast();
    local.write(() -> Petition.part(org.groundwork.roll.PersonMerge.class).merge(kept, first).orElseThrow());
    petition.deliver(petition.fight().organiser(), "Now");

    var own = local.read(() -> Petition.part(OwnSignatures.class).about(kept)).getFirst();
    assertThat(own.entries()).singleElement()
        .satisfies(told -> assertThat(told.facts().toString())
            .contains("name-handed-over, label=own.acts.delivered, value=YesNo[yes=true]"));
    petition.takeBack(kept);
    assertThat(local.read(() -> Petition.part(OwnSignatures.class).about(kept)).toString())
        .as("taken back, but the name is out")
        .contains("value=YesNo[yes=true]");
  }

  @Test
  void dropsWhoWithdrewBeforeAndLeavesThePaperAsItWasAfter(FoundedLocal local) {
    var petition = Petition.in(local, 6);
    petition.signed(4);
    petition.takeBack(petition.people().get(0));
    var organiser = petition.fight().organiser();
    petition.deliver(organiser, "It cannot wait");
    assertThat(names(petition)).hasSize(3).doesNotContain(petition.nameOf(petition.people().get(0)));

    Product.shared().clock().advance(Duration.ofSeconds(1));
    petition.sign(petition.people().subList(4, 6));
    petition.takeBack(petition.people().get(1));

    assertThat(names(petition)).hasSize(3).contains(petition.nameOf(petition.people().get(1)));
    assertThat(organiser.get(petition.path("")).body()).contains("2 people signed after that and are not on it.");
    assertThat(organiser.post(petition.path(""), "version", "0", "body", "Other words").status()).isEqualTo(422);
  }

  @Test
  void neverPrintsTheBosssSide(FoundedLocal local) {
    var petition = Petition.in(local, 3);
    UUID boss = local.write(() -> {
      UUID set = Petition.part(ChangeSets.class).open("test");
      UUID made = Petition.part(People.class)
          .addContact(set, new People.Known("Cousin of the owner", Optional.empty(), Optional.empty(), ""));
      Petition.part(People.class).place(set, made, petition.fight().site(), Optional.empty(), true);
      return made;
    });
    petition.signed(2);
    petition.sign(List.of(boss));
    petition.deliver(petition.fight().organiser(), "It cannot wait");

    assertThat(names(petition)).hasSize(2).doesNotContain("Cousin of the owner");
    assertThat(local.read(() -> Petition.part(Deliveries.class).of(petition.step())).orElseThrow().unnamed()).isZero();
  }

  @Test
  void isHandedOverOnce(FoundedLocal local) throws Exception {
    var petition = Petition.in(local, 4);
    petition.signed(3);
    var one = petition.fight().organiser();
    var other = petition.fight().organiser();
    one.get(petition.path("/deliver"));
    other.get(petition.path("/deliver"));
    try (var two = Executors.newFixedThreadPool(2)) {
      var answers = two.invokeAll(List.<Callable<Page>>of(() -> petition.deliver(one, "Now"),
          () -> petition.deliver(other, "Now")));
      for (var answer : answers) {
        assertThat(answer.get().status()).isEqualTo(303);
      }
    }
    assertThat(names(petition)).hasSize(3);
  }

  /** Whoever signs at that moment is on the list, or signed clearly after it: never lost, never in both. */
  @Test
  void hasASignatureInTheListOrClearlyAfter(FoundedLocal local) throws Exception {
    for (int round = 0; round < 8; round++) {
      var petition = Petition.in(Product.shared().found(), 6);
      petition.signed(3);
      var organiser = petition.fight().organiser();
      organiser.get(petition.path("/deliver"));
      var start = new CountDownLatch(1);
      try (var many = Executors.newFixedThreadPool(4)) {
        var running = new ArrayList<java.util.concurrent.Future<?>>();
        running.add(many.submit(() -> {
          start.await();
          return petition.deliver(organiser, "Now").status();
        }));
        for (int at = 3; at < 6; at++) {
          UUID signer = petition.people().get(at);
          running.add(many.submit(() -> {
            start.await();
            petition.sign(List.of(signer));
            return 0;
          }));
        }
        start.countDown();
        for (var one : running) {
          one.get();
        }
      }
      int after = petition.local().read(() -> Petition.part(Deliveries.class).after(petition.step()));
      var made = petition.local().read(() -> Petition.part(Deliveries.class).of(petition.step())).orElseThrow();
      assertThat(names(petition)).hasSize(made.names());
      assertThat(made.names() + after).isEqualTo(6);
    }
  }

  @Test
  void opensTheListAgainUntilTheDayIsOver(FoundedLocal local) {
    var petition = Petition.in(local, 4);
    petition.signed(3);
    var organiser = petition.fight().organiser();
    petition.deliver(organiser, "Now");

    assertThat(organiser.post(petition.path("/reopen")).status()).isEqualTo(303);
    assertThat(names(petition)).isEmpty();
    petition.deliver(petition.fight().organiser(), "Now");
    Product.shared().clock().advance(Duration.ofDays(2));
    petition.fight().organiser().post(petition.path("/reopen"));
    assertThat(names(petition)).hasSize(3);
  }

  @Test
  void keepsWhoSignedWhenAPasteIsTakenBack(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    String people = local.path("sites/" + petition.fight().site() + "/people");
    var organiser = petition.fight().organiser();
    String set = organiser.post(people, "lines", "Maria 6A\nJuan 6B")
        .location()
        .orElseThrow()
        .replaceFirst(".*added=", "")
        .replaceFirst("&.*", "");
    UUID entered = local.read(() -> Petition.part(People.class).at(petition.fight().site()))
        .stream()
        .map(People.Place::person)
        .filter(person -> !petition.people().contains(person))
        .findFirst()
        .orElseThrow();
    petition.sign(List.of(entered));

    assertThat(organiser.post(people + "/undo", "added", set).status()).isEqualTo(409);
    petition.takeBack(entered);
    assertThat(organiser.post(people + "/undo", "added", set).status()).isEqualTo(200);
  }

  @Test
  void standsForExactlyTheseNames() {
    String print = Deliveries.print("Words", List.of("Ana", "Bo"));

    assertThat(print).hasSize(24).isEqualTo(Deliveries.print("Words", List.of("Ana", "Bo")));
    assertThat(Deliveries.print("Words", List.of("AnaBo"))).isNotEqualTo(print);
    assertThat(Deliveries.print("Words", List.of("Bo", "Ana"))).isNotEqualTo(print);
  }

  @Test
  void tellsAPersonAndForgetsTheirName(FoundedLocal local) {
    var petition = Petition.in(local, 3);
    petition.signed(3);
    petition.deliver(petition.fight().organiser(), "Now");
    UUID person = petition.people().getFirst();

    var told = local.read(() -> Petition.part(OwnSignatures.class).about(person)).getFirst().entries().getFirst();
    assertThat(told.facts().toString()).contains("A letter of ours", "YesNo[yes=true]");
    local.write(() -> {
      Petition.part(org.groundwork.roll.Forgetting.class).person(person);
      return true;
    });

    assertThat(names(petition)).hasSize(2);
    assertThat(Pdf.text(petition.fight().organiser().file(petition.path("/delivered")))).contains(
        "Signed by 3 people");
  }
}
