// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.BookSums;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was owed and paid ahead before the books counts like other dues, is no income, and the books say what is open. */
@ExtendWith(ProductExtension.class)
class BroughtTest {
  private static final LocalDate LONG_AGO = DuesLocal.today().minusYears(2);

  private static Brought.Noted note(DuesLocal dues, UUID person, boolean owed, long amount, LocalDate due) {
    return note(dues, UUID.randomUUID(), person, owed, amount, due);
  }

  private static Brought.Noted note(DuesLocal dues, UUID form, UUID person, boolean owed, long amount, LocalDate due) {
    return dues.local.write(() -> DuesLocal.part(Brought.class)
        .note(form, new Brought.One(person, owed, amount, due), DuesLocal.today()));
  }

  private static Brought.Undone undo(DuesLocal dues, UUID person) {
    return dues.local.write(() -> DuesLocal.part(Brought.class).undo(person, DuesLocal.today()));
  }

  private static Optional<Brought.Stands> stands(DuesLocal dues, UUID person) {
    return dues.local.read(() -> DuesLocal.part(Brought.class).of(person));
  }

  private static long ahead(DuesLocal dues, UUID person) {
    return dues.local.read(() -> DuesLocal.part(Payments.class).ahead(person));
  }

  /** What was in the bank when the books began, for the general fund. */
  static void inTheBank(DuesLocal dues, long amount) {
    dues.local.write(() -> {
      var books = DuesLocal.part(Books.class);
      UUID general = DuesLocal.fund(FundKind.GENERAL);
      return DuesLocal.part(Ledger.class)
          .enter(new NewEntry(books.find().orElseThrow().openedOn(), "There", Optional.empty(),
              List.of(new Line(books.account(UsedFor.BANK).id(), general, amount),
                  new Line(books.account(UsedFor.OPENING).id(), general, -amount))));
    });
  }

  private static void inOrder(DuesLocal dues) {
    assertThat(dues.owed().getFirst()).isEqualTo(dues.owed().getLast());
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whatIsOwedIsOpenPaidFirstAndNoIncome(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period().minusMonths(2));
    long income = dues.balance(UsedFor.DUES);
    assertThat(note(dues, member, true, 3_000, LONG_AGO)).isInstanceOf(Brought.Noted.Yes.class);
    assertThat(dues.open(member)).extracting(Charge::kind).containsExactly(Charge.Kind.BROUGHT, Charge.Kind.DUE);
    assertThat(dues.open(member).getFirst().due()).isEqualTo(LONG_AGO);
    assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(-3_000);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(income);
    assertThat(local.read(() -> DuesLocal.part(Standings.class).of(member, DuesLocal.today())))
        .isEqualTo(new Standing.InArrears(LONG_AGO, 4_000));
    inOrder(dues);

    dues.pays(member, 2_000);
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(1_000L, 1_000L);
    dues.pays(member, 1_500);
    assertThat(dues.open(member)).extracting(Charge::kind).containsExactly(Charge.Kind.DUE);
    assertThat(dues.balance(UsedFor.CASH, FundKind.GENERAL)).isEqualTo(3_500 - 50 - 27);
    inOrder(dues);
  }

  @Test
  void graceIsTheScalesAndADayToComeIsNotLate(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(2);
    note(dues, members.get(0), true, 100, DuesLocal.today().minusDays(30));
    note(dues, members.get(1), true, 100, DuesLocal.today().plusMonths(3));
    var standings = local.read(() -> DuesLocal.part(Standings.class).of(members, DuesLocal.today()));
    assertThat(standings.values()).containsOnly(new Standing.Good());
    assertThat(local.read(() -> DuesLocal.part(Standings.class).of(members.getFirst(), DuesLocal.today().plusDays(1))))
        .isInstanceOf(Standing.InArrears.class);
    // and it comes before what a scale charges, also where it is due later
    dues.charge(DuesLocal.period().minusMonths(1));
    assertThat(dues.open(members.get(1))).extracting(Charge::kind)
        .containsExactly(Charge.Kind.BROUGHT, Charge.Kind.DUE);
  }

