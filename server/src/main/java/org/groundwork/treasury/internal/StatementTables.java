// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Books;
import org.groundwork.treasury.FundStatement;
import org.groundwork.treasury.Span;
import org.groundwork.treasury.StatementRow;
import org.groundwork.treasury.Statements;
import org.groundwork.treasury.TrialBalance;
import org.groundwork.treasury.internal.Report.Kind;
import org.groundwork.treasury.internal.Report.Row;
import org.springframework.stereotype.Component;

/** Puts the statements into tables. */
@Component
class StatementTables {
  /** The words of the reports, in the order of the page. */
  static final List<String> ALL = List.of("income", "balance", "funds", "trial");
  private final Statements statements;
  private final Books books;

  StatementTables(Statements statements, Books books) {
    this.statements = statements;
    this.books = books;
  }

  /** A report by its word; empty if there is none of that name. */
  Optional<Report> of(String which, Span span) {
    return switch (which) {
      case "income" -> Optional.of(income(span));
      case "balance" -> Optional.of(balance(span));
      case "funds" -> Optional.of(funds(span));
      case "trial" -> Optional.of(trial(span));
      default -> Optional.empty();
    };
  }

  private Report income(Span span) {
    var found = statements.income(span);
    var rows = new ArrayList<Row>();
    rows.add(Row.head("treasury.report.came-in"));
    found.income().forEach(row -> rows.add(row(row, span, span.yearEarlier())));
    rows.add(Row.total("treasury.report.came-in.all", found.cameIn(), found.cameInBefore()));
    rows.add(Row.head("treasury.report.spent"));
    found.expenses().forEach(row -> rows.add(row(row, span, span.yearEarlier())));
    rows.add(Row.total("treasury.report.spent.all", found.spent(), found.spentBefore()));
    rows.add(Row.total("treasury.report.left", found.left(), found.leftBefore()));
    return new Report("income", span, List.of("treasury.report.now", "treasury.report.year-before"), rows);
  }

  private Report balance(Span span) {
    var found = statements.balance(span.last());
    var ever = since(span.last());
    var then = since(span.last().minusYears(1));
    var rows = new ArrayList<Row>();
    rows.add(Row.head("treasury.report.there"));
    found.assets().forEach(row -> rows.add(row(row, ever, then)));
    rows.add(Row.total("treasury.report.there.all", found.there(), found.thereThen()));
    rows.add(Row.head("treasury.report.owed"));
    found.liabilities().forEach(row -> rows.add(row(row, ever, then)));
    rows.add(Row.total("treasury.report.owed.all", found.owed(), found.owedThen()));
    rows.add(Row.head("treasury.report.own"));
    found.net().forEach(row -> rows.add(row(row, ever, then)));
    rows.add(Row.told("treasury.report.years-before", found.ofYearsBefore(), found.ofYearsBeforeThen()));
    rows.add(Row.told("treasury.report.this-year", found.ofYear(), found.ofYearThen()));
    rows.add(Row.total("treasury.report.own.all", found.own(), found.ownThen()));
    rows.add(Row.total("treasury.report.both", Math.addExact(found.owed(), found.own()),
        Math.addExact(found.owedThen(), found.ownThen())));
    return new Report("balance", span, List.of("treasury.report.at-end", "treasury.report.year-before"), rows);
  }

  /** From the month on in which the books were opened. */
  private Span since(YearMonth last) {
    YearMonth opened = books.find().map(book -> YearMonth.from(book.openedOn())).orElse(last);
    return opened.isAfter(last) ? new Span(last, last) : new Span(opened, last);
  }

  private Report funds(Span span) {
    var found = statements.funds(span);
    var rows = new ArrayList<Row>();
    found.rows()
        .forEach(row -> rows.add(new Row(Kind.ROW, "", "", row.fund().name(), amounts(row),
            between(rows(span) + "&fund=" + row.fund().id()))));
    long[] sums = new long[7];
    found.rows().forEach(row -> {
      for (int at = 0; at < sums.length; at++) {
        sums[at] = Math.addExact(sums[at], amounts(row).get(at));
      }
    });
    rows.add(Row.total("treasury.report.all", Arrays.stream(sums).boxed().toArray(Long[]::new)));
    return new Report("funds", span,
        List.of("treasury.report.start", "treasury.report.came-in", "treasury.report.spent",
            "treasury.report.moved", "treasury.report.end", "treasury.report.unpaid", "treasury.report.can-spend"),
        rows);
  }

  private static List<Long> amounts(FundStatement.Row row) {
    return List.of(row.start(), row.cameIn(), row.spent(), row.moved(), row.end(), row.owed(), row.canSpend());
  }

  private Report trial(Span span) {
    TrialBalance found = statements.trial(span);
    var rows = new ArrayList<Row>();
    found.rows()
        .forEach(row -> rows.add(new Row(Kind.ROW, "", row.account().code(), row.account().name(),
            List.of(row.start(), row.debit(), row.credit(), row.end()), between(link(row.account(), span)))));
    rows.add(Row.total("treasury.report.all", found.total(TrialBalance.Row::start),
        found.total(TrialBalance.Row::debit), found.total(TrialBalance.Row::credit),
        found.total(TrialBalance.Row::end)));
    return new Report("trial", span, List.of("treasury.report.start", "treasury.report.debit", "treasury.report.credit",
        "treasury.report.end"), rows);
  }

  private static Row row(StatementRow row, Span now, Span before) {
    return new Row(Kind.ROW, "", row.account().code(), row.account().name(), List.of(row.now(), row.before()),
        List.of(link(row.account(), now), link(row.account(), before)));
  }

  /** What came in and what was spent has rows in these months; what was before and is then has them in others too. */
  private static List<String> between(String link) {
    return List.of("", link, link);
  }

  private static String link(Account account, Span span) { return rows(span) + "&account=" + account.id(); }

  private static String rows(Span span) { return "treasury/entries?first=" + span.first() + "&last=" + span.last(); }
}
