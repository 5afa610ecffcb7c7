// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.UsedFor;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Mandates;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A round on a phone: what it carries, and money that comes back from it, each once and never lost. */
@ExtendWith(ProductExtension.class)
class RoundPhoneTest {

  private static String turf(tools.jackson.databind.JsonNode taken) { return taken.get("turf").asString(); }

  private static int first(tools.jackson.databind.JsonNode taken) { return taken.get("numbers").get("next").asInt(); }

  @Test
  void carriesWhetherSomethingIsDueAndNothingOfHowMuchOrWhyNot(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Page taken = elms.steward().visitor().post(elms.at(round, "/along"));
    assertThat(taken.header("Cache-Control")).contains("no-store");
    assertThat(taken.body()).contains("Ana Quill", "1A", "\"tag\":\"due\"")
        .doesNotContain("Zebra", "$10", "10.00", ":1000", elms.ana().toString(), "waive", "\"free\"");
    var doors = Elms.JSON.readTree(taken.body()).get("doors");
    assertThat(doors).hasSize(5);
    assertThat(looks(doors, "Fee Quill")).isEqualTo(looks(doors, "Wei Quill"));
    elms.takes(round, elms.ana(), 1_000, false);
    UUID another = elms.round();
    var again = elms.along(elms.steward(), another).get("doors");
    assertThat(looks(again, "Ana Quill")).as("whoever paid before looks like whoever pays nothing by right")
        .isEqualTo(looks(again, "Fee Quill"))
        .isEqualTo(looks(again, "Wei Quill"))
        .isNotEqualTo(looks(again, "Bo Quill"));
    elms.as(elms.treasurer(), () -> {
      Elms.part(Rounds.class).showDue(true);
      return true;
    });
    var shown = elms.along(elms.steward(), another).get("doors");
    assertThat(looks(shown, "Bo Quill")).containsEntry("amount", "$10");
    assertThat(looks(shown, "Ana Quill")).isEqualTo(looks(shown, "Fee Quill")).isEqualTo(looks(shown, "Wei Quill"));
  }

  /** Everything that a phone has of somebody but who they are and where. */
  private static Map<String, String> looks(tools.jackson.databind.JsonNode doors, String name) {
    var of = doors.valueStream().filter(door -> door.get("name").asString().equals(name)).findFirst().orElseThrow();
    var fields = new java.util.TreeMap<String, String>();
    of.properties().forEach(each -> fields.put(each.getKey(), each.getValue().asString()));
    fields.keySet().removeAll(List.of("id", "name", "where"));
    return fields;
  }

  @Test
  void twoPhonesNeverCarryTheSameNumbers(FoundedLocal local) throws Exception {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    var one = elms.along(elms.steward(), round);
    var two = elms.along(elms.steward(), round);
    assertThat(first(one)).isEqualTo(2);
    assertThat(first(two)).isEqualTo(one.get("numbers").get("last").asInt() + 1);
    assertThat(one.get("numbers").get("last").asInt() - first(one) + 1).isEqualTo(5 + Block.SPARE);
    assertThat(elms.takes(round, elms.bo(), 1_000, false).number())
        .hasValue(two.get("numbers").get("last").asInt() + 1);
  }

