// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class JournalListTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @Test
  void givesTheLatestFirstAPageAtATime(FoundedLocal local) {
    var books = OpenBooks.of(local);
    var made = new ArrayList<UUID>();
    for (int day = 1; day <= 7; day++) {
      made.add(OpenBooks.entry(books.comesIn(MARCH.atDay(day), FundKind.GENERAL, 100)));
    }
    made.add(OpenBooks.entry(books.comesIn(MARCH.atDay(7), FundKind.GENERAL, 100)));
    books.comesIn(MARCH.minusMonths(1).atEndOfMonth(), FundKind.GENERAL, 100);
    books.comesIn(MARCH.plusMonths(1).atDay(1), FundKind.GENERAL, 100);
    var all = new Journal.Wanted(MARCH, MARCH, Set.of(), Optional.empty());
    var got = new ArrayList<UUID>();
    Optional<Journal.At> after = Optional.empty();
    for (int page = 0; page < 3; page++) {
      var place = after;
      List<Entry> some = local.read(() -> OpenBooks.part(Journal.class).latest(all, place, 3));
      some.forEach(each -> got.add(each.id()));
      after = Optional.of(new Journal.At(some.getLast().on(), some.getLast().id()));
    }
    assertThat(got).isEqualTo(made.reversed());
  }

  @Test
  void findsThoseThatNameAnAccountOrAFund(FoundedLocal local, FoundedLocal other) {
    var books = OpenBooks.of(local);
    UUID dues = OpenBooks.entry(books.comesIn(MARCH.atDay(2), FundKind.GENERAL, 900));
    UUID strike = OpenBooks.entry(books.comesIn(MARCH.atDay(3), FundKind.STRIKE, 900));
    UUID paint = OpenBooks.entry(books.goesOut(MARCH.atDay(4), FundKind.GENERAL, 100));
    assertThat(found(local, Set.of(books.account("5000")), Optional.empty())).containsExactly(paint);
    assertThat(found(local, Set.of(books.account("4000"), books.account("5000")), Optional.empty()))
        .containsExactly(paint, strike, dues);
    assertThat(found(local, Set.of(books.account("4000")), Optional.of(books.fund(FundKind.STRIKE))))
        .containsExactly(strike);
    OpenBooks.of(other);
    assertThat(found(other, Set.of(), Optional.empty())).isEmpty();
  }

  private static List<UUID> found(FoundedLocal local, Set<UUID> accounts, Optional<UUID> fund) {
    return local.read(() -> OpenBooks.part(Journal.class)
        .latest(new Journal.Wanted(MARCH, MARCH, accounts, fund), Optional.empty(), 10)
        .stream()
        .map(Entry::id)
        .toList());
  }

  @Test
  void tellsOfClosedMonthsHowManyEntriesTheyHave(FoundedLocal local) {
    var books = OpenBooks.of(local);
    YearMonth first = YearMonth.of(2026, 1);
    books.comesIn(first.atDay(2), FundKind.GENERAL, 900);
    books.comesIn(first.atDay(3), FundKind.GENERAL, 900);
    local.write(() -> OpenBooks.part(ClosedMonths.class).close(first, ZoneOffset.UTC));
    assertThat(local.read(() -> OpenBooks.part(ClosedMonths.class).told())).singleElement()
        .satisfies(closed -> {
          assertThat(closed.month()).isEqualTo(first);
          assertThat(closed.entries()).isEqualTo(2);
        });
  }
}
