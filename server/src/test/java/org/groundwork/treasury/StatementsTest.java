// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class StatementsTest {
  private static final List<String> CODES = List.of("1000", "1100", "1400", "2000", "2200", "3000", "3100", "4000",
      "4400", "5000", "5300", "6900");

  private static Statements statements() { return KeptBooks.part(Statements.class); }

  @Test
  void everyStatementOfRandomBooksEqualsTheTrialBalance(FoundedLocal local) {
    var random = new Random(417);
    var books = KeptBooks.since(local, 30);
    local.write(() -> KeptBooks.part(Books.class).addFund("For the youth", true));
    books = KeptBooks.again(local, books.since());
    for (int each = 0; each < 150; each++) {
      int month = random.nextInt(30);
      String from = CODES.get(random.nextInt(CODES.size()));
      String to = CODES.get(random.nextInt(CODES.size()));
      if (!from.equals(to)) {
        var fund = List.of(FundKind.values()).get(random.nextInt(4));
        books.moves(books.since().plusMonths(month).atDay(1 + random.nextInt(28)), "random", from, to, fund,
            1 + random.nextInt(100_000)); // what a fund does not have is refused
      }
    }
    for (int each = 0; each < 12; each++) {
      int first = random.nextInt(30);
      check(local, new Span(books.since().plusMonths(first), books.since().plusMonths(first + random.nextInt(12))));
    }
  }

  private static void check(FoundedLocal local, Span span) {
    local.read(() -> {
      var trial = statements().trial(span);
      assertThat(trial.balanced()).isTrue();
      var income = statements().income(span);
      assertThat(income.cameIn()).isEqualTo(-of(trial, AccountKind.INCOME, false));
      assertThat(income.spent()).isEqualTo(of(trial, AccountKind.EXPENSE, false));
      var sheet = statements().balance(span.last());
      assertThat(sheet.balanced()).isTrue();
      assertThat(sheet.there()).isEqualTo(of(trial, AccountKind.ASSET, true));
      assertThat(sheet.owed()).isEqualTo(-of(trial, AccountKind.LIABILITY, true));
      var funds = statements().funds(span);
      assertThat(funds.end()).isEqualTo(sheet.there() - sheet.owed()).isEqualTo(sheet.own());
      assertThat(funds.rows().stream().mapToLong(row -> row.cameIn() - row.spent()).sum()).isEqualTo(income.left());
      var before = statements().income(span.yearEarlier());
      assertThat(income.cameInBefore()).isEqualTo(before.cameIn());
      assertThat(income.spentBefore()).isEqualTo(before.spent());
      var then = statements().balance(span.last().minusYears(1));
      assertThat(sheet.thereThen()).isEqualTo(then.there());
      assertThat(sheet.ownThen()).isEqualTo(then.own());
      return true;
    });
  }

  private static long of(TrialBalance trial, AccountKind kind, boolean end) {
    return trial.rows()
        .stream()
        .filter(row -> row.account().kind() == kind)
        .mapToLong(row -> end ? row.end() : row.debit() - row.credit())
        .sum();
  }

  @Test
  void whatMembersOweIsNotWhatAFundCanSpend(FoundedLocal local) {
    var books = KeptBooks.since(local, 2);
    books.dues(books.since().atDay(3), 5_000);
    books.moves(books.since().atDay(4), "Dues of the month", "4000", "1400", FundKind.GENERAL, 9_000);
    var row = local.read(() -> statements().funds(new Span(books.since(), KeptBooks.now()))).rows().getFirst();
    assertThat(row.end()).isEqualTo(14_000);
    assertThat(row.canSpend()).isEqualTo(5_000);
  }

  @Test
  void yearsAndQuartersBeginWithTheMonthOfTheBooks() {
    assertThat(Span.year(YearMonth.of(2026, 2), Month.APRIL))
        .isEqualTo(new Span(YearMonth.of(2025, 4), YearMonth.of(2026, 3)));
    assertThat(Span.quarter(YearMonth.of(2026, 1), Month.FEBRUARY))
        .isEqualTo(new Span(YearMonth.of(2025, 11), YearMonth.of(2026, 1)));
    assertThat(Span.quarter(YearMonth.of(2026, 3), Month.JANUARY).last()).isEqualTo(YearMonth.of(2026, 3));
  }
}
