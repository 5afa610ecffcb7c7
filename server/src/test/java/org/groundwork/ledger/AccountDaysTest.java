// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One account, day by day. */
@ExtendWith(ProductExtension.class)
class AccountDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private static long balance(OpenBooks books, String day) {
    return books.local()
        .read(() -> OpenBooks.part(AccountDays.class).balance(books.account("1000"), LocalDate.parse(day)));
  }

  @Test
  void countsUntilTheEndOfADay(FoundedLocal local) {
    var books = OpenBooks.of(local);
    books.comesIn(LocalDate.of(2026, 1, 31), FundKind.GENERAL, 100);
    books.comesIn(LocalDate.of(2026, 2, 1), FundKind.STRIKE, 20);
    books.goesOut(LocalDate.of(2026, 2, 2), FundKind.GENERAL, 7);
    assertThat(balance(books, "2026-01-30")).isZero();
    assertThat(balance(books, "2026-01-31")).isEqualTo(100);
    assertThat(balance(books, "2026-02-01")).isEqualTo(120);
    assertThat(balance(books, "2026-02-02")).isEqualTo(113);
    assertThat(balance(books, "2027-05-05")).isEqualTo(113);
  }

  @Test
  void tellsEntriesThatNoLineOfABankMade(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID stands = OpenBooks.entry(books.comesIn(FIRST, FundKind.GENERAL, 100));
    UUID undone = OpenBooks.entry(books.comesIn(FIRST, FundKind.GENERAL, 30));
    local.write(() -> OpenBooks.part(Ledger.class).reverse(undone, FIRST, "wrong"));
    var opening = OpenBooks.moving(FIRST, "what was there", books.account("3000"), books.account("1000"),
        books.fund(FundKind.GENERAL), 5);
    UUID before = OpenBooks.entry(books.enter(opening));
    books.enter(new NewEntry(FIRST, "a line", Optional.of(new Source("bank-line", UUID.randomUUID())),
        opening.lines()));
    List<AccountDays.Moved> others = local
        .read(() -> OpenBooks.part(AccountDays.class).byOthers(books.account("1000"), FIRST, LAST));
    assertThat(others).filteredOn(AccountDays.Moved::stands)
        .containsExactlyInAnyOrder(
            new AccountDays.Moved(stands, FIRST, false, 100, Optional.empty(), Optional.empty()),
            new AccountDays.Moved(before, FIRST, true, 5, Optional.empty(), Optional.empty()));
    assertThat(others).filteredOn(each -> !each.stands())
        .satisfiesExactlyInAnyOrder(each -> assertThat(each.entry()).isEqualTo(undone),
            each -> assertThat(each.undoes()).contains(undone));
  }
}
