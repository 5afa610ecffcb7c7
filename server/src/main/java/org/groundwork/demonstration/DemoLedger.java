// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;

/** The demonstration's books by the names that its scenes use: accounts by their codes, funds by their kinds. */
final class DemoLedger {
  private final Books books;
  private final Ledger ledger;

  DemoLedger(Books books, Ledger ledger) {
    this.books = books;
    this.ledger = ledger;
  }

  Books books() { return books; }

  /** Something that somebody writes down by hand. */
  UUID enter(LocalDate on, String what, List<Line> lines) {
    Entered entered = ledger.enter(new NewEntry(on, what, Optional.empty(), lines));
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      throw new IllegalStateException("the demonstration's books refuse an entry: " + entered);
    }
    return entry;
  }

  /** An expense of the general fund that left a place of money. */
  UUID spent(LocalDate on, String what, String code, UsedFor place, long amount) {
    return enter(on, what,
        List.of(new Line(account(code), fund(FundKind.GENERAL), amount), line(place, FundKind.GENERAL, -amount)));
  }

  Line line(UsedFor use, FundKind kind, long amount) { return new Line(books.account(use).id(), fund(kind), amount); }

  /** The account with a code. */
  UUID account(String code) {
    return books.accounts()
        .stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .map(Account::id)
        .orElseThrow();
  }

  UUID fund(FundKind kind) {
    return books.funds().stream().filter(each -> each.kind() == kind).findFirst().map(Fund::id).orElseThrow();
  }
}
