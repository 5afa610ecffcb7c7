// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.EnumSet;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths.Closing;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class LedgerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  @Test
  void booksAreOpenedOnceWithAChartAndThreeFunds(FoundedLocal local) {
    var books = OpenBooks.of(local);
    var again = OpenBooks.of(local, "USD");
    assertThat(again.accounts()).isEqualTo(books.accounts()).hasSizeGreaterThan(25);
    assertThat(local.read(() -> OpenBooks.part(Books.class).find()).orElseThrow().currency().getCurrencyCode())
        .isEqualTo("EUR");
    assertThat(books.funds()).extracting(Fund::kind)
        .containsExactly(FundKind.GENERAL, FundKind.STRIKE, FundKind.HARDSHIP);
    for (UsedFor use : EnumSet
        .complementOf(EnumSet.of(UsedFor.PETTY_CASH, UsedFor.COUNTED_OFF, UsedFor.WITH_STEWARDS))) {
      AccountKind kind = local.read(() -> OpenBooks.part(Books.class).account(use)).kind();
      assertThat(kind).as(use.key()).isEqualTo(switch (use) {
        case CASH, BANK, SERVICES, ON_ITS_WAY, DUES_OWED -> AccountKind.ASSET;
        case BILLS, OWED_TO_MEMBERS, HELD, PAID_AHEAD -> AccountKind.LIABILITY;
        case OPENING, BETWEEN_FUNDS -> AccountKind.NET;
        case DUES, MEMBERS_GIFTS, OTHER_UNIONS, CROWD_FUNDING, GRANTS, SALES, GIFTS_IN_KIND -> AccountKind.INCOME;
        case FEES, STRIKE_PAY, HARDSHIP_AID, FEDERATION -> AccountKind.EXPENSE;
        case PETTY_CASH, COUNTED_OFF, WITH_STEWARDS -> throw new AssertionError(use);
      });
    }
  }

  @Test
  void anAccountThatFewLocalsNeedIsAddedOnceAtTheNextFreeCode(FoundedLocal local) {
    OpenBooks.of(local);
    var books = OpenBooks.part(Books.class);
    local.write(() -> books.addAccount("1050", "Ours", AccountKind.ASSET));
    Account added = local.write(() -> books.accountOrNew(UsedFor.PETTY_CASH, 1050, "Petty cash", AccountKind.ASSET));
    assertThat(added.code()).isEqualTo("1051");
    assertThat(local.write(() -> books.accountOrNew(UsedFor.PETTY_CASH, 1050, "Again", AccountKind.ASSET)))
        .isEqualTo(added);
    assertThat(local.read(() -> books.account(UsedFor.PETTY_CASH))).isEqualTo(added);
  }

  @Test
  void anAccountIsToldMonthByMonthAndWhatWasUndoneIsNotCounted(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID wrong = OpenBooks.entry(books.comesIn(DAY, FundKind.GENERAL, 500));
    OpenBooks.entry(books.comesIn(DAY, FundKind.GENERAL, 300));
    local.write(() -> OpenBooks.part(Ledger.class).reverse(wrong, DAY, "twice"));
    OpenBooks.entry(books.comesIn(DAY.plusMonths(1), FundKind.GENERAL, 200));
    YearMonth month = YearMonth.from(DAY);
    assertThat(
        local.read(() -> OpenBooks.part(Balances.class).monthly(books.account("1000"), month, month.plusMonths(5))))
        .containsExactly(new Balances.Monthly(month, 300, 1), new Balances.Monthly(month.plusMonths(1), 200, 1));
  }

  @Test
  void anEntryStandsAsItWasEntered(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID id = OpenBooks.entry(books.comesIn(DAY, FundKind.STRIKE, 1_250));
    Entry entry = local.read(() -> OpenBooks.part(Journal.class).find(id)).orElseThrow();
    assertThat(entry.on()).isEqualTo(DAY);
    assertThat(entry.what()).isEqualTo("dues");
    assertThat(entry.by()).contains(local.founder().id());
    assertThat(entry.number()).isEqualTo(OptionalInt.empty());
    assertThat(entry.lines()).containsExactly(new Line(books.account("1000"), books.fund(FundKind.STRIKE), 1_250),
        new Line(books.account("4000"), books.fund(FundKind.STRIKE), -1_250));
  }

  @Test
  void whatIsNotBalancedInEachFundIsNoEntry(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID cash = books.account("1000");
    UUID general = books.fund(FundKind.GENERAL);
    UUID strike = books.fund(FundKind.STRIKE);
    assertThatThrownBy(() -> new NewEntry(DAY, "x", Optional.empty(),
        List.of(new Line(cash, general, 5), new Line(cash, strike, -5)))).hasMessageContaining("come to");
    assertThatThrownBy(() -> new NewEntry(DAY, " ", Optional.empty(),
        List.of(new Line(cash, general, 5), new Line(cash, general, -5)))).hasMessageContaining("text");
    assertThatThrownBy(() -> new NewEntry(DAY, "x", Optional.empty(), List.of(new Line(cash, general, 5))))
        .hasMessageContaining("1 lines");
    for (long amount : new long[]{0, Line.MOST + 1, -Line.MOST - 1, Long.MIN_VALUE}) {
      assertThatThrownBy(() -> new Line(cash, general, amount)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> books.enter(OpenBooks.moving(DAY, "x", cash, UUID.randomUUID(), general, 5)))
        .hasMessageContaining("account that is not there");
  }

  @Test
  void theSameIsEnteredOnce(FoundedLocal local) {
    var books = OpenBooks.of(local);
    var source = new Source("dues-run", UUID.randomUUID());
    var entry = new NewEntry(DAY, "dues of March", Optional.of(source),
        List.of(new Line(books.account("1400"), books.fund(FundKind.GENERAL), 900),
            new Line(books.account("4000"), books.fund(FundKind.GENERAL), -900)));
    UUID first = OpenBooks.entry(books.enter(entry));
    assertThat(books.enter(entry)).isEqualTo(new Entered.Already(first));
    close(local, YearMonth.from(DAY));
    assertThat(books.enter(entry)).isEqualTo(new Entered.Already(first));
    assertThat(balance(books, "4000", FundKind.GENERAL)).isEqualTo(-900);
  }

  @Test
  void moreThanIsInAFundDoesNotLeaveIt(FoundedLocal local) {
    var books = OpenBooks.of(local);
    books.comesIn(DAY, FundKind.STRIKE, 1_000);
    books.comesIn(DAY, FundKind.GENERAL, 9_000);
    assertThat(books.goesOut(DAY, FundKind.STRIKE, 1_001))
        .isEqualTo(new Entered.TooLittle(books.fund(FundKind.STRIKE), 1_000));
    OpenBooks.entry(books.goesOut(DAY, FundKind.STRIKE, 1_000));
    assertThat(books.goesOut(DAY, FundKind.STRIKE, 1))
        .isEqualTo(new Entered.TooLittle(books.fund(FundKind.STRIKE), 0));
    local.write(() -> OpenBooks.part(Books.class).addFund("Bail", true));
    UUID bail = OpenBooks.again(local).fund(FundKind.EARMARKED);
    OpenBooks.entry(books.enter(
        OpenBooks.moving(DAY, "bail", books.account("1000"), books.account("5500"), bail, 70_000)));
  }

  /** What is paid on a debt that is not there is no money, and lets no more leave. */
  @Test
  void aDebtThatIsPaidBeforeThereIsOneMakesNoFundRicher(FoundedLocal local) {
    OpenBooks.of(local);
    local.write(() -> OpenBooks.part(Books.class).addAccount("2990", "Loan", AccountKind.LIABILITY));
    var books = OpenBooks.again(local);
    UUID strike = books.fund(FundKind.STRIKE);
    assertThat(books.enter(OpenBooks.moving(DAY, "x", books.account("1000"), books.account("2990"), strike, 5)))
        .isEqualTo(new Entered.TooLittle(strike, 0));
    books.comesIn(DAY, FundKind.STRIKE, 100);
    OpenBooks.entry(books.enter(OpenBooks.moving(DAY, "x", books.account("4500"), books.account("2990"), strike, 900)));
    assertThat(local.read(() -> OpenBooks.part(Holdings.class).of(strike))).isEqualTo(100);
    assertThat(books.goesOut(DAY, FundKind.STRIKE, 101)).isEqualTo(new Entered.TooLittle(strike, 100));
    OpenBooks.entry(books.enter(OpenBooks.moving(DAY, "lent", books.account("2990"), books.account("1000"), strike,
        1_000)));
    assertThat(local.read(() -> OpenBooks.part(Holdings.class).of(strike))).isEqualTo(1_000);
    OpenBooks
        .entry(books.enter(OpenBooks.moving(DAY, "paid", books.account("1000"), books.account("2990"), strike, 100)));
    assertThat(faults(local)).isEmpty();
  }

  /** Dues that were charged are no money until they are paid. */
  @Test
  void whatIsOwedIsNotSpent(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID general = books.fund(FundKind.GENERAL);
    OpenBooks.entry(books.enter(
        OpenBooks.moving(DAY, "dues", books.account("4000"), books.account("1400"), general, 9_000)));
    assertThat(books.goesOut(DAY, FundKind.GENERAL, 1)).isEqualTo(new Entered.TooLittle(general, 0));
    OpenBooks.entry(books.enter(
        OpenBooks.moving(DAY, "paid", books.account("1400"), books.account("1000"), general, 4_000)));
    OpenBooks.entry(books.enter(
        OpenBooks.moving(DAY, "waived", books.account("1400"), books.account("4000"), general, 5_000)));
    assertThat(books.goesOut(DAY, FundKind.GENERAL, 4_001)).isEqualTo(new Entered.TooLittle(general, 4_000));
    OpenBooks.entry(books.goesOut(DAY, FundKind.GENERAL, 4_000));
  }

  @Test
  void whatWasWrongIsUndoneOnceByAnotherEntry(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID wrong = OpenBooks.entry(books.comesIn(DAY, FundKind.GENERAL, 4_400));
    UUID undone = OpenBooks.entry(
        local.write(() -> OpenBooks.part(Ledger.class).reverse(wrong, DAY.plusDays(1), "typed twice")));
    assertThat(local.<Entered>write(() -> OpenBooks.part(Ledger.class).reverse(wrong, DAY.plusDays(2), "again")))
        .isEqualTo(new Entered.Already(undone));
    assertThat(local.read(() -> OpenBooks.part(Journal.class).find(wrong)).orElseThrow().reversedBy()).contains(undone);
    assertThat(balance(books, "1000", FundKind.GENERAL)).isZero();
    assertThatThrownBy(() -> local.write(() -> OpenBooks.part(Ledger.class).reverse(UUID.randomUUID(), DAY, "x")))
        .hasMessageContaining("there is no entry");
  }

  @Test
  void nothingIsEnteredBeforeTheBooksBeginNorInAClosedMonth(FoundedLocal local) {
    var books = OpenBooks.of(local);
    assertThat(books.comesIn(LocalDate.of(2025, 12, 31), FundKind.GENERAL, 5))
        .isEqualTo(new Entered.TooEarly(OpenBooks.OPENED));
    UUID second = OpenBooks.entry(books.comesIn(LocalDate.of(2026, 2, 9), FundKind.GENERAL, 7));
    UUID first = OpenBooks.entry(books.comesIn(LocalDate.of(2026, 2, 3), FundKind.GENERAL, 5));
    books.comesIn(DAY, FundKind.GENERAL, 11);
    assertThat(close(local, YearMonth.of(2026, 3))).isEqualTo(Closing.EARLIER_OPEN);
    assertThat(close(local, YearMonth.of(2026, 2))).isEqualTo(Closing.DONE);
    assertThat(close(local, YearMonth.of(2026, 2))).isEqualTo(Closing.ALREADY);
    assertThat(close(local, YearMonth.of(9000, 1))).isEqualTo(Closing.NOT_OVER);
    assertThat(books.comesIn(LocalDate.of(2026, 2, 28), FundKind.GENERAL, 5))
        .isEqualTo(new Entered.Closed(YearMonth.of(2026, 2)));
    assertThat(number(local, first)).isEqualTo(OptionalInt.of(1));
    assertThat(number(local, second)).isEqualTo(OptionalInt.of(2));
    assertThat(local.read(() -> OpenBooks.part(ClosedMonths.class).all())).containsExactly(YearMonth.of(2026, 2));
    assertThat(local.read(() -> OpenBooks.part(ClosedMonths.class).firstOpen())).contains(YearMonth.of(2026, 3));
    assertThat(balance(books, "1000", FundKind.GENERAL)).isEqualTo(23);
    assertThat(faults(local)).isEmpty();
  }

  @Test
  void accountsAndFundsCloseWhenNothingNeedsThem(FoundedLocal local) {
    var books = OpenBooks.of(local);
    assertThat(
        local.<Books.Changed>write(() -> OpenBooks.part(Books.class).addAccount("1000", "Twice", AccountKind.ASSET)))
        .isEqualTo(Books.Changed.TAKEN);
    assertThat(local.<Books.Changed>write(() -> OpenBooks.part(Books.class).addFund("STRIKE FUND", false)))
        .isEqualTo(Books.Changed.TAKEN);
    books.comesIn(DAY, FundKind.STRIKE, 10);
    assertThat(local.<Books.Changed>write(() -> OpenBooks.part(Books.class).closeFund(books.fund(FundKind.STRIKE))))
        .isEqualTo(Books.Changed.NOT_EMPTY);
    assertThat(local.<Books.Changed>write(() -> OpenBooks.part(Books.class).closeFund(books.fund(FundKind.GENERAL))))
        .isEqualTo(Books.Changed.NEEDED);
    assertThat(local.<Books.Changed>write(() -> OpenBooks.part(Books.class).closeAccount(books.account("3000"))))
        .isEqualTo(Books.Changed.NEEDED);
    assertThat(local.<Books.Changed>write(() -> OpenBooks.part(Books.class).closeAccount(books.account("5300"))))
        .isEqualTo(Books.Changed.DONE);
    assertThat(local.<Books.Changed>write(() -> OpenBooks.part(Books.class).closeFund(books.fund(FundKind.HARDSHIP))))
        .isEqualTo(Books.Changed.DONE);
    assertThat(books.comesIn(DAY, FundKind.HARDSHIP, 10)).isEqualTo(new Entered.Gone());
    assertThat(books.enter(OpenBooks.moving(DAY, "x", books.account("5300"), books.account("1000"),
        books.fund(FundKind.GENERAL), 10))).isEqualTo(new Entered.Gone());
  }

  @Test
  void everythingAlwaysBalancesAndTotalsAreWhatLinesComeTo(FoundedLocal local) {
    var books = OpenBooks.of(local);
    var random = new Random(7);
    var entries = new ArrayList<UUID>();
    for (int turn = 0; turn < 150; turn++) {
      LocalDate on = OpenBooks.OPENED.plusDays(random.nextInt(200));
      FundKind fund = List.of(FundKind.GENERAL, FundKind.STRIKE, FundKind.HARDSHIP).get(random.nextInt(3));
      Entered entered = switch (random.nextInt(3)) {
        case 0 -> books.goesOut(on, fund, 1 + random.nextInt(500));
        case 1 -> entries.isEmpty()
            ? books.comesIn(on, fund, 1)
            : local.<Entered>write(() -> OpenBooks.part(Ledger.class)
                .reverse(entries.get(random.nextInt(entries.size())), on, "undone"));
        default -> books.comesIn(on, fund, 1 + random.nextInt(1_000));
      };
      if (entered instanceof Entered.Yes(UUID id)) {
        entries.add(id);
      }
      for (Fund each : books.funds()) {
        assertThat(held(books, each.id())).isNotNegative();
      }
    }
    assertThat(entries).hasSizeGreaterThan(50);
    assertThat(faults(local)).isEmpty();
    List<Balance> all = local.read(() -> OpenBooks.part(Balances.class).until(YearMonth.of(2026, 12)));
    assertThat(all.stream().mapToLong(Balance::amount).sum()).isZero();
    assertThat(all).isEqualTo(local.read(
        () -> OpenBooks.part(Balances.class).fromLines(YearMonth.of(2026, 1), YearMonth.of(2026, 12))));
  }

  @Test
  void nobodyElsesBooksAreThere(FoundedLocal local, FoundedLocal other) {
    var books = OpenBooks.of(local);
    OpenBooks.of(other);
    UUID id = OpenBooks.entry(books.comesIn(DAY, FundKind.GENERAL, 5));
    assertThat(other.read(() -> OpenBooks.part(Journal.class).find(id))).isEmpty();
    assertThatThrownBy(() -> other.write(() -> OpenBooks.part(Ledger.class).reverse(id, DAY, "x")))
        .hasMessageContaining("there is no entry");
    assertThat(other.read(() -> OpenBooks.part(Balances.class).until(YearMonth.of(2026, 12)))).isEmpty();
  }

  private static Closing close(FoundedLocal local, YearMonth month) {
    return local.write(() -> OpenBooks.part(ClosedMonths.class).close(month, ZoneOffset.UTC));
  }

  private static OptionalInt number(FoundedLocal local, UUID entry) {
    return local.read(() -> OpenBooks.part(Journal.class).find(entry)).orElseThrow().number();
  }

  private static List<String> faults(FoundedLocal local) {
    return local.read(() -> OpenBooks.part(Balances.class).faults());
  }

  private static long balance(OpenBooks books, String code, FundKind fund) {
    return books.local()
        .<List<Balance>>read(() -> OpenBooks.part(Balances.class).until(YearMonth.of(2026, 12)))
        .stream()
        .filter(each -> each.account().equals(books.account(code)) && each.fund().equals(books.fund(fund)))
        .mapToLong(Balance::amount)
        .sum();
  }

  private static long held(OpenBooks books, UUID fund) {
    return books.local()
        .<List<Balance>>read(() -> OpenBooks.part(Balances.class).until(YearMonth.of(2026, 12)))
        .stream()
        .filter(each -> each.fund().equals(fund) && each.account().equals(books.account("1000")))
        .mapToLong(Balance::amount)
        .sum();
  }
}
