// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes in settles the oldest charges first, each fund has its part, and the books say what is open. */
@ExtendWith(ProductExtension.class)
class PaymentsTest {

  @Test
  void aPaymentSettlesTheOldestFirstAndKeepsTheRest(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    LocalDate first = DuesLocal.period().minusMonths(3);
    dues.charge(first);
    dues.charge(first.plusMonths(1));
    var taken = (Taken.Yes) dues.pays(member, 1_300);
    assertThat(taken.receipt()).isEqualTo(DuesLocal.today().getYear() + "-0001");
    assertThat(dues.open(member)).extracting(Charge::period).containsExactly(first.plusMonths(1));
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(700L);
    assertThat(((Taken.Yes) dues.pays(member, 2_000)).receipt()).endsWith("-0002");
    assertThat(dues.open(member)).isEmpty();
    assertThat(local.read(() -> DuesLocal.part(Payments.class).ahead(member))).isEqualTo(1_300);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_300);
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(3_300);
    assertThat(dues.balance(UsedFor.CASH, FundKind.STRIKE)).isEqualTo(200);

    dues.charge(first.plusMonths(2));
    assertThat(dues.open(member)).isEmpty();
    assertThat(local.read(() -> DuesLocal.part(Payments.class).ahead(member))).isEqualTo(300);
    dues.charge(first.plusMonths(3));
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(700L);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(3_300);
    assertThat(dues.balance(UsedFor.CASH, FundKind.STRIKE)).isEqualTo(330);
    long open = 3 * 1_000 + 700 + 1_000; // the founder's four and the member's rest
    assertThat(dues.owed()).containsExactly(open, open);
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whatComesTwiceIsTakenOnce(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    var paid = new NewPayment(member, DuesLocal.today(), 500, 20, Way.CARD, Optional.empty(),
        Optional.of(new Source("test-line", UUID.randomUUID())), Optional.of("R7-1"), "by the lift");
    assertThat(dues.pays(paid)).isInstanceOf(Taken.Yes.class);
    assertThat(dues.pays(paid)).isEqualTo(new Taken.Already());
    assertThat(dues.pays(new NewPayment(member, DuesLocal.today(), 500, 0, Way.CASH, Optional.empty(), Optional.empty(),
        Optional.of("R7-1"), ""))).isEqualTo(new Taken.ReceiptTaken());
    assertThat(dues.balance(UsedFor.SERVICES)).isEqualTo(480);
    assertThat(dues.balance(UsedFor.FEES)).isEqualTo(20);
    var kept = local.read(() -> DuesLocal.part(Payments.class).of(member, 5));
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().note()).isEqualTo("by the lift");
  }

  @Test
  void whatTheBooksDoNotTakeChangesNothing(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    var early = dues.pays(NewPayment.of(member, LocalDate.of(1999, 1, 1), 500, Way.CASH));
    assertThat(early).isInstanceOf(Taken.NotEntered.class);
    assertThat(((Taken.NotEntered) early).why()).isInstanceOf(Entered.TooEarly.class);
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(1_000L);
    assertThat(((Taken.Yes) dues.pays(member, 1)).receipt()).endsWith("-0001");
    for (long amount : new long[]{0, -5, Long.MAX_VALUE, Long.MIN_VALUE, Rate.MOST + 1}) {
      assertThatThrownBy(() -> NewPayment.of(member, DuesLocal.today(), amount, Way.CASH))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPaymentThatIsTakenBackLeavesWhatItSettledOpen(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period().minusMonths(1));
    UUID first = ((Taken.Yes) dues.pays(member, 777)).payment();
    dues.pays(member, 700);
    assertThat(undo(local, first)).isInstanceOf(Payments.Undone.Yes.class);
    assertThat(undo(local, first)).isInstanceOf(Payments.Undone.Already.class);
    // 223 settled by the second and the 477 it had over take up what is open again
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(300L);
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(700);
    assertThat(dues.balance(UsedFor.CASH, FundKind.STRIKE)).isEqualTo(70);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(dues.owed()).containsExactly(1_300L, 1_300L);
    assertThat(dues.faults()).isEmpty();
  }

  private static Payments.Undone undo(FoundedLocal local, UUID payment) {
    return local.write(() -> DuesLocal.part(Payments.class).undo(payment, DuesLocal.today()));
  }

  @Test
  void standingIsWhatOpenChargesSay(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(3);
    dues.chooses(members.get(1), 5);
    LocalDate period = DuesLocal.period().minusMonths(2);
    dues.charge(period);
    LocalDate due = dues.plan.dueOn(period);
    assertThat(standing(local, members.get(0), due.plusDays(30))).isEqualTo(new Standing.Good());
    assertThat(standing(local, members.get(0), due.plusDays(31))).isEqualTo(new Standing.InArrears(due, 1_000));
    assertThat(standing(local, members.get(1), due.plusYears(5))).isEqualTo(new Standing.Good());
    dues.pays(members.get(0), 400);
    assertThat(standing(local, members.get(0), due.plusDays(31))).isEqualTo(new Standing.InArrears(due, 600));
    var off = local
        .write(() -> DuesLocal.part(WriteOffs.class).writeOff(members.get(0), period, DuesLocal.today(), "ill"));
    assertThat(off).containsInstanceOf(Entered.Yes.class);
    assertThat(standing(local, members.get(0), due.plusYears(1))).isEqualTo(new Standing.Good());
    assertThat(dues.owed()).containsExactly(2_000L, 2_000L);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(-2_400);
    assertThat(local.read(() -> DuesLocal.part(Standings.class).inArrears(due.plusDays(40))).keySet())
        .contains(members.get(2))
        .doesNotContain(members.get(0), members.get(1));
  }

  @Test
  void whoIsLongestInArrearsComesFirst(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(3);
    LocalDate period = DuesLocal.period().minusMonths(2);
    dues.charge(period);
    dues.charge(period.plusMonths(1));
    dues.pays(members.get(1), 1_000);
    LocalDate late = dues.plan.dueOn(period).plusDays(90);
    var longest = local.read(() -> DuesLocal.part(Standings.class).longest(late, 3));
    assertThat(longest.all()).isEqualTo(4);
    assertThat(longest.first()).hasSize(3).extracting(Standings.Late::person).doesNotContain(members.get(1));
    assertThat(longest.first().getFirst().standing())
        .isEqualTo(new Standing.InArrears(dues.plan.dueOn(period), 2_000));
    assertThat(local.read(() -> DuesLocal.part(Standings.class).longest(dues.plan.dueOn(period), 3)))
        .isEqualTo(new Standings.Longest(List.of(), 0));
  }

  private static Standing standing(FoundedLocal local, UUID person, LocalDate on) {
    return local.read(() -> DuesLocal.part(Standings.class).of(person, on));
  }

  /** Whatever is paid, taken back, waived and charged: the books say what is open, in all and in each fund. */
  @Test
  void theBooksAlwaysSayWhatIsOpen(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(4);
    dues.chooses(members.get(0), 4);
    dues.chooses(members.get(1), 1);
    var random = new Random(5);
    var payments = new ArrayList<UUID>();
    LocalDate period = DuesLocal.period().minusMonths(10);
    for (int turn = 0; turn < 60; turn++) {
      UUID member = members.get(random.nextInt(4));
      switch (random.nextInt(5)) {
        case 0 -> {
          if (turn % 6 == 0) {
            dues.charge(period);
            period = period.plusMonths(1);
          }
        }
        case 1 -> {
          if (!payments.isEmpty()) {
            undo(local, payments.get(random.nextInt(payments.size())));
          }
        }
        case 2 -> {
          if (turn % 4 == 0) {
            LocalDate until = period;
            local.write(() -> DuesLocal.part(WriteOffs.class).writeOff(member, until, DuesLocal.today(), ""));
          }
        }
        default -> payments.add(((Taken.Yes) dues.pays(member, 1 + random.nextInt(2_500))).payment());
      }
      assertThat(dues.owed().getFirst()).as("turn " + turn).isEqualTo(dues.owed().getLast());
    }
    assertThat(dues.faults()).isEmpty();
    assertThat(dues.balance(UsedFor.CASH, FundKind.STRIKE)).isNotNegative();
  }

  @Test
  void manyWhoPayAtOnceForOneMemberSettleEachChargeOnce(FoundedLocal local) throws Exception {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period().minusMonths(1));
    UUID run = dues.begin(DuesLocal.period());
    try (var threads = Executors.newFixedThreadPool(6)) {
      var work = new ArrayList<Callable<Object>>();
      for (int each = 0; each < 12; each++) {
        work.add(() -> dues.pays(member, 150));
      }
      work.add(3, () -> local.as(local.founder(), () -> {
        dues.job(1).run(new org.groundwork.support.StepByStep(), new RunJob.OfRun(run));
        return run;
      }));
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(200L);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(dues.owed()).containsExactly(2_200L, 2_200L);
    var receipts = local.read(() -> DuesLocal.part(Payments.class).of(member, 99))
        .stream()
        .map(Payment::receipt)
        .toList();
    assertThat(receipts).hasSize(12).doesNotHaveDuplicates().anyMatch(each -> each.endsWith("-0012"));
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whoIsForgottenOwesNothingAndWhatTheyPaidStaysASum(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.chooses(member, 4);
    dues.charge(DuesLocal.period());
    UUID payment = ((Taken.Yes) dues.pays(member, 400)).payment();
    local.write(() -> {
      Product.shared().bean(ForgottenByDues.class).forget(member);
      return true;
    });
    assertThat(local.read(() -> DuesLocal.part(Charges.class).of(member, 9))).isEmpty();
    var kept = local.read(() -> DuesLocal.part(Payments.class).find(payment)).orElseThrow();
    assertThat(kept.person()).isEmpty();
    assertThat(dues.owed()).containsExactly(1_000L, 1_000L);
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(400);
    assertThat(undo(local, payment)).isInstanceOf(Payments.Undone.Yes.class);
    assertThat(dues.balance(UsedFor.CASH)).isZero();
    assertThat(dues.faults()).isEmpty();
    PersonForgotten again = Product.shared().bean(ForgottenByDues.class);
    local.write(() -> {
      again.forget(member);
      return true;
    });
  }
}
