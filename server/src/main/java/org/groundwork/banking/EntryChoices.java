// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.treasury.OutOfPlaces;

/** Which accounts of the books lines may be for by hand. */
public final class EntryChoices {
  /** What these come to is kept elsewhere: a bill or a repayment that a line paid is chosen as the payment that it is. */
  private static final Set<UsedFor> KEPT_ELSEWHERE = Set.of(UsedFor.DUES_OWED, UsedFor.PAID_AHEAD, UsedFor.HELD,
      UsedFor.STRIKE_PAY, UsedFor.HARDSHIP_AID, UsedFor.BILLS, UsedFor.OWED_TO_MEMBERS, UsedFor.PETTY_CASH);
  private final Books books;
  private final BankAccounts accounts;
  private final OutOfPlaces out;

  EntryChoices(Books books, BankAccounts accounts, OutOfPlaces out) {
    this.out = out;
    this.books = books;
    this.accounts = accounts;
  }

  /**
   * The accounts that somebody may choose: none where money lies, none that the program alone keeps, none of what was there
   * at the beginning, and none of what is given: a line that is a gift is said to be one ({@link Settling#gift}).
   */
  public List<Account> all() {
    var banks = new HashSet<>(accounts.all().stream().map(BankAccount::ledgerAccount).toList());
    return books.accounts()
        .stream()
        .filter(each -> !each.closed() && !banks.contains(each.id()) && each.kind() != AccountKind.NET)
        .filter(EntryChoices::byPeople)
        .toList();
  }

  /** Where money of ours lies: what a line brings there has not left. */
  Set<UUID> places() { return out.places(); }

  /** Whether people, and not the program alone, say that a line is for an account. */
  static boolean byPeople(Account account) {
    return account.usedFor().filter(use -> KEPT_ELSEWHERE.contains(use) || use.given()).isEmpty();
  }

  /** Whether parts come to a line's amount, and name accounts that may be chosen. */
  boolean fit(BankLine line, List<Part> parts) {
    if (parts.isEmpty() || parts.size() > Settling.MOST_PARTS || parts.stream().anyMatch(each -> each.amount() == 0)) {
      return false;
    }
    var may = new HashSet<UUID>(all().stream().map(Account::id).toList());
    long sum = parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
    return sum == line.amount().minor() && parts.stream().allMatch(each -> may.contains(each.account()));
  }
}
