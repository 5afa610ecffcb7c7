// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Component;

/** What the pages of the books have in common. */
@Component
class TreasuryDesk {
  /** What these come to is kept by other modules; nobody enters in them by hand. Nor in what is {@link UsedFor#given()}. */
  static final Set<UsedFor> NOT_BY_HAND = Set.of(UsedFor.DUES_OWED, UsedFor.STRIKE_PAY, UsedFor.HARDSHIP_AID,
      UsedFor.HELD, UsedFor.PAID_AHEAD, UsedFor.OWED_TO_MEMBERS, UsedFor.BILLS, UsedFor.OPENING, UsedFor.PETTY_CASH,
      UsedFor.WITH_STEWARDS, UsedFor.MEMBERS_GIFTS);
  private final Books books;
  private final Months months;
  private final Locals locals;
  private final RequestLanguage language;
  private final Ids ids;

  TreasuryDesk(Books books, Months months, Locals locals, RequestLanguage language, Ids ids) {
    this.books = books;
    this.months = months;
    this.locals = locals;
    this.language = language;
    this.ids = ids;
  }

  /** What a page shows of the books; before they are opened it leads to the page that says so. */
  Answer open(Function<Book, Answer> page) {
    return books.find().map(page).orElseGet(() -> Answer.goTo(at("")));
  }

  LocalDate today() { return months.today(); }

  /** The months an address names; by default the year of the books until now. */
  Span span(Book book, String first, String last) {
    YearMonth now = YearMonth.from(today());
    YearMonth until = Typed.month(last).orElse(now);
    YearMonth from = Typed.month(first).orElseGet(() -> Span.year(until, book.yearBegins()).first());
    return from.isAfter(until) ? new Span(until, from) : new Span(from, until);
  }

  /** What the reader does not see entry by entry; nothing is hidden from whoever keeps or checks the money. */
  Hiding hiding() {
    return Callers.actor().mayEverywhere(Power.SEE_MONEY) ? Hiding.nothing() : Hiding.of(books.accounts());
  }

  static boolean byHand(Account account) {
    return !account.closed() && account.usedFor().filter(use -> NOT_BY_HAND.contains(use) || use.given()).isEmpty();
  }

  Locale language(HttpServletRequest request) { return language.of(request); }

  Locals.Profile profile() { return locals.profile(); }

  UUID form() { return ids.random(); }

  /** An address of the books, {@code rest} with what it begins with: nothing, a slash or a question mark. */
  static String at(String rest) {
    return "/l/" + Callers.actor().handle() + "/treasury" + rest;
  }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }

}