  @Test
  void takesWhatIsHandedOverEightTimesAtOnceOnce(FoundedLocal local) throws Exception {
    var elms = Elms.of(local);
    UUID round = elms.round();
    var taken = elms.along(elms.steward(), round);
    var records = List.of(elms.paid(round, elms.ana(), 1, 1_000), elms.paid(round, elms.bo(), 2, 700),
        elms.paid(round, elms.free(), 3, 200));
    elms.steward().visitor().get(local.path("my-people")); // the form's token, before many ask at once
    Callable<Page> send = () -> elms.handOver(elms.steward(), turf(taken), records);
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var sent : threads.invokeAll(Collections.nCopies(8, send))) {
        assertThat(Elms.states(Elms.JSON.readTree(sent.get().body()).get("results"))).containsOnly("done");
      }
    }
    assertThat(elms.takings(round)).hasSize(3).allMatch(each -> each.state() == Taking.State.ENTERED);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(1_900);
    assertThat(elms.owes(elms.bo())).isEqualTo(300);
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void aForgedUploadWithANumberThatIsUsedOrIsNobodysWaitsAndIsNotPaid(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    elms.handedOver(elms.steward(), turf, elms.paid(round, elms.ana(), 1, 1_000));
    var used = elms.handedOver(elms.steward(), turf, elms.paid(round, elms.bo(), 1, 1_000));
    var nobodys = elms.handedOver(elms.steward(), turf, elms.paid(round, elms.cy(), 4_711, 1_000));
    assertThat(List.of(used, nobodys)).allSatisfy(each -> {
      assertThat(each.get("state").asString()).isEqualTo("done");
      assertThat(each.get("why").asString()).isEqualTo("rounds.phone.waits");
    });
    assertThat(elms.owes(elms.bo())).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(1_000);
    var waiting = elms.takings(round).stream().filter(each -> each.is(Taking.State.WAITS)).toList();
    assertThat(waiting).extracting(Taking::why)
        .containsExactlyInAnyOrder(Optional.of(Taking.Why.USED), Optional.of(Taking.Why.NUMBER));
    UUID real = waiting.stream()
        .filter(each -> each.why().equals(Optional.of(Taking.Why.USED)))
        .findFirst()
        .orElseThrow()
        .id();
    UUID forged = waiting.stream().filter(each -> !each.id().equals(real)).findFirst().orElseThrow().id();
    assertThat(elms.as(elms.treasurer(), () -> Elms.part(Takings.class).accept(real)))
        .isEqualTo(Takings.Accepted.DONE);
    assertThat(elms.local().read(() -> Elms.part(Takings.class).find(real)).orElseThrow().number())
        .as("a number of its own")
        .hasValue(5 + Block.SPARE + 1);
    assertThat(elms.as(elms.treasurer(), () -> Elms.part(Takings.class).refuse(forged, "Nobody was there"))).isTrue();
    assertThat(elms.as(elms.treasurer(), () -> Elms.part(Takings.class).refuse(forged, "Again"))).isFalse();
    assertThat(elms.owes(elms.bo())).isZero();
    assertThat(elms.owes(elms.cy())).isEqualTo(1_000);
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void refusesWhatNoPhoneWritesDown(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    for (String amount : List.of("0", "-5", "12,345.678", "1000000000001", "99999999999999999999", "ten", "1.5", "")) {
      var record = elms.paid(round, elms.ana(), 1, 1_000);
      record.put("amount", amount);
      assertThat(elms.handedOver(elms.steward(), turf, record).get("why").asString()).as(amount)
          .isEqualTo("rounds.phone.senseless");
    }
    var numberless = elms.paid(round, elms.ana(), 1, 1_000);
    numberless.put("number", "one");
    var strange = elms.paid(round, elms.ana(), 1, 1_000);
    strange.put("what", "steal");
    var nameless = elms.paid(round, elms.ana(), 1, 1_000);
    nameless.put("id", "1");
    assertThat(List.of(numberless, strange, nameless))
        .allSatisfy(each -> assertThat(elms.handedOver(elms.steward(), turf, each).get("state").asString())
            .isEqualTo("refused"));
    assertThat(elms.takings(round)).isEmpty();
  }

  @Test
  void believesNoClockThatIsWrongByAYear(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    var ahead = elms.paid(round, elms.ana(), 1, 1_000);
    ahead.put("on", Elms.today().plusYears(1).toString());
    var behind = elms.paid(round, elms.bo(), 2, 1_000);
    behind.put("on", Elms.today().minusYears(1).toString());
    var senseless = elms.paid(round, elms.cy(), 3, 1_000);
    senseless.put("on", "31 June");
    senseless.put("heldAt", "noon");
    for (var each : List.of(ahead, behind)) {
      assertThat(elms.handedOver(elms.steward(), turf, each).get("why").asString()).isEqualTo("rounds.phone.day");
    }
    elms.handedOver(elms.steward(), turf, senseless);
    assertThat(elms.takings(round)).hasSize(3).allMatch(each -> each.on().equals(Elms.today()));
  }

  @Test
  void moneyThatComesAfterTheRoundWasHandedInWaitsAndIsCountedApart(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    elms.handedOver(elms.steward(), turf, elms.paid(round, elms.ana(), 1, 1_000));
    assertThat(elms.as(elms.steward(), () -> Elms.part(Rounds.class).handIn(round, false)))
        .isEqualTo(Rounds.Changed.PHONES_OUT);
    assertThat(elms.as(elms.steward(), () -> Elms.part(Rounds.class).handIn(round, true)))
        .isEqualTo(Rounds.Changed.DONE);
    assertThat(elms.now(round).anyway()).isTrue();
    count(elms, round, 1_000);

    assertThat(elms.steward().visitor().get(local.path("turf/" + turf)).body()).contains("data-state=\"valid\"",
        "data-names=\"go\"");
    var late = elms.handedOver(elms.steward(), turf, elms.paid(round, elms.bo(), 2, 500));
    assertThat(late.get("state").asString()).isEqualTo("done");
    assertThat(late.get("why").asString()).isEqualTo("rounds.phone.waits");
    assertThat(elms.now(round).state()).isEqualTo(Round.State.COUNTED);
    UUID id = waits(elms, round);
    elms.as(elms.treasurer(), () -> Elms.part(Takings.class).accept(id));
    assertThat(elms.now(round).state()).isEqualTo(Round.State.HANDED_IN);
    count(elms, round, 500);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_500);
    assertThat(local.read(() -> Elms.part(Counting.class).of(round))).hasSize(2);
    assertThat(elms.faults()).isEmpty();
  }

  private static void count(Elms elms, UUID round, long cash) {
    elms.as(elms.steward(), () -> Elms.part(Counting.class).count(round, cash, 0));
    assertThat(elms.as(elms.treasurer(), () -> Elms.part(Counting.class).count(round, cash, 0)))
        .isInstanceOf(Counting.Done.Counted.class);
  }

  private static UUID waits(Elms elms, UUID round) {
    return elms.takings(round).stream().filter(each -> each.is(Taking.State.WAITS)).findFirst().orElseThrow().id();
  }

  @Test
  void moneyOfWhoeverIsNoStewardAnyMoreOfALostPhoneAndOfSomebodyLeftOutIsNotLost(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    String lost = turf(elms.along(elms.steward(), round));
    UUID bo = elms.visit(round, elms.bo());
    assertThat(elms.organiser().visitor().post(elms.at(round, "/people/" + bo + "/leave-out")).status()).isEqualTo(303);
    var leftOut = elms.paid(round, elms.ana(), 1, 100);
    leftOut.put("visit", bo.toString());
    assertThat(elms.handedOver(elms.steward(), turf, leftOut).get("why").asString()).isEmpty();
    assertThat(elms.owes(elms.bo())).as("their money is theirs").isEqualTo(900);

    assertThat(elms.organiser().visitor().post(elms.at(round, "/along/" + lost + "/revoke")).status()).isEqualTo(303);
    assertThat(elms.steward().visitor().get(local.path("turf/" + lost)).body()).contains("data-names=\"go\"");
    int number = 5 + Block.SPARE + 1;
    assertThat(elms.handedOver(elms.steward(), lost, elms.paid(round, elms.ana(), number, 1_000)).get("why").asString())
        .isEqualTo("rounds.phone.waits");

    local.write(() -> {
      Elms.part(Mandates.class)
          .of(elms.steward().id(), 10)
          .stream()
          .filter(each -> each.role() == org.groundwork.platform.access.Role.STEWARD)
          .forEach(each -> Elms.part(Mandates.class).end(each.id()));
      return true;
    });
    assertThat(elms.handedOver(elms.steward(), turf, elms.paid(round, elms.cy(), 2, 1_000)).get("why").asString())
        .isEqualTo("rounds.phone.waits");
    assertThat(elms.takings(round)).filteredOn(each -> each.is(Taking.State.WAITS))
        .extracting(each -> each.why().orElseThrow())
        .containsExactlyInAnyOrder(Taking.Why.REVOKED, Taking.Why.MANDATE);
    assertThat(elms.steward().visitor().get(elms.at(round, "")).body()).as("their round, without names")
        .doesNotContain("Ana Quill");
    assertThat(elms.steward().visitor().post(elms.at(round, "/along")).status()).isEqualTo(303);
  }

  @Test
  void aPhoneHandsOverWeeksLaterAndOnlyWhoeverTookIt(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    var record = elms.paid(round, elms.ana(), 1, 1_000);
    assertThat(elms.handOver(elms.treasurer(), turf, List.of(record)).status()).isEqualTo(404);
    Product.shared().clock().advance(Duration.ofDays(45));
    local.write(() -> {
      Elms.part(Turfs.class).deleteOld();
      return true;
    });
    var steward = local.withPasskey(elms.steward());
    assertThat(elms.handedOver(steward, turf, record).get("state").asString()).isEqualTo("done");
    assertThat(elms.takings(round)).hasSize(1);
  }

  @Test
  void aNumberThatWasTakenBackIsNotUsedAgainAndDoneMeansNothingIsLeft(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    var back = new java.util.TreeMap<>(Map.of("id", UUID.randomUUID().toString(), "what", "void", "number", "1"));
    var done = Map.of("id", UUID.randomUUID().toString(), "what", "done", "turf", turf);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(elms.handedOver(elms.steward(), turf, back).get("state").asString()).isEqualTo("done");
    }
    elms.handedOver(elms.steward(), turf, elms.paid(round, elms.ana(), 2, 1_000));
    back.put("id", UUID.randomUUID().toString());
    back.put("number", "2");
    assertThat(elms.handedOver(elms.steward(), turf, back).get("why").asString()).isEqualTo("rounds.phone.void");
    assertThat(elms.handedOver(elms.steward(), turf, elms.paid(round, elms.bo(), 1, 1_000)).get("why").asString())
        .isEqualTo("rounds.phone.waits");
    assertThat(elms.handedOver(elms.steward(), turf, done).get("state").asString()).isEqualTo("done");
    assertThat(elms.as(elms.steward(), () -> Elms.part(Rounds.class).handIn(round, false)))
        .isEqualTo(Rounds.Changed.DONE);
    assertThat(elms.treasurer().visitor().get(elms.at(round, "")).body())
        .contains("R1-001", "Taken back at the door", "R1-003", "Not used");
  }

  @Test
  void whatIsTalkedAboutIsWrittenDownAndNobodyHomeIsAKnock(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    String turf = turf(elms.along(elms.steward(), round));
    UUID talk = UUID.randomUUID();
    var paid = elms.paid(round, elms.ana(), 1, 1_000);
    paid.putAll(Map.of("talked", "yes", "talk", talk.toString(), "next", "Bring the letter"));
    var wrong = elms.paid(round, elms.bo(), 2, 1_000);
    wrong.putAll(Map.of("talked", "yes", "talk", UUID.randomUUID().toString(), "reply", "yes", "ask", "step:1"));
    UUID knock = UUID.randomUUID();
    var away = Map.of("id", knock.toString(), "what", "not-there", "visit", elms.visit(round, elms.cy()).toString());
    assertThat(elms.handedOver(elms.steward(), turf, paid).get("why").asString()).isEmpty();
    assertThat(elms.handedOver(elms.steward(), turf, wrong).get("why").asString()).isEqualTo("rounds.phone.talk");
    elms.handedOver(elms.steward(), turf, away);
    elms.handedOver(elms.steward(), turf, away);
    var held = local.read(() -> Elms.part(Conversations.class).byId(talk)).orElseThrow();
    assertThat(held.outcome()).isEqualTo(Outcome.TALKED);
    assertThat(held.talk().next().orElseThrow().step()).isEqualTo("Bring the letter");
    assertThat(local.read(() -> Elms.part(Conversations.class).byId(knock)).orElseThrow().outcome())
        .isEqualTo(Outcome.NOT_HOME);
    assertThat(elms.takings(round)).as("the money is taken all the same").hasSize(2);
    assertThat(
        local.read(() -> Elms.part(Visits.class).find(round, elms.visit(round, elms.cy()))).orElseThrow().state())
        .isEqualTo(Visit.State.NOT_THERE);
  }

  @Test
  void countsAMoneyWithoutSmallerUnits(FoundedLocal local) {
    var elms = Elms.of(local, "JPY");
    UUID round = elms.round();
    var taken = elms.along(elms.steward(), round);
    assertThat(taken.get("digits").asInt()).isZero();
    elms.handedOver(elms.steward(), turf(taken), elms.paid(round, elms.ana(), 1, 1_000));
    UUID visit = elms.visit(round, elms.bo());
    String door = elms.at(round, "/people/" + visit);
    assertThat(elms.steward()
        .visitor()
        .post(door, "once", UUID.randomUUID().toString(), "what", "paid", "amount", "10.5")
        .body()).contains("amount-error");
    assertThat(elms.steward()
        .visitor()
        .post(door, "once", UUID.randomUUID().toString(), "what", "paid", "amount",
            "1,000")
        .status()).isEqualTo(303);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(2_000);
  }

  @Test
  void aRoundWithoutNumbersLeftSaysSo(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    local.write(() -> Elms.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update rounds.round set next_number = 9999 where local_id = ? and id = ?")
        .params(local.id().value(), round)
        .update());
    assertThat(elms.takes(round, elms.ana(), 100, false).number()).hasValue(9_999);
    UUID visit = elms.visit(round, elms.ana());
    assertThat(elms.as(elms.steward(), () -> Elms.part(Takings.class)
        .take(new Takings.Said(UUID.randomUUID(), round,
            visit, OptionalInt.empty(), 100, false, Elms.today()))))
        .isEmpty();
    assertThat(elms.steward().visitor().post(elms.at(round, "/along")).location()).as("which says why")
        .hasValue(elms.at(round, "/along"));
  }
}