  @Test
  void whatWasPaidAheadIsACreditThatDuesTake(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    inTheBank(dues, 5_000);
    assertThat(note(dues, member, false, 2_500, LONG_AGO)).isInstanceOf(Brought.Noted.Yes.class);
    assertThat(ahead(dues, member)).isEqualTo(2_500);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-2_500);
    assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(-2_500);
    var paid = local.read(() -> DuesLocal.part(Payments.class).of(member, 5)).getFirst();
    assertThat(paid.way()).isEqualTo(Way.BROUGHT);
    assertThat(paid.receipt()).isEqualTo("B1-1");

    dues.charge(DuesLocal.period());
    assertThat(dues.open(member)).isEmpty();
    assertThat(ahead(dues, member)).isEqualTo(1_500);
    assertThat(dues.balance(UsedFor.BANK)).isEqualTo(5_000);
    assertThat(dues.balance(UsedFor.BANK, FundKind.STRIKE)).isEqualTo(100);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_500);
    inOrder(dues);

    assertThat(undo(dues, member)).isEqualTo(Brought.Undone.YES);
    assertThat(undo(dues, member)).isEqualTo(Brought.Undone.NOTHING);
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(1_000L);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(-5_000);
    assertThat(dues.balance(UsedFor.BANK, FundKind.STRIKE)).isZero();
    assertThat(dues.balance(UsedFor.BANK, FundKind.GENERAL)).isEqualTo(5_000);
    assertThat(local.read(() -> DuesLocal.part(Payments.class).find(paid.id())).orElseThrow().undone()).isPresent();
    inOrder(dues);
  }

  @Test
  void whatIsOpenTakesItAtOnce(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    inTheBank(dues, 5_000);
    dues.charge(DuesLocal.period());
    note(dues, member, false, 1_200, LONG_AGO);
    assertThat(dues.open(member)).isEmpty();
    assertThat(ahead(dues, member)).isEqualTo(200);
    inOrder(dues);
  }

  @Test
  void ofEachMemberOneThingStands(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    inTheBank(dues, 5_000);
    UUID form = UUID.randomUUID();
    note(dues, form, member, true, 700, LONG_AGO);
    assertThat(note(dues, form, member, true, 700, LONG_AGO)).isInstanceOf(Brought.Noted.Already.class);
    assertThat(note(dues, member, false, 900, LONG_AGO)).isInstanceOf(Brought.Noted.Already.class);
    assertThat(dues.balance(UsedFor.DUES_OWED)).isEqualTo(700);
    undo(dues, member);
    assertThat(note(dues, form, member, true, 700, LONG_AGO)).isInstanceOf(Brought.Noted.Already.class);
    assertThat(note(dues, member, true, 800, LONG_AGO)).isInstanceOf(Brought.Noted.Yes.class);
    assertThat(stands(dues, member).orElseThrow().owed()).isEqualTo(800);
    assertThat(dues.balance(UsedFor.DUES_OWED)).isEqualTo(800);
    inOrder(dues);
  }

  @Test
  void boundsAreKept(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    for (long amount : new long[]{0, -1, Rate.MOST + 1, Long.MIN_VALUE}) {
      assertThatThrownBy(() -> new Brought.One(member, true, amount, LONG_AGO))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(note(dues, member, false, 12_001, LONG_AGO)).isEqualTo(new Brought.Noted.TooFarAhead(12_000));
    // nothing was in the fund: what was paid ahead cannot have been there
    var refused = note(dues, member, false, 2_500, LONG_AGO);
    assertThat(((Brought.Noted.NotEntered) refused).why()).isInstanceOf(Entered.TooLittle.class);
    assertThat(stands(dues, member)).isEmpty();
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(note(dues, member, true, Rate.MOST, LONG_AGO)).isInstanceOf(Brought.Noted.Yes.class);
    inOrder(dues);
  }

  @Test
  void whatWasPaidOnItIsFreeAgainWhenItIsTakenBack(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    note(dues, member, true, 3_000, LONG_AGO);
    dues.pays(member, 1_400);
    dues.pays(member, 900);
    assertThat(undo(dues, member)).isEqualTo(Brought.Undone.YES);
    assertThat(dues.open(member)).isEmpty();
    assertThat(ahead(dues, member)).isEqualTo(1_300);
    assertThat(dues.balance(UsedFor.OPENING)).isZero();
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(2_300);
    assertThat(dues.balance(UsedFor.CASH, FundKind.STRIKE)).isEqualTo(100);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_300);
    inOrder(dues);
  }

  @Test
  void whatIsNotAskedForAnyMoreLowersNoIncomeAndStays(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    note(dues, member, true, 3_000, LONG_AGO);
    long income = dues.balance(UsedFor.DUES);
    dues.pauses(member, DuesLocal.period(), DuesLocal.period().plusMonths(1).minusDays(1));
    assertThat(dues.open(member)).extracting(Charge::kind).containsExactly(Charge.Kind.BROUGHT);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(income + 1_000);
    assertThat(local.read(() -> DuesLocal.part(Standings.class).of(member, DuesLocal.today())))
        .isEqualTo(new Standing.Good());
    local.write(() -> DuesLocal.part(WriteOffs.class).writeOff(member, DuesLocal.today(), DuesLocal.today(), "gone"));
    assertThat(dues.open(member)).isEmpty();
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(income + 1_000);
    assertThat(dues.balance(UsedFor.OPENING)).isZero();
    assertThat(undo(dues, member)).isEqualTo(Brought.Undone.WRITTEN_OFF);
    assertThat(stands(dues, member)).isPresent();
    inOrder(dues);
  }

  @Test
  void ofWhoIsForgottenNothingStandsAndWhatTheyPaidIsStillNoIncome(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    note(dues, member, true, 3_000, LONG_AGO);
    UUID payment = ((Taken.Yes) dues.pays(member, 1_000)).payment();
    UUID other = dues.member();
    inTheBank(dues, 5_000);
    note(dues, other, false, 600, LONG_AGO);
    local.write(() -> {
      DuesLocal.part(ForgottenByDues.class).forget(member);
      DuesLocal.part(ForgottenByDues.class).forget(other);
      return true;
    });
    assertThat(stands(dues, member)).isEmpty();
    assertThat(local.read(() -> DuesLocal.part(ForgottenByDues.class).inUse(List.of(member, other)))).isFalse();
    assertThat(dues.balance(UsedFor.DUES_OWED)).isZero();
    assertThat(dues.balance(UsedFor.DUES)).isZero();
    assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(-5_000 - 1_000 + 600);
    local.write(() -> DuesLocal.part(Payments.class).undo(payment, DuesLocal.today()));
    assertThat(dues.balance(UsedFor.DUES)).isZero();
    assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(-5_000 + 600);
    assertThat(dues.balance(UsedFor.CASH)).isZero();
    inOrder(dues);
  }

  /** What the sums that members read say of one member is nothing, neither when it is written down nor when it is taken back. */
  @Test
  void noSumTellsWhatOneMemberOwes(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(3);
    var before = told(dues);
    note(dues, members.get(0), true, 4_321, LONG_AGO);
    note(dues, members.get(1), true, 1_234, LONG_AGO);
    assertThat(told(dues)).isEqualTo(before);
    undo(dues, members.get(0));
    assertThat(told(dues)).isEqualTo(before);
    inOrder(dues);
  }

  private static Object told(DuesLocal dues) {
    return dues.local.read(() -> {
      BookSums sums = DuesLocal.part(Discreet.class);
      return sums.until(YearMonth.of(9999, 12));
    });
  }

  @Test
  void manyAtOnceWriteDownOne(FoundedLocal local) throws Exception {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var work = new ArrayList<Callable<Object>>();
      for (int each = 0; each < 5; each++) {
        work.add(() -> note(dues, member, true, 1_000, LONG_AGO));
        work.add(() -> dues.pays(member, 150));
      }
      work.add(() -> undo(dues, member));
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    if (stands(dues, member).isEmpty()) {
      note(dues, member, true, 1_000, LONG_AGO);
    }
    assertThat(stands(dues, member)).isPresent();
    assertThat(dues.open(member)).extracting(Charge::open).containsExactly(250L);
    assertThat(ahead(dues, member)).isZero();
    inOrder(dues);
  }
}
