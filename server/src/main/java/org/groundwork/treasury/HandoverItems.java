// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.BookSums;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;

/** What two people look through together when the money is handed over. Runs inside the caller's transaction. */
public final class HandoverItems {
  private final Books books;
  private final Balances all;
  private final ReadersSums readers;
  private final Months months;

  HandoverItems(Books books, Balances all, ReadersSums readers, Months months) {
    this.books = books;
    this.all = all;
    this.readers = readers;
    this.months = months;
  }

  /**
   * The list as it is now, with what the books come to for whoever asks.
   *
   * @param waiting how many other things of money wait for somebody
   */
  public List<HandoverItem> of(int waiting) { return of(waiting, readers); }

  /** The same with what there truly is, for whoever is confirmed to take over. */
  public List<HandoverItem> forTaker(int waiting) {
    return of(waiting, all);
  }

  private List<HandoverItem> of(int waiting, BookSums sums) {
    var items = new ArrayList<HandoverItem>();
    items.add(counted("months", months.toClose().size()));
    items.add(counted("waiting", waiting));
    var found = sums.until(YearMonth.of(9999, 12));
    books.accounts().stream().filter(account -> isPlace(account)).forEach(account -> {
      long amount = amount(found, account);
      if (amount != 0 || (account.usedFor().isPresent() && !account.closed())) {
        items.add(new HandoverItem("account-" + account.id(), Optional.of(account.name()), OptionalLong.of(amount)));
      }
    });
    List.of("cash", "bank", "logins", "papers").forEach(item -> items.add(said(item)));
    return items;
  }

  /** Whether money lies there. */
  private static boolean isPlace(Account account) {
    return account.kind() == AccountKind.ASSET && account.usedFor().filter(UsedFor.DUES_OWED::equals).isEmpty();
  }

  private static long amount(List<Balance> found, Account account) {
    return found.stream()
        .filter(each -> each.account().equals(account.id()))
        .mapToLong(Balance::amount)
        .reduce(0, Math::addExact);
  }

  private static HandoverItem counted(String item, int count) {
    return new HandoverItem(item, Optional.empty(), OptionalLong.of(count));
  }

  private static HandoverItem said(String item) {
    return new HandoverItem(item, Optional.empty(), OptionalLong.empty());
  }
}
