// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.FoundedLocal.Person;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Officers on a round: none decides about their own money, and what was forgotten can still be taken. */
@ExtendWith(ProductExtension.class)
class RoundOfficersTest {

  private static Rounds rounds() { return Elms.part(Rounds.class); }

  private static Takings takings() { return Elms.part(Takings.class); }

  private static Counting counting() { return Elms.part(Counting.class); }

  private static Person another(Elms elms) {
    return elms.local().withPasskey(elms.local().person(Role.MEMBER, Role.TREASURER));
  }

  /** Puts somebody onto a round and answers their visit. */
  private static UUID put(Elms elms, UUID round, Person somebody) {
    elms.as(elms.treasurer(), () -> rounds().add(round, somebody.id()));
    return elms.visit(round, somebody.id());
  }

  private static Taking takes(Elms elms, Person taker, UUID round, UUID visit) {
    return elms.as(taker, () -> takings().take(new Takings.Said(UUID.randomUUID(), round, visit, OptionalInt.empty(),
        1_000, false, Elms.today()))).orElseThrow();
  }

  @Test
  void whatSomebodyTakesOfThemselfWaitsForAnotherOfficer(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    var other = another(elms);
    for (Person self : List.of(elms.treasurer(), elms.steward())) {
      Taking own = takes(elms, self, round, put(elms, round, self));
      assertThat(own.state()).isEqualTo(Taking.State.WAITS);
      assertThat(own.why()).hasValue(Taking.Why.OWN);
      if (self.equals(elms.treasurer())) {
        assertThat(elms.as(self, () -> takings().accept(own.id()))).isEqualTo(Takings.Accepted.NOT_NOW);
        assertThat(self.visitor().get(elms.at(round, "")).body()).contains("This is your own payment");
      }
      assertThat(other.visitor().get(elms.at(round, "")).body()).contains("Whoever took it paid it too");
      assertThat(elms.as(other, () -> takings().accept(own.id()))).isEqualTo(Takings.Accepted.DONE);
    }
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(2_000);
  }

  @Test
  void whoeverTookItDoesNotTakeItBack(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    var other = another(elms);
    Taking taken = takes(elms, elms.treasurer(), round, elms.visit(round, elms.ana()));
    assertThat(elms.as(elms.treasurer(), () -> takings().undo(taken.id(), "I keep it")))
        .isEqualTo(Takings.Undone.NOT_NOW);
    assertThat(elms.treasurer().visitor().get(elms.at(round, "")).body()).contains("R1-001").doesNotContain("/undo");
    assertThat(elms.treasurer()
        .visitor()
        .post(elms.at(round, "/receipts/" + taken.id() + "/undo"), "note", "I keep it")
        .body()).contains("Another officer puts it right");
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(1_000);
    assertThat(other.visitor().get(elms.at(round, "")).body()).contains("/undo");
    assertThat(elms.as(other, () -> takings().undo(taken.id(), "It was ten"))).isEqualTo(Takings.Undone.DONE);
  }

