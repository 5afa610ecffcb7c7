// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Pinned;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.springframework.beans.factory.ObjectProvider;

/** What payments become in the books. Every member reads those: an entry says what for, and never who. */
record BooksOfSpending(Books books, Ledger ledger, CashPlaces cash, Languages languages, Locals locals,
    ObjectProvider<Pinned> pins) {

  /** Whether something relies on an entry, such as a line of the bank. */
  boolean pinned(UUID entry) {
    return pins.stream().anyMatch(each -> each.pinned(entry));
  }

  /**
   * Whether so much is not in the box, or the float, that an account is; what is in it then. Nobody else pays out of it until
   * the transaction ends. Never so of other accounts.
   */
  Optional<Long> lacking(UUID account, UUID fund, long amount) {
    return cash.missing(List.of(new Line(account, fund, -amount))).map(CashPlaces.Missing::has);
  }

  /** Something is owed: an expense, to a member or to others, until it is paid. */
  Entered owed(Approvals.Spent spent, UUID approval, LocalDate on) {
    return ledger.enter(new NewEntry(on, text("spending.books." + spent.kind().key(), named(spent.account())),
        Optional.of(new Source("payout-owed", approval)),
        List.of(new Line(spent.account(), spent.fund(), spent.amount()),
            new Line(owing(spent.kind()), spent.fund(), -spent.amount()))));
  }

  /**
   * It was paid.
   *
   * @param once names this payment; one that was taken back has had another name
   * @param account out of which
   */
  Entered paid(Payout payout, UUID once, UUID account, LocalDate on) {
    long amount = payout.amount();
    return ledger.enter(new NewEntry(on, text("spending.books.paid." + payout.kind().key(), named(payout.account())),
        Optional.of(new Source("payout-paid", once)),
        List.of(new Line(owing(payout.kind()), payout.fund(), amount), new Line(account, payout.fund(), -amount))));
  }

  /** Where money lies that is paid like this, unless somebody names an account. */
  UUID account(From from) {
    return books.account(from.account()).id();
  }

  /** It was not paid after all; on the day it was said to be, or on a later one if that month is closed. */
  Entered notPaid(UUID entry, Payout payout, LocalDate on, LocalDate today) {
    String text = text("spending.books.not-paid", named(payout.account()));
    Entered reversed = ledger.reverse(entry, on, text);
    return reversed instanceof Entered.Closed ? ledger.reverse(entry, today, text) : reversed;
  }

  /** It goes from one fund to another, where it lies: each fund has books of its own, and it stands in both. */
  Entered moved(FundMove move, LocalDate on) {
    UUID between = books.account(UsedFor.BETWEEN_FUNDS).id();
    return ledger.enter(new NewEntry(on, text("spending.books.moved", move.why()),
        Optional.of(new Source("fund-move", move.id())),
        List.of(new Line(move.place(), move.to(), move.amount()), new Line(between, move.to(), -move.amount()),
            new Line(move.place(), move.from(), -move.amount()), new Line(between, move.from(), move.amount()))));
  }

  /** What went from one fund to another goes back; on its day, or on a later one if that month is closed. */
  Entered movedBack(UUID entry, LocalDate on, LocalDate today) {
    String text = text("spending.books.moved-back");
    Entered reversed = ledger.reverse(entry, on, text);
    return reversed instanceof Entered.Closed ? ledger.reverse(entry, today, text) : reversed;
  }

  /** It is not owed after all. */
  Entered takenBack(UUID entry, Payout payout, LocalDate on) {
    return ledger.reverse(entry, on, text("spending.books.back", named(payout.account())));
  }

  String text(String key, Object... arguments) { return languages.text(locals.profile().language(), key, arguments); }

  private UUID owing(NewPayout.Kind kind) { return books.account(owes(kind)).id(); }

  static UsedFor owes(NewPayout.Kind kind) {
    return kind == NewPayout.Kind.LAID_OUT ? UsedFor.OWED_TO_MEMBERS : UsedFor.BILLS;
  }

  String named(UUID account) {
    return books.accounts()
        .stream()
        .filter(each -> each.id().equals(account))
        .findFirst()
        .map(Account::name)
        .orElseThrow(() -> new IllegalArgumentException("there is no account " + account));
  }
}
