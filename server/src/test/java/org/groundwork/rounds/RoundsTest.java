// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rounds in the books: what is taken, put right, handed in and counted by two. */
@ExtendWith(ProductExtension.class)
class RoundsTest {

  private static Rounds rounds() { return Elms.part(Rounds.class); }

  private static Takings takings() { return Elms.part(Takings.class); }

  private static Counting counting() { return Elms.part(Counting.class); }

  @Test
  void whatAStewardTakesIsPaidAtOnceAndLiesApartUntilTwoCounted(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking first = elms.takes(round, elms.ana(), 1_000, false);
    Taking second = elms.takes(round, elms.bo(), 1_500, true);

    assertThat(elms.now(round).receipt(first.number().getAsInt())).isEqualTo("R1-001");
    assertThat(second.number()).hasValue(2);
    assertThat(elms.owes(elms.ana())).isZero();
    assertThat(local.read(() -> Elms.part(Payments.class).ahead(elms.bo()))).isEqualTo(500);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(2_500);
    assertThat(elms.balance(UsedFor.CASH)).isZero();

    assertThat(elms.as(elms.steward(), () -> rounds().handIn(round, false))).isEqualTo(Rounds.Changed.DONE);
    assertThat(elms.as(elms.steward(), () -> counting().count(round, 1_000, 1_500)))
        .isInstanceOf(Counting.Done.Once.class);
    assertThat(elms.as(elms.steward(), () -> counting().count(round, 1_000, 1_500)))
        .isInstanceOf(Counting.Done.SamePerson.class);
    assertThat(elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 1_500)))
        .isInstanceOf(Counting.Done.Counted.class);

    assertThat(elms.now(round).state()).isEqualTo(Round.State.COUNTED);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.ON_ITS_WAY)).isEqualTo(1_500);
    assertThat(elms.balance(UsedFor.CASH, FundKind.STRIKE)).as("the tenth for strikes goes along").isEqualTo(100);
    assertThat(elms.faults()).isEmpty();
    assertThat(elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 1_500)))
        .isInstanceOf(Counting.Done.Meanwhile.class);
  }

  @Test
  void theSameIsTakenOnceHoweverManyAtOnce(FoundedLocal local) throws Exception {
    var elms = Elms.of(local);
    UUID round = elms.round();
    UUID visit = elms.visit(round, elms.ana());
    UUID id = UUID.randomUUID();
    Callable<Optional<Taking>> send = () -> elms.as(elms.steward(), () -> takings()
        .take(new Takings.Said(id, round, visit, OptionalInt.empty(), 1_000, false, Elms.today())));
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var each : threads.invokeAll(Collections.nCopies(8, send))) {
        assertThat(each.get().orElseThrow().number()).hasValue(1);
      }
    }
    assertThat(elms.takings(round)).hasSize(1);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(1_000);
  }

  @Test
  void eightPaymentsAtOnceHaveEightNumbersWithoutAGap(FoundedLocal local) throws Exception {
    var elms = Elms.of(local);
    UUID round = elms.round();
    UUID visit = elms.visit(round, elms.ana());
    Callable<Optional<Taking>> send = () -> elms.as(elms.steward(), () -> takings()
        .take(new Takings.Said(UUID.randomUUID(), round, visit, OptionalInt.empty(), 100, false, Elms.today())));
    var numbers = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var each : threads.invokeAll(Collections.nCopies(8, send))) {
        numbers.add(each.get().orElseThrow().number().getAsInt());
      }
    }
    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(800);
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void twoSumsThatDifferAreDroppedAndADifferenceIsEnteredWithASentence(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, 900, 0));
    assertThat(elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 0)))
        .isInstanceOf(Counting.Done.Differ.class);
    elms.as(elms.treasurer(), () -> counting().count(round, 900, 50));
    assertThat(elms.as(elms.steward(), () -> counting().count(round, 900, 50)))
        .isEqualTo(new Counting.Done.Off(new Counting.Difference(-100, 50)));
    assertThat(elms.balance(UsedFor.CASH)).as("nothing is entered before somebody says why").isZero();

    assertThat(elms.as(elms.treasurer(),
        () -> counting().confirm(round, new Counting.Difference(-99, 50), "Somebody dropped a coin")))
        .as("another difference than was shown")
        .isInstanceOf(Counting.Done.Off.class);
    assertThat(elms.as(elms.treasurer(),
        () -> counting().confirm(round, new Counting.Difference(-100, 50), "Somebody dropped a coin")))
        .isInstanceOf(Counting.Done.Counted.class);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(900);
    assertThat(elms.balance(UsedFor.ON_ITS_WAY)).isEqualTo(50);
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).isEqualTo(50);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(local.read(() -> counting().of(round)).getFirst().reason()).isEqualTo("Somebody dropped a coin");
    assertThat(elms.owes(elms.ana())).as("whoever paid has paid").isZero();
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void anEmptyEnvelopeOfReceiptsIsOffByAllOfIt(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.steward(), () -> counting().count(round, 0, 0));
    elms.as(elms.treasurer(), () -> counting().count(round, 0, 0));
    elms.as(elms.treasurer(), () -> counting().confirm(round, new Counting.Difference(-1_000, 0), "Robbed"));
    assertThat(elms.balance(UsedFor.CASH)).isZero();
    assertThat(elms.balance(UsedFor.COUNTED_OFF)).isEqualTo(1_000);
    assertThat(elms.faults()).isEmpty();
    assertThatThrownBy(() -> elms.as(elms.treasurer(), () -> counting().count(round, -1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecondAccountOfTheSamePersonIsNoSecondPerson(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 0));
    // a merged record stands for another: the same human with another account
    var other = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER));
    var twin = new FoundedLocal.Person(other.account(), elms.treasurer().id(), other.visitor());
    var round1 = elms.now(round);
    assertThat(round1.countedFirstBy(twin.id(), twin.account())).isTrue();
    assertThat(round1.countedFirstBy(other.id(), elms.treasurer().account())).as("the same account").isTrue();
    assertThat(round1.countedFirstBy(other.id(), other.account())).isFalse();
  }

  @Test
  void aMistakeIsPutRightWhileNobodyCounted(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking wrong = elms.takes(round, elms.ana(), 10_000, false);
    elms.as(elms.steward(), () -> rounds().handIn(round, false));
    elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 0));
    assertThat(elms.as(elms.treasurer(), () -> takings().undo(wrong.id(), "It was ten")))
        .isEqualTo(Takings.Undone.DONE);
    assertThat(elms.as(elms.treasurer(), () -> takings().undo(wrong.id(), "Again"))).isEqualTo(Takings.Undone.NOT_NOW);
    assertThat(elms.owes(elms.ana())).isEqualTo(1_000);
    assertThat(elms.now(round).first()).as("what was counted before is not what is in it now").isEmpty();
    UUID visit = elms.visit(round, elms.ana());
    Taking right = elms.as(elms.treasurer(), () -> takings().take(new Takings.Said(UUID.randomUUID(), round, visit,
        OptionalInt.empty(), 1_000, false, Elms.today()))).orElseThrow();
    assertThat(right.number()).as("a number is never used again").hasValue(2);
    assertThat(elms.now(round).state()).isEqualTo(Round.State.HANDED_IN);
    elms.as(elms.treasurer(), () -> counting().count(round, 1_000, 0));
    elms.as(elms.steward(), () -> counting().count(round, 1_000, 0));
    assertThat(elms.as(elms.treasurer(), () -> takings().undo(right.id(), "Too late")))
        .isEqualTo(Takings.Undone.NOT_NOW);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isZero();
    assertThat(elms.faults()).isEmpty();
  }

  @Test
  void aReceiptOfAClosedMonthIsEnteredTodayAndKeepsItsDay(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    LocalDate then = Elms.today().minusMonths(1);
    local.write(() -> {
      Elms.part(org.springframework.jdbc.core.simple.JdbcClient.class)
          .sql("update rounds.round set started_on = ? where local_id = ? and id = ?")
          .params(java.sql.Date.valueOf(then.minusDays(1)), local.id().value(), round)
          .update();
      YearMonth month = YearMonth.from(Elms.today().minusYears(1)).withMonth(1);
      while (!month.isAfter(YearMonth.from(then))) {
        Elms.part(ClosedMonths.class).close(month, Elms.ZONE);
        month = month.plusMonths(1);
      }
      return true;
    });
    UUID visit = elms.visit(round, elms.ana());
    Taking late = elms.as(elms.steward(), () -> takings().take(new Takings.Said(UUID.randomUUID(), round, visit,
        OptionalInt.empty(), 1_000, false, then))).orElseThrow();
    assertThat(late.state()).isEqualTo(Taking.State.ENTERED);
    assertThat(late.on()).isEqualTo(then);
    assertThat(local.read(() -> Elms.part(Payments.class).find(late.payment().orElseThrow())).orElseThrow().on())
        .isEqualTo(Elms.today());
  }

  @Test
  void whoeverIsForgottenLeavesTheSumAndWhoeverPaidUnknownIsEnteredOfNobody(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    UUID visit = elms.visit(round, elms.bo());
    List<UUID> gone = List.of(elms.ana(), elms.bo(), elms.steward().id());
    assertThat(told(elms, elms.ana())).contains("own.rounds.asked");
    assertThat(told(elms, elms.steward().id())).contains("own.rounds.carried");
    local.write(() -> {
      gone.forEach(person -> Elms.part(RoundsForgotten.class).forget(person));
      return true;
    });
    assertThat(told(elms, elms.ana())).isEmpty();
    assertThat(elms.now(round).steward()).isEmpty();
    assertThat(elms.takings(round)).singleElement().satisfies(each -> {
      assertThat(each.by()).isEmpty();
      assertThat(each.amount()).isEqualTo(1_000);
    });
    // a phone had the name of one still, and took money
    UUID id = UUID.randomUUID();
    elms.as(elms.steward(), () -> {
      Elms.part(TakingRows.class)
          .insert(new TakingRows.Row(id, round, Optional.of(visit), OptionalInt.empty(), OptionalInt.of(7), 500, false,
              Elms.today()), Taking.State.WAITS, Optional.of(Taking.Why.GONE));
      return true;
    });
    assertThat(elms.as(elms.treasurer(), () -> takings().accept(id))).isEqualTo(Takings.Accepted.DONE);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(1_500);
    assertThat(elms.as(elms.treasurer(), () -> takings().undo(id, "It was nobody’s"))).isEqualTo(Takings.Undone.DONE);
    assertThat(elms.balance(UsedFor.WITH_STEWARDS)).isEqualTo(1_000);
    assertThat(elms.faults()).isEmpty();
  }

  private static List<String> told(Elms elms, UUID person) {
    OwnData own = Elms.part(RoundsForgotten.class);
    assertThat(own).isInstanceOf(PersonForgotten.class);
    return elms.local().read(() -> own.about(person)).stream().map(OwnData.Section::title).toList();
  }
}
