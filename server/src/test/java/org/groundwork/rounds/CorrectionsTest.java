// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.FoundedLocal.Person;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts that turn out wrong after two counted them, and rounds whose numbers run out. */
@ExtendWith(ProductExtension.class)
class CorrectionsTest {

  private static Corrections corrections() { return Elms.part(Corrections.class); }

  private static Takings takings() { return Elms.part(Takings.class); }

  private static Counting counting() { return Elms.part(Counting.class); }

  private static Person another(Elms elms) {
    return elms.local().withPasskey(elms.local().person(Role.MEMBER, Role.TREASURER));
  }

  private static Corrections.Wanted wanted(UUID person, long amount) {
    return new Corrections.Wanted(Optional.of(person), amount, false);
  }

  private static Corrections.Wanted wanted(long amount) {
    return new Corrections.Wanted(Optional.empty(), amount, false);
  }

  /** A receipt of Ana's over a sum, handed in and counted by two as so much cash. */
  private static Taking counted(Elms elms, UUID round, long amount, long cash) {
    Taking taken = elms.takes(round, elms.ana(), amount, false);
    elms.as(elms.steward(), () -> Elms.part(Rounds.class).handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, cash, 0));
    elms.as(elms.treasurer(), () -> counting().count(round, cash, 0));
    if (amount != cash) {
      elms.as(elms.treasurer(),
          () -> counting().confirm(round, new Counting.Difference(cash - amount, 0), "Nobody knows why"));
    }
    return now(elms, taken);
  }

  private static Taking now(Elms elms, Taking taken) {
    return elms.local().read(() -> takings().find(taken.id())).orElseThrow();
  }

  private static Correction only(Elms elms, UUID round) {
    return elms.local().read(() -> corrections().of(round)).getFirst();
  }

  @Test
  void ofTheWrongMemberIsEnteredAtOnceAndKeepsItsNumber(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 1_000, 1_000);
    UUID before = wrong.entry().orElseThrow();
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(elms.ana(), 1_000), "Hm")))
        .isEqualTo(Corrections.Came.SAME);
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(elms.bo(), 1_000), "1B paid")))
        .isEqualTo(Corrections.Came.DONE);
    assertThat(elms.owes(elms.ana())).isEqualTo(1_000);
    assertThat(elms.owes(elms.bo())).isZero();
    Taking right = now(elms, wrong);
    assertThat(right.number()).hasValue(1);
    assertThat(right.counted()).isTrue();
    assertThat(right.entry()).isNotEqualTo(wrong.entry());
    assertThat(local.read(() -> Elms.part(Payments.class).find(right.payment().orElseThrow())).orElseThrow().receipt())
        .isEqualTo("R1-001-2");
    assertThat(only(elms, round).entries().was()).hasValue(before);
    assertThat(only(elms, round).decided()).as("nobody else was needed").isEmpty();
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.CASH, FundKind.STRIKE)).isEqualTo(100);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).isZero();
    assertThat(elms.now(round).state()).isEqualTo(Round.State.COUNTED);
    assertThat(states(elms, round, elms.ana())).isEqualTo(Visit.State.TO_SEE);
    assertThat(states(elms, round, elms.bo())).isEqualTo(Visit.State.PAID);
    // and once more, to somebody with nothing due who was never on the round
    UUID far = local.person(Role.MEMBER).id();
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(far, 1_000), "Somebody else")))
        .isEqualTo(Corrections.Came.DONE);
    assertThat(elms.owes(elms.bo())).isEqualTo(1_000);
    assertThat(local.read(() -> Elms.part(Payments.class).ahead(far))).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.CASH, FundKind.STRIKE)).as("no dues of theirs are for strikes").isZero();
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(elms.faults()).isEmpty();
  }

  private static Visit.State states(Elms elms, UUID round, UUID person) {
    UUID visit = elms.visit(round, person);
    return elms.local().read(() -> Elms.part(Visits.class).find(round, visit)).orElseThrow().state();
  }

  @Test
  void anotherSumWaitsForASecondPersonAndTheDifferenceOfTheCountFollows(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 1_000, 2_000);
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).isEqualTo(-1_000);
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(2_000), "It was twenty")))
        .isEqualTo(Corrections.Came.WAITS);
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(3_000), "No, thirty")))
        .isEqualTo(Corrections.Came.WAITS_ALREADY);
    UUID id = only(elms, round).id();
    assertThat(elms.as(elms.treasurer(), () -> corrections().decide(id, true)))
        .isEqualTo(Corrections.Came.SAME_PERSON);
    assertThat(now(elms, wrong).amount()).isEqualTo(1_000);
    var other = another(elms);
    assertThat(elms.as(other, () -> corrections().waitingForMe())).containsExactly(round);
    assertThat(elms.as(elms.treasurer(), () -> corrections().waitingForMe())).isEmpty();
    assertThat(elms.as(other, () -> corrections().decide(id, true))).isEqualTo(Corrections.Came.DONE);
    assertThat(elms.as(other, () -> corrections().decide(id, true))).isEqualTo(Corrections.Came.MEANWHILE);
    assertThat(now(elms, wrong).amount()).isEqualTo(2_000);
    assertThat(elms.owes(elms.ana())).isZero();
    assertThat(local.read(() -> Elms.part(Payments.class).ahead(elms.ana()))).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.CASH)).as("what was in the envelope").isEqualTo(2_000);
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).isZero();
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(only(elms, round).decided()).hasValue(other.id());
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void aChequeThatWasCashAndAReceiptOfNothing(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 1_000, 1_000);
    var other = another(elms);
    elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(),
        new Corrections.Wanted(Optional.empty(), 1_000, true), "It was a cheque"));
    UUID cheque = only(elms, round).id();
    elms.as(other, () -> corrections().decide(cheque, true));
    assertThat(now(elms, wrong).cheque()).isTrue();
    assertThat(elms.balance(UsedFor.CASH)).as("two people counted cash").isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.ON_ITS_WAY)).isZero();
    elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(0), "Nobody was at home"));
    UUID nothing = only(elms, round).id();
    assertThat(elms.as(other, () -> corrections().decide(nothing, true))).isEqualTo(Corrections.Came.DONE);
    assertThat(now(elms, wrong).state()).isEqualTo(Taking.State.UNDONE);
    assertThat(now(elms, wrong).note()).isEqualTo("Nobody was at home");
    assertThat(elms.owes(elms.ana())).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).as("nobody knows whose it is").isEqualTo(-1_000);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(elms.now(round).state()).isEqualTo(Round.State.COUNTED);
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(500), "Or not")))
        .isEqualTo(Corrections.Came.MEANWHILE);
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void nobodyCorrectsTheirOwnMoneyAndWhatIsNotCountedIsNotCorrected(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking open = elms.takes(round, elms.bo(), 1_000, false);
    assertThat(elms.as(elms.treasurer(), () -> corrections().propose(open.id(), wanted(elms.cy(), 1_000), "2A")))
        .isEqualTo(Corrections.Came.MEANWHILE);
    Taking wrong = elms.takes(round, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> Elms.part(Rounds.class).handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, 2_000, 0));
    elms.as(elms.treasurer(), () -> counting().count(round, 2_000, 0));
    var other = another(elms);
    assertThat(elms.as(elms.treasurer(),
        () -> corrections().propose(wrong.id(), wanted(elms.treasurer().id(), 1_000), "I paid")))
        .isEqualTo(Corrections.Came.OWN);
    assertThat(elms.as(elms.treasurer(),
        () -> corrections().propose(wrong.id(), wanted(other.id(), 900), "They paid, and less")))
        .isEqualTo(Corrections.Came.WAITS);
    UUID id = only(elms, round).id();
    assertThat(elms.as(other, () -> corrections().decide(id, true))).isEqualTo(Corrections.Came.OWN);
    assertThat(elms.as(other, () -> corrections().decide(id, false))).isEqualTo(Corrections.Came.OWN);
    assertThat(elms.as(elms.treasurer(), () -> corrections().decide(id, false))).as("taken back")
        .isEqualTo(Corrections.Came.DONE);
    assertThat(only(elms, round).state()).isEqualTo(Correction.State.REFUSED);
    assertThat(now(elms, wrong).amount()).isEqualTo(1_000);
    assertThatThrownBy(() -> wanted(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoWhoSayYesAtOnceEnterItOnce(FoundedLocal local) throws Exception {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 1_000, 1_000);
    elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(elms.bo(), 1_500), "It was more"));
    UUID id = only(elms, round).id();
    var others = List.of(another(elms), another(elms), another(elms), another(elms));
    List<Callable<Corrections.Came>> all = others.stream()
        .map(each -> (Callable<Corrections.Came>) () -> elms.as(each, () -> corrections().decide(id, true)))
        .toList();
    int done = 0;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var each : threads.invokeAll(all)) {
        done += each.get() == Corrections.Came.DONE ? 1 : 0;
      }
    }
    assertThat(done).isEqualTo(1);
    assertThat(elms.owes(elms.ana())).isEqualTo(1_000);
    assertThat(elms.owes(elms.bo())).isZero();
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).as("less was counted").isEqualTo(500);
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void pagesForTheFirstTheSecondAnAuditorAndNobodyElse(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 1_000, 1_000);
    String form = elms.at(round, "/receipts/" + wrong.id() + "/correct");
    var treasurer = elms.treasurer().visitor();
    assertThat(treasurer.get(elms.at(round, "")).body()).contains(form);
    assertThat(treasurer.get(form).body()).contains("R1-001", "Ana Quill", "Bo Quill");
    assertThat(treasurer.post(form, "amount", "twelve", "way", "cash", "reason", "").body()).contains("amount-error",
        "reason-error", "value=\"twelve\"");
    assertThat(treasurer.post(form, "person", UUID.randomUUID().toString(), "amount", "10", "way", "cash", "reason",
        "x").body()).contains("person-error");
    String hostile = "\"><script>alert(1)</script>";
    assertThat(treasurer.post(form, "person", elms.bo().toString(), "amount", "12", "way", "cash", "reason", hostile)
        .status()).isEqualTo(303);
    String at = elms.at(round, "/corrections/" + only(elms, round).id());
    assertThat(treasurer.get(at).body()).contains("A second person looks at it", "$12")
        .doesNotContain("<script>alert");
    assertThat(treasurer.post(at, "verdict", "yes").body()).contains("Somebody else says yes");
    var auditor = local.withPasskey(local.person(Role.MEMBER, Role.AUDITOR));
    assertThat(auditor.visitor().get(elms.at(round, "")).body()).contains(at).doesNotContain("/correct\"");
    assertThat(auditor.visitor().get(at).body()).as("no sum beside a name, nor what was written of them")
        .contains("$12", "not shown to auditors")
        .doesNotContain("Ana Quill", "Bo Quill", "It is so", "alert(1)");
    assertThat(auditor.visitor().post(at, "verdict", "yes").status()).isEqualTo(404);
    assertThat(auditor.visitor().get(form).status()).isIn(403, 404);
    for (Person nobody : List.of(elms.steward(), local.person(Role.MEMBER))) {
      assertThat(nobody.visitor().get(at).status()).isEqualTo(404);
      assertThat(nobody.visitor().post(at, "verdict", "yes").status()).isEqualTo(404);
      assertThat(nobody.visitor().post(form, "amount", "1", "reason", "x").status()).isIn(403, 404);
    }
    var approver = local.withPasskey(local.person(Role.MEMBER, Role.ADMINISTRATOR)).visitor();
    assertThat(approver.get(local.path("")).body()).contains("A counted receipt is to be corrected");
    assertThat(approver.get(at).body()).contains("It is so");
    Page done = approver.post(at, "verdict", "yes");
    assertThat(done.location()).hasValue(at);
    assertThat(auditor.visitor().get(at).body()).contains("The entry that was taken back",
        "The entry as it should be", "What changed about the count");
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
  }

  @Test
  void whatWentBackInPartIsNotTakenBackWhole(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 2_000_000, 2_000_000);
    UUID payment = wrong.payment().orElseThrow();
    long held = -elms.balance(UsedFor.HELD);
    assertThat(held).isPositive();
    UUID cash = local.read(() -> Elms.part(org.groundwork.ledger.Books.class).account(UsedFor.CASH).id());
    elms.as(elms.treasurer(), () -> Elms.part(org.groundwork.dues.Beyond.class)
        .returned(payment, cash, wrong.on()));
    elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(elms.ana(), 1_000), "Mistyped"));
    UUID waits = only(elms, round).id();
    assertThat(elms.<Corrections.Came>as(another(elms), () -> corrections().decide(waits, true)))
        .isEqualTo(Corrections.Came.BOOKS);
    assertThat(elms.balance(UsedFor.CASH)).as("it does not go back twice").isEqualTo(2_000_000 - held);
    assertThat(elms.balance(UsedFor.HELD)).isZero();
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void whoeverIsForgottenLeavesNoReason(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = counted(elms, round, 1_000, 1_000);
    elms.as(elms.treasurer(), () -> corrections().propose(wrong.id(), wanted(elms.bo(), 1_100), "Bo was at 1A"));
    local.write(() -> {
      Elms.part(RoundsForgotten.class).forget(elms.bo());
      Elms.part(RoundsForgotten.class).forget(elms.treasurer().id());
      return true;
    });
    Correction left = only(elms, round);
    assertThat(left.reason()).isEmpty();
    assertThat(left.proposed().by()).isEmpty();
    var other = another(elms);
    assertThat(elms.as(other, () -> corrections().decide(left.id(), true))).isEqualTo(Corrections.Came.DONE);
    assertThat(now(elms, wrong).payment()).as("dues without a member").isEmpty();
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(elms.faults()).isEmpty();
  }

  /** So many numbers of a round are handed out. */
  private static void handedOut(Elms elms, UUID round, int many) {
    elms.local()
        .write(() -> Elms.part(JdbcClient.class)
            .sql("update rounds.round set next_number = ? where local_id = ? and id = ?")
            .params(many + 1, elms.local().id().value(), round)
            .update());
  }

  @Test
  void whereNumbersRunOutTheRoundGoesOnWithFreshOnes(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    assertThat(elms.steward().visitor().post(elms.at(round, "/go-on")).status()).as("not short").isEqualTo(409);
    handedOut(elms, round, Blocks.LAST - 1);
    var steward = elms.steward().visitor();
    assertThat(steward.post(elms.at(round, "/along")).location()).hasValue(elms.at(round, "/along"));
    assertThat(steward.get(elms.at(round, "/along")).body()).contains("Not enough numbers for receipts are left");
    assertThat(steward.get(elms.at(round, "")).body()).contains("Go on in a new round");
    assertThat(local.person(Role.MEMBER).visitor().post(elms.at(round, "/go-on")).status()).isEqualTo(404);
    Page gone = steward.post(elms.at(round, "/go-on"));
    String next = gone.location().orElseThrow();
    assertThat(steward.get(next).body()).contains("Round 2: 118 Elm", "Bo Quill", "Cy Quill")
        .doesNotContain("Ana Quill", "Not enough numbers");
    assertThat(steward.get(elms.at(round, "")).body()).contains("Ana Quill").doesNotContain("Bo Quill");
    UUID fresh = UUID.fromString(next.substring(next.length() - 36));
    assertThat(elms.along(elms.steward(), fresh).get("numbers").get("next").asInt()).isEqualTo(1);
    assertThat(steward.post(elms.at(round, "/go-on")).status()).as("nobody is left").isEqualTo(409);
  }

  @Test
  void whatWaitsForANumberIsAcceptedAlsoWhenNoneIsLeftToHandOut(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    handedOut(elms, round, Blocks.LAST);
    UUID visit = elms.visit(round, elms.ana());
    UUID id = UUID.randomUUID();
    elms.as(elms.steward(), () -> takings().take(new Takings.Said(id, round, visit, OptionalInt.of(77), 1_000, false,
        Elms.today())));
    assertThat(elms.takings(round)).singleElement().extracting(Taking::why).isEqualTo(Optional.of(Taking.Why.NUMBER));
    var treasurer = elms.treasurer().visitor();
    assertThat(treasurer.post(elms.at(round, "/waiting/" + id), "verdict", "take").status()).isEqualTo(303);
    assertThat(elms.takings(round)).singleElement().satisfies(each -> {
      assertThat(each.state()).isEqualTo(Taking.State.ENTERED);
      assertThat(each.number()).hasValue(Blocks.LAST + 1);
    });
    handedOut(elms, round, Blocks.LAST_OF_ALL);
    UUID none = UUID.randomUUID();
    elms.as(elms.steward(), () -> takings().take(new Takings.Said(none, round, visit, OptionalInt.of(78), 1_000, false,
        Elms.today())));
    assertThat(treasurer.post(elms.at(round, "/waiting/" + none), "verdict", "take").body())
        .contains("This round has no number left for it");
    assertThat(treasurer.post(elms.at(round, "/waiting/" + id), "verdict", "take").body())
        .contains("It does not wait any more");
  }
}
