// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.groundwork.ledger.Book;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.Texts;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the books come to, for every member, as a page, on paper and as a file. */
@Controller
class StatementController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final StatementTables reports;
  private final Texts texts;

  StatementController(Transactions transactions, TreasuryDesk desk, StatementTables reports, Texts texts) {
    this.transactions = transactions;
    this.desk = desk;
    this.reports = reports;
    this.texts = texts;
  }

  @GetMapping("/l/{local}/treasury/reports")
  @Requires(Power.TAKE_PART)
  Answer first() { return Answer.goTo(TreasuryDesk.at("/reports/" + StatementTables.ALL.getFirst())); }

  @GetMapping("/l/{local}/treasury/reports/{which}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable String which, @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String last) {
    return transactions.read(() -> desk.open(book -> Answer.show(new ReportPage(report(book, which, first, last),
        book.currency(), StatementTables.ALL, years(book)))));
  }

  private Report report(Book book, String which, String first, String last) {
    return reports.of(which, desk.span(book, first, last)).orElseThrow(TreasuryDesk::notFound);
  }

  /** This year of the books, this quarter, last year. */
  private List<Span> years(Book book) {
    YearMonth now = YearMonth.from(desk.today());
    Span year = Span.year(now, book.yearBegins());
    return List.of(Span.quarter(now, book.yearBegins()), year, year.yearEarlier());
  }

  @GetMapping("/l/{local}/treasury/reports/{which}/csv")
  @Requires(Power.TAKE_PART)
  Answer csv(@PathVariable String which, @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String last, HttpServletRequest request) {
    return transactions.read(() -> desk.open(book -> {
      String text = new ReportCsv(report(book, which, first, last), book.currency(), texts.of(request)).text();
      return Answer.file(text.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", which + ".csv");
    }));
  }

  @GetMapping("/l/{local}/treasury/reports/{which}/pdf")
  @Requires(Power.TAKE_PART)
  Answer pdf(@PathVariable String which, @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String last) {
    return transactions.read(() -> desk.open(book -> Answer.paper(
        new ReportSheet(desk.profile().name(), report(book, which, first, last), book.currency()),
        PaperSize.of(book.currency()), which)));
  }
}
