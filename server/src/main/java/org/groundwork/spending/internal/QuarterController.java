// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.spending.Quarter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the members' dues did in three months. */
@Controller("quarterPages")
class QuarterController {
  private static final int MONTHS = 3;
  private static final int HUNDRED = 100;
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final Quarter quarter;

  QuarterController(Transactions transactions, SpendingDesk desk, Quarter quarter) {
    this.transactions = transactions;
    this.desk = desk;
    this.quarter = quarter;
  }

  @GetMapping("/l/{local}/spending/quarter")
  @Requires(Power.TAKE_PART)
  Answer quarter(@RequestParam(defaultValue = "") String from) {
    return transactions.read(() -> desk.book()
        .map(book -> Answer.show(page(book, Quarter.firstOf(month(from).orElse(YearMonth.from(desk.today())), book))))
        .orElseGet(() -> Answer.show(new NoBooksPage())));
  }

  private Optional<YearMonth> month(String typed) {
    try {
      return Optional.of(YearMonth.parse(typed)).filter(month -> !month.isAfter(YearMonth.from(desk.today())));
    } catch (DateTimeParseException nothingThere) {
      return Optional.empty();
    }
  }

  private QuarterPage page(Book book, YearMonth first) {
    YearMonth now = YearMonth.from(desk.today());
    var told = quarter.of(first);
    YearMonth next = first.plusMonths(MONTHS);
    List<QuarterPage.Row> spent = told.spent().stream().map(each -> row(each, told, told.wentOut())).toList();
    var dues = told.income()
        .stream()
        .filter(each -> each.account().usedFor().equals(Optional.of(UsedFor.DUES)))
        .findFirst()
        .map(each -> row(each, told, told.cameIn()));
    return new QuarterPage(first.atDay(1), told.last().atEndOfMonth(), next.compareTo(now) <= 0,
        desk.money(told.cameIn()), dues, desk.money(told.wentOut()), ten(), spent,
        told.quiet().stream().map(each -> row(each, told, told.wentOut())).toList(),
        Optional.of(first.minusMonths(1))
            .filter(month -> !month.isBefore(YearMonth.from(book.openedOn())))
            .map(month -> Quarter.firstOf(month, book).toString()),
        Optional.of(next).filter(month -> !month.isAfter(now)).map(YearMonth::toString));
  }

  private Money ten() {
    int places = Math.max(0, desk.currency().getDefaultFractionDigits());
    return desk.money(BigDecimal.TEN.movePointRight(places).longValueExact());
  }

  private QuarterPage.Row row(Quarter.Sum sum, Quarter.Told told, long all) {
    var part = new BigDecimal(sum.amount());
    var whole = new BigDecimal(Math.max(1, all));
    long ofTen = part.multiply(new BigDecimal(ten().minor())).divide(whole, 0, RoundingMode.HALF_UP).longValueExact();
    long share = part.max(BigDecimal.ZERO)
        .multiply(new BigDecimal(HUNDRED))
        .divide(whole, 0, RoundingMode.HALF_UP)
        .min(new BigDecimal(HUNDRED))
        .longValueExact();
    return new QuarterPage.Row(sum.account().name(), desk.money(sum.amount()), desk.money(ofTen), share,
        "treasury/entries?account=" + sum.account().id() + "&first=" + told.first() + "&last=" + told.last());
  }
}