  /** Who carried the envelope does not say why it holds less, as long as another officer can. */
  @Test
  void whoeverTookTheMoneyEntersNoDifference(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    takes(elms, elms.treasurer(), round, elms.visit(round, elms.ana()));
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, 900, 0));
    elms.as(elms.treasurer(), () -> counting().count(round, 900, 0));
    assertThat(elms.<Boolean>as(elms.treasurer(), () -> counting().ownAmong(round))).as("the only officer").isFalse();
    var other = another(elms);
    var by = new Counting.Difference(-100, 0);
    assertThat(elms.as(elms.treasurer(), () -> counting().confirm(round, by, "Lost")))
        .isInstanceOf(Counting.Done.Own.class);
    assertThat(elms.as(other, () -> counting().confirm(round, by, "Lost"))).isInstanceOf(Counting.Done.Counted.class);
  }

  @Test
  void whoeverPaidEntersNoDifference(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    UUID visit = put(elms, round, elms.treasurer());
    takes(elms, elms.steward(), round, visit);
    var other = another(elms);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, 900, 0));
    elms.as(other, () -> counting().count(round, 900, 0));
    var by = new Counting.Difference(-100, 0);
    assertThat(elms.as(elms.treasurer(), () -> counting().confirm(round, by, "Lost")))
        .isInstanceOf(Counting.Done.Own.class);
    var treasurer = elms.treasurer().visitor();
    assertThat(treasurer.get(elms.at(round, "/count")).body()).contains("Your own payment is among these receipts")
        .doesNotContain("/count/confirm");
    assertThat(treasurer.post(elms.at(round, "/count/confirm"), "cashBy", "-100", "chequesBy", "0", "reason", "Lost")
        .body()).contains("reason-error", "Another officer enters the difference");
    assertThat(elms.balance(UsedFor.CASH)).isZero();
    assertThat(elms.as(other, () -> counting().confirm(round, by, "Lost"))).isInstanceOf(Counting.Done.Counted.class);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(900);
  }

  @Test
  void whatWasForgottenIsTakenAfterTheEnvelopeIsHandedIn(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 4_321, false);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    var treasurer = elms.treasurer().visitor();
    var steward = elms.steward().visitor();
    String door = elms.at(round, "/people/" + elms.visit(round, elms.bo()));
    assertThat(treasurer.get(elms.at(round, "")).body()).contains("Take what was forgotten", elms.at(round, "/list"));
    assertThat(steward.get(elms.at(round, "")).body()).doesNotContain("Take what was forgotten");
    assertThat(steward.get(elms.at(round, "/list")).location()).hasValue(elms.at(round, ""));
    assertThat(treasurer.get(elms.at(round, "/list")).body()).contains("The envelope is handed in", door)
        .doesNotContain("/along\"");
    String once = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      var taken = treasurer.post(door, "once", once, "what", "paid", "amount", "7.25");
      assertThat(taken.status()).isEqualTo(303);
      var next = treasurer.get(taken.location().orElseThrow());
      assertThat(next.status()).isEqualTo(200);
      assertThat(next.body()).contains("The number of the receipt is R1-002").doesNotContain("43.21", "7.25");
    }
    assertThat(treasurer.follow(treasurer.post(door, "once", UUID.randomUUID().toString(), "what", "not-now")).body())
        .contains("Written down: not now");
    assertThat(steward.post(door, "once", UUID.randomUUID().toString(), "what", "paid", "amount", "5").status())
        .isEqualTo(409);
    assertThat(elms.takings(round)).hasSize(2);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(5_046);
  }

  @Test
  void theReceiptsBesideADifferenceAreThoseThatNobodyCounted(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, 1_000, 0));
    elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 0));
    takes(elms, elms.treasurer(), round, elms.visit(round, elms.bo()));
    elms.as(elms.steward(), () -> counting().count(round, 900, 0));
    elms.as(elms.treasurer(), () -> counting().count(round, 900, 0));
    assertThat(elms.treasurer().visitor().get(elms.at(round, "/count")).body()).contains("R1-002", "Bo Quill")
        .doesNotContain("R1-001", "Ana Quill");
  }

  @Test
  void whatWaitsComesFirstAndNothingIsBehindTheEnd(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID counted = elms.round();
    elms.as(elms.steward(), () -> rounds().handIn(counted, false));
    UUID waits = elms.round();
    takes(elms, elms.treasurer(), waits, put(elms, waits, elms.treasurer()));
    UUID handed = elms.round();
    elms.takes(handed, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(handed, false));
    UUID older = elms.round();
    UUID newer = elms.round();
    var looks = new Rounds.Looks(elms.treasurer().id(), true, List.of(), true, true);
    assertThat(pages(local, looks)).containsExactly(waits, handed, newer, older, counted);
    var reads = new Rounds.Looks(elms.treasurer().id(), true, List.of(), true, false);
    assertThat(pages(local, reads)).as("for whom nothing waits").containsExactly(handed, newer, older, waits, counted);
    var nobody = new Rounds.Looks(elms.ana(), false, List.of(), false, false);
    assertThat(pages(local, nobody)).isEmpty();
    var counter = new Rounds.Looks(elms.ana(), false, List.of(), true, false);
    assertThat(pages(local, counter)).containsExactly(handed, counted);
    var organiser = new Rounds.Looks(elms.organiser().id(), false, List.of(elms.site()), false, false);
    assertThat(pages(local, organiser)).hasSize(5);
    assertThat(elms.treasurer().visitor().get(local.path("dues/rounds")).body())
        .containsSubsequence("Money waits for you", "Handed in", "Under way", "Done");
  }

  /** The rounds, two at a time. */
  private static List<UUID> pages(FoundedLocal local, Rounds.Looks looks) {
    var all = new ArrayList<UUID>();
    Optional<UUID> behind = Optional.empty();
    List<UUID> some;
    do {
      Optional<UUID> after = behind;
      some = local.read(() -> rounds().latest(looks, after, 2)).stream().map(Round::id).toList();
      all.addAll(some);
      behind = some.isEmpty() ? behind : Optional.of(some.getLast());
    } while (some.size() == 2);
    return all;
  }

  @Test
  void whoeverSeesFewOfManyRoundsSeesThose(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID own = elms.round();
    elms.takes(own, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(own, false));
    var other = Elms.steward(local, elms.site());
    elms.as(elms.treasurer(), () -> {
      for (int at = 0; at < 105; at++) {
        rounds().begin(new Rounds.New(Round.Kind.NAMES, Optional.empty(), List.of(), other.id(), List.of()));
      }
      return true;
    });
    assertThat(elms.steward().visitor().get(local.path("dues/rounds")).body()).contains("Round 1: 118 Elm")
        .doesNotContain("Round 2:");
    var treasurer = elms.treasurer().visitor();
    String first = treasurer.get(local.path("dues/rounds")).body();
    assertThat(first).contains("Round 1: 118 Elm", "Round 106:", "More rounds").doesNotContain("Round 2:");
    String more = first.replaceAll("(?s).*href=\"([^\"]*dues/rounds\\?after=[^\"]+)\".*", "$1");
    assertThat(treasurer.get(more).body()).contains("Round 2:", "Round 7:").doesNotContain("Round 106:", "More rounds");
  }
}
