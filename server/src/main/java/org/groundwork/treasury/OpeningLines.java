// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;

/**
 * What was there when the books began beside the first entry: money elsewhere, deposits, what was lent, loans, bills. Each is
 * an entry of its own of the day on which the books began, against what was there at the beginning, while the month of that
 * day is open. Runs inside the caller's transaction; the books must be open.
 */
public final class OpeningLines {
  private static final int LISTED = 200;
  private final Books books;
  private final Ledger ledger;
  private final Journal journal;
  private final ClosedMonths closed;

  OpeningLines(Books books, Ledger ledger, Journal journal, ClosedMonths closed) {
    this.books = books;
    this.ledger = ledger;
    this.journal = journal;
    this.closed = closed;
  }

  /** What few charts have an account for, and was there all the same: the account is added with the first of it. */
  public enum Fresh {
    BILLS(2400, AccountKind.LIABILITY), LOAN(2500, AccountKind.LIABILITY), DEPOSIT(1500, AccountKind.ASSET),
    LENT(1600, AccountKind.ASSET);

    private final int code;
    private final AccountKind kind;

    Fresh(int code, AccountKind kind) {
      this.code = code;
      this.kind = kind;
    }

    /** As forms and texts have it. */
    public String key() { return name().toLowerCase(java.util.Locale.ROOT); }

    /** Whether it is owed and not owned. */
    public boolean owed() { return kind == AccountKind.LIABILITY; }
  }

  /**
   * One thing that was there.
   *
   * @param form which form says so, so that it is entered once
   * @param amount in minor units, 1 … {@link Line#MOST}: owned if the account is an asset, owed if it is a liability
   * @param what in words that every member may read, 1 … {@link NewEntry#LONGEST} characters
   */
  public record There(UUID form, Account account, Fund fund, long amount, String what) {}

  /** Whether something can still be entered: the month in which the books began is open. */
  public boolean open(Book book) {
    return !closed.all().contains(YearMonth.from(book.openedOn()));
  }

  /**
   * Whether something can be owed out of a fund from the beginning. Nothing but grants is paid out of the hardship fund, so
   * no bill and no loan is.
   */
  public static boolean mayOwe(Fund fund) { return fund.kind() != FundKind.HARDSHIP; }

  /**
   * Enters something that was there; the same form is entered once.
   *
   * @throws IllegalArgumentException if the account is neither an asset nor a liability, or the fund owes nothing
   */
  public Entered enter(Book book, There there) {
    boolean owed = there.account().kind() == AccountKind.LIABILITY;
    if ((!owed && there.account().kind() != AccountKind.ASSET) || (owed && !mayOwe(there.fund()))) {
      throw new IllegalArgumentException("it cannot be there at the beginning: " + there.account().kind());
    }
    long sum = owed ? -there.amount() : there.amount();
    UUID fund = there.fund().id();
    return ledger.enter(new NewEntry(book.openedOn(), there.what(),
        java.util.Optional.of(new Source(Opening.SOURCE, there.form())),
        List.of(new Line(there.account().id(), fund, sum),
            new Line(books.account(UsedFor.OPENING).id(), fund, Math.negateExact(sum)))));
  }

  /** The account for something of this name, added where the chart has none that is open. */
  public Account account(Fresh fresh, String name) {
    var accounts = books.accounts();
    return accounts.stream()
        .filter(each -> each.kind() == fresh.kind && each.name().equals(name) && !each.closed()
            && each.usedFor().isEmpty())
        .findFirst()
        .orElseGet(() -> added(fresh, name));
  }

  private Account added(Fresh fresh, String name) {
    int code = fresh.code;
    while (books.addAccount(Integer.toString(code), name, fresh.kind) == Books.Changed.TAKEN) {
      code++;
    }
    String made = Integer.toString(code);
    return books.accounts().stream().filter(each -> each.code().equals(made)).findFirst().orElseThrow();
  }

  /** What was entered as being there, the first first, also what was undone; at most {@value #LISTED}. */
  public List<Entry> all() {
    return journal.ofSources(Set.of(Opening.SOURCE), LISTED);
  }
}
