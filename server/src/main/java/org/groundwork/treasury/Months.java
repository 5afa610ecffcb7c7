// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.tenancy.Locals;

/** Which months of the books are over, and which of those are still open. Runs inside the caller's transaction. */
public final class Months {
  private final Books books;
  private final ClosedMonths closed;
  private final Locals locals;
  private final Clock clock;

  Months(Books books, ClosedMonths closed, Locals locals, Clock clock) {
    this.books = books;
    this.closed = closed;
    this.locals = locals;
    this.clock = clock;
  }

  /** What day it is where the local is. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(locals.profile().zone()));
  }

  /** The months that are over and open, the first one first; the ones without entries too. */
  public List<YearMonth> toClose() {
    Optional<Book> book = books.find();
    if (book.isEmpty()) {
      return List.of();
    }
    var done = closed.all();
    YearMonth now = YearMonth.from(today());
    return Stream
        .iterate(YearMonth.from(book.get().openedOn()), month -> month.isBefore(now), month -> month.plusMonths(1))
        .filter(month -> !done.contains(month))
        .toList();
  }

  /** The quarters that are over since the books were opened, the last one first. */
  public List<Span> quarters() {
    Optional<Book> book = books.find();
    if (book.isEmpty()) {
      return List.of();
    }
    Span first = Span.quarter(YearMonth.from(book.get().openedOn()), book.get().yearBegins());
    YearMonth now = YearMonth.from(today());
    return Stream
        .iterate(first, quarter -> quarter.last().isBefore(now),
            quarter -> new Span(quarter.first().plusMonths(3), quarter.last().plusMonths(3)))
        .toList()
        .reversed();
  }

  /** The part of a quarter from the month on in which the books were opened. */
  public Span since(Span quarter) {
    YearMonth opened = books.find().map(Book::openedOn).map(YearMonth::from).orElse(quarter.first());
    return opened.isAfter(quarter.first()) && !opened.isAfter(quarter.last())
        ? new Span(opened, quarter.last())
        : quarter;
  }
}
