// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody finds what one person got: not from sums, entries, balances, funds or files, nor by subtracting any two of them,
 * today's or of another day. Each payment is a power of two, so that the bits of any number tell how many payments are in it.
 */
@ExtendWith(ProductExtension.class)
class DiscreetTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private static Discreet discreet() { return OpenBooks.part(Discreet.class); }

  private static OpenBooks funded(FoundedLocal local) {
    var books = OpenBooks.of(local);
    for (String from : List.of("1000", "1100")) {
      OpenBooks.entry(books.enter(OpenBooks.moving(LocalDate.of(2026, 1, 1), "dues", books.account("4000"),
          books.account(from), books.fund(FundKind.HARDSHIP), Line.MOST)));
    }
    return books;
  }

  private static UUID pays(OpenBooks books, YearMonth month, int power) { return pays(books, month, power, "1000"); }

  private static UUID pays(OpenBooks books, YearMonth month, int power, String from) {
    return OpenBooks.entry(books.enter(OpenBooks.moving(month.atDay(3), "Secret of " + power, books.account(from),
        books.account("5900"), books.fund(FundKind.HARDSHIP), 1L << power)));
  }

  private static List<Discreet.Total> totals(OpenBooks books) {
    return books.local().read(() -> discreet().totals(UsedFor.HARDSHIP_AID));
  }

  @Test
  void putsMonthsTogetherUntilFiveWerePaid(FoundedLocal local) {
    var books = funded(local);
    for (int at = 0; at < 4; at++) {
      pays(books, JANUARY, at);
    }
    books.close(JANUARY);
    assertThat(totals(books)).as("four").isEmpty();
    pays(books, JANUARY.plusMonths(1), 4);
    assertThat(totals(books)).as("the fifth in a month that is open").isEmpty();
    books.close(JANUARY.plusMonths(1));
    assertThat(totals(books)).hasSize(1).first().satisfies(total -> {
      assertThat(total.first()).isEqualTo(JANUARY);
      assertThat(total.last()).isEqualTo(JANUARY.plusMonths(1));
      assertThat(total.amount()).isEqualTo(31);
      assertThat(total.fund()).isEqualTo(books.fund(FundKind.HARDSHIP));
    });
    for (int at = 5; at < 10; at++) {
      pays(books, JANUARY.plusMonths(2), at);
    }
    books.close(JANUARY.plusMonths(2));
    assertThat(totals(books)).extracting(Discreet.Total::amount).containsExactly(31L << 5, 31L);
  }

  @Test
  void aReversedPaymentDoesNotCountAsOne(FoundedLocal local) {
    var books = funded(local);
    UUID wrong = pays(books, JANUARY, 0);
    local.write(() -> OpenBooks.part(Ledger.class).reverse(wrong, JANUARY.atDay(4), "typed twice"));
    for (int at = 1; at < 5; at++) {
      pays(books, JANUARY, at);
    }
    books.close(JANUARY);
    assertThat(totals(books)).isEmpty();
    assertThat(local.<Boolean>read(() -> discreet().hides(wrong))).isTrue();
  }

  /** One payment from the bank among many in cash would stand alone in what the bank comes to. */
  @Test
  void addsUpOnlyWhatNamesTheSameAccounts(FoundedLocal local) {
    var books = funded(local);
    for (int at = 0; at < 5; at++) {
      pays(books, JANUARY, at);
    }
    pays(books, JANUARY, 5, "1100");
    books.close(JANUARY);
    assertThat(totals(books)).extracting(Discreet.Total::amount).containsExactly(31L);
    assertThat(books.told("1100", JANUARY)).isEqualTo(Line.MOST);
  }

  /** Everything that can be read, each number as the sum of payments it stands for. */
  private static List<Long> everythingTold(OpenBooks books) {
    var told = new ArrayList<Long>();
    told.add(0L);
    for (YearMonth month = JANUARY; month.getYear() == 2026; month = month.plusMonths(1)) {
      told.add(books.told("5900", month));
      told.add(Line.MOST - books.told("1000", month));
      told.add(Line.MOST - books.told("1100", month));
    }
    books.local().read(() -> {
      told.add(2 * Line.MOST - discreet().held(books.fund(FundKind.HARDSHIP)));
      discreet().totals(UsedFor.HARDSHIP_AID).forEach(total -> told.add(total.amount()));
      discreet().each(OpenBooks.OPENED, LAST, entry -> entry.lines()
          .stream()
          .filter(line -> line.account().equals(books.account("5900")))
          .forEach(line -> told.add(line.amount())));
      return told;
    });
    return told;
  }

  @Test
  void nobodyIsSingledOutBySubtractingAnyTwoNumbersOfAnyTwoDays(FoundedLocal local) {
    var chance = new Random(20261127);
    var books = funded(local);
    var told = new ArrayList<List<Long>>();
    int power = 0;
    for (int month = 0; month < 9; month++) {
      YearMonth now = JANUARY.plusMonths(month);
      int paid = month == 6 ? 5 : chance.nextInt(6);
      for (int at = 0; at < paid && power < 40; at++) {
        pays(books, now, power++, chance.nextInt(3) == 0 ? "1100" : "1000");
        told.add(everythingTold(books));
      }
      if (month < 8) {
        books.close(now);
        told.add(everythingTold(books));
      }
    }
    assertThat(told.getLast()).as("something is told").anyMatch(number -> number != 0);
    var numbers = told.stream().flatMap(List::stream).distinct().toList();
    for (long one : numbers) {
      for (long other : numbers) {
        int payments = Long.bitCount(Math.abs(one - other));
        // what stands in two series at once may differ in either way; one payment alone never does
        assertThat(one == other || payments >= 2).as(one + " less " + other).isTrue();
      }
    }
    cumulative(told, books);
  }

  /** Each series by itself only ever grows by five payments or more. */
  private static void cumulative(List<List<Long>> told, OpenBooks books) {
    int fixed = 3 * 12;
    for (int series = 1; series <= fixed + 1; series++) {
      for (List<Long> early : told) {
        for (List<Long> late : told) {
          long more = Math.abs(late.get(series) - early.get(series));
          assertThat(more == 0 || Long.bitCount(more) >= Discreet.LEAST).as("series " + series).isTrue();
        }
      }
    }
    assertThat(books.local().read(() -> OpenBooks.part(Balances.class).faults())).isEmpty();
  }

  /** A month that is entered in and closed after later ones adds to what was told and changes none of it. */
  @Test
  void aMonthThatIsClosedLateChangesNothingThatWasTold(FoundedLocal local) {
    var books = funded(local);
    books.close(JANUARY);
    for (int at = 0; at < 5; at++) {
      pays(books, JANUARY.plusMonths(2), at);
    }
    books.close(JANUARY.plusMonths(2));
    assertThat(totals(books)).extracting(Discreet.Total::amount).containsExactly(31L);
    pays(books, JANUARY.plusMonths(1), 5);
    assertThat(totals(books)).extracting(Discreet.Total::amount).containsExactly(31L);
    books.close(JANUARY.plusMonths(1));
    assertThat(totals(books)).extracting(Discreet.Total::amount).containsExactly(31L);
  }

  @Test
  void theBooksThatMembersReadBalanceAndSayNothingOfOne(FoundedLocal local) {
    var books = funded(local);
    for (int at = 0; at < 12; at++) {
      pays(books, JANUARY.plusMonths(at / 4), at);
    }
    OpenBooks.entry(books.goesOut(LocalDate.of(2026, 3, 5), FundKind.HARDSHIP, 77));
    books.close(JANUARY);
    books.close(JANUARY.plusMonths(1));
    var entries = new ArrayList<Entry>();
    local.read(() -> {
      discreet().each(OpenBooks.OPENED, LAST, entries::add);
      return entries;
    });
    assertThat(entries).extracting(Entry::what).doesNotContain("Secret of 0", "Secret of 11").contains("Hardship aid");
    assertThat(entries).extracting(Entry::on).isSorted();
    assertThat(entries).allMatch(entry -> entry.number().isEmpty());
    assertThat(entries).allSatisfy(entry -> assertThat(entry.lines().stream().mapToLong(Line::amount).sum()).isZero());
    var sums = new TreeMap<UUID, Long>();
    entries.forEach(entry -> entry.lines().forEach(line -> sums.merge(line.account(), line.amount(), Long::sum)));
    assertThat(sums.get(books.account("5900"))).isEqualTo((1L << 8) - 1);
    assertThat(sums.get(books.account("5000"))).isEqualTo(77);
    sums.forEach((account, sum) -> assertThat(local.read(() -> discreet().until(YearMonth.from(LAST)))
        .stream()
        .filter(each -> each.account().equals(account))
        .mapToLong(Balance::amount)
        .sum()).isEqualTo(sum));
    assertThat(local.read(() -> discreet().held(books.fund(FundKind.HARDSHIP))))
        .isEqualTo(local.read(() -> OpenBooks.part(Holdings.class).of(books.fund(FundKind.HARDSHIP))) + (15L << 8));
  }

  @Test
  void theFilesThatMembersMayHaveSayNothingOfOne(FoundedLocal local) {
    var books = funded(local);
    for (int at = 10; at < 16; at++) {
      pays(books, JANUARY, at);
    }
    pays(books, JANUARY.plusMonths(1), 16);
    books.close(JANUARY);
    for (boolean hledger : List.of(true, false)) {
      var text = new StringBuilder();
      local.read(() -> {
        JournalFiles files = OpenBooks.part(JournalFiles.class);
        if (hledger) {
          files.hledgerForMembers(LAST, text);
        } else {
          files.beancountForMembers(LAST, text);
        }
        return text;
      });
      assertThat(text.toString()).contains(" 645.12 ").doesNotContain("Secret", " 10.24 ", " 327.68 ", " 655.36 ");
    }
  }

  /** Strike pay of one week after the other to the same few: whoever got it five times is one. */
  @Test
  void countsPeopleAndNotPayments(FoundedLocal local) {
    var books = funded(local);
    var marks = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    for (int at = 0; at < 8; at++) {
      paysTo(books, marks.get(at % 4), at);
    }
    UUID back = paysTo(books, marks.get(4), 8);
    local.write(() -> OpenBooks.part(Ledger.class).reverse(back, JANUARY.atDay(4), "came back"));
    books.close(JANUARY);
    assertThat(totals(books)).as("eight payments to four").isEmpty();
    OpenBooks.entry(books.enter(paidTo(books, JANUARY.plusMonths(1), marks.get(4), 9)));
    books.close(JANUARY.plusMonths(1));
    assertThat(totals(books)).extracting(Discreet.Total::amount).containsExactly(255L + (1L << 9));
  }

  private static UUID paysTo(OpenBooks books, UUID mark, int power) {
    return OpenBooks.entry(books.enter(paidTo(books, JANUARY, mark, power)));
  }

  private static NewEntry paidTo(OpenBooks books, YearMonth month, UUID mark, int power) {
    UUID fund = books.fund(FundKind.HARDSHIP);
    return new NewEntry(month.atDay(3), "Secret", Optional.empty(),
        List.of(new Line(books.account("5900"), fund, 1L << power).marked(mark),
            new Line(books.account("1000"), fund, -(1L << power))));
  }

  /** A batch of strike pay has a line for each of those who get it. */
  @Test
  void countsEveryOneOfABatch(FoundedLocal local) {
    var books = OpenBooks.of(local);
    books.comesIn(LocalDate.of(2026, 1, 1), FundKind.STRIKE, 1_000_000);
    UUID strike = books.fund(FundKind.STRIKE);
    batch(books, strike, 4);
    books.close(JANUARY);
    assertThat(local.read(() -> discreet().totals(UsedFor.STRIKE_PAY))).isEmpty();
    batch(books, strike, 5);
    batch(books, strike, 6);
    books.close(JANUARY.plusMonths(1));
    assertThat(local.read(() -> discreet().totals(UsedFor.STRIKE_PAY))).extracting(Discreet.Total::amount)
        .containsExactly(100 + 101 + 102 + 103 + 510L + 615L);
  }

  /** Two joined after all others were charged: what they owe would tell their rates. */
  @Test
  void tellsWhatFewAreChargedOnlyWithOthers(FoundedLocal local) {
    var books = OpenBooks.of(local);
    charged(books, JANUARY, 1L << 20, 40);
    UUID few = charged(books, JANUARY, 1, 2);
    assertThat(local.<Boolean>read(() -> discreet().hides(few))).isTrue();
    books.close(JANUARY);
    assertThat(income(books, JANUARY)).isEqualTo(-(1L << 20));
    charged(books, JANUARY.plusMonths(1), 2, 3);
    assertThat(income(books, JANUARY.plusMonths(1))).as("an open month").isEqualTo(-(1L << 20));
    books.close(JANUARY.plusMonths(1));
    assertThat(income(books, JANUARY.plusMonths(1))).as("five in all").isEqualTo(-(1L << 20) - 3);
    assertThat(income(books, JANUARY)).isEqualTo(-(1L << 20));
  }

  private static long income(OpenBooks books, YearMonth until) { return books.told("4000", until); }

  private static UUID charged(OpenBooks books, YearMonth month, long sum, int people) {
    UUID owed = books.local().read(() -> OpenBooks.part(Books.class).account(UsedFor.DUES_OWED)).id();
    return OpenBooks.entry(books.enter(OpenBooks.moving(month.atDay(1), "Dues charged", books.account("4000"), owed,
        books.fund(FundKind.GENERAL), sum).over(people)));
  }

  private static void batch(OpenBooks books, UUID fund, int people) {
    var lines = new ArrayList<Line>();
    for (int at = 0; at < people; at++) {
      lines.add(new Line(books.account("5800"), fund, 100 + at));
    }
    lines.add(new Line(books.account("1000"), fund, -lines.stream().mapToLong(Line::amount).sum()));
    OpenBooks.entry(books.enter(new NewEntry(LocalDate.of(2026, people == 4 ? 1 : 2, 5), "Strike pay",
        Optional.empty(), lines)));
  }
}
