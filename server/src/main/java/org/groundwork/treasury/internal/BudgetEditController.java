// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.Budgets;
import org.groundwork.treasury.Budgets.Planned;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Typing a budget. */
@Controller
class BudgetEditController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final Balances balances;
  private final Budgets budgets;

  BudgetEditController(Transactions transactions, TreasuryDesk desk, Books books, Balances balances, Budgets budgets) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.balances = balances;
    this.budgets = budgets;
  }

  @GetMapping("/l/{local}/treasury/budget/plan")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String fund,
      HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.open(book -> {
      Span span = year(book, year);
      Fund chosen = fund(fund);
      var fields = planned(span, chosen, book.currency(), desk.language(request));
      return Answer.show(page(book, span, chosen, fields, FormErrors.none()));
    }));
  }

  private Span year(Book book, String year) {
    return Span.year(Typed.month(year).orElseGet(() -> YearMonth.from(desk.today())), book.yearBegins());
  }

  /** The fund an address names, the general one if it names none; another local's is not there. */
  private Fund fund(String typed) {
    var open = books.funds().stream().filter(each -> !each.closed()).toList();
    return typed.isEmpty()
        ? open.getFirst()
        : open.stream()
            .filter(each -> each.id().toString().equals(typed))
            .findFirst()
            .orElseThrow(TreasuryDesk::notFound);
  }

  private Map<String, String> planned(Span year, Fund fund, Currency currency, Locale language) {
    var fields = new HashMap<String, String>();
    var accounts = accounts();
    budgets.of(year.first())
        .stream()
        .filter(each -> each.fund().equals(fund.id()))
        .forEach(each -> accounts.stream()
            .filter(account -> account.id().equals(each.account()))
            .forEach(account -> fields.put(BudgetEditPage.field(account),
                new Money(each.amount(), currency).plain(language))));
    return fields;
  }

  private List<Account> accounts() {
    return books.accounts()
        .stream()
        .filter(account -> !account.closed())
        .filter(account -> account.kind() == AccountKind.INCOME || account.kind() == AccountKind.EXPENSE)
        .toList();
  }

  private BudgetEditPage page(Book book, Span year, Fund fund, Map<String, String> fields, FormErrors errors) {
    var before = new HashMap<UUID, Long>();
    var earlier = year.yearEarlier();
    balances.between(earlier.first(), earlier.last())
        .stream()
        .filter(each -> each.fund().equals(fund.id()))
        .forEach(each -> before.merge(each.account(), Math.abs(each.amount()), Math::addExact));
    return new BudgetEditPage(book.currency(), year, fund,
        books.funds().stream().filter(each -> !each.closed()).toList(),
        accounts(), fields, before, errors);
  }

  @PostMapping("/l/{local}/treasury/budget/plan")
  @Requires(Power.KEEP_MONEY)
  Answer plan(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    var fields = EntryForm.of(EntryKind.LINES, typed).fields();
    return transactions.write(() -> desk.open(book -> {
      Span year = year(book, fields.getOrDefault("year", ""));
      Fund fund = fund(fields.getOrDefault("fund", ""));
      var errors = new FormErrors();
      var planned = read(errors, fields, fund, book.currency(), desk.language(request));
      if (errors.any()) {
        return Answer.again(page(book, year, fund, fields, errors));
      }
      budgets.plan(year.first(), planned);
      return Answer.goTo(TreasuryDesk.at("/budget?year=" + year.first() + "&fund=" + fund.id() + "&done=planned"));
    }));
  }

  private List<Planned> read(FormErrors errors, Map<String, String> fields, Fund fund, Currency currency,
      Locale language) {
    var planned = new ArrayList<Planned>();
    for (Account account : accounts()) {
      String name = BudgetEditPage.field(account);
      var amount = Typed.amountIfAny(errors, name, fields.getOrDefault(name, ""), currency, language);
      planned.add(new Planned(account.id(), fund.id(), amount.orElse(0)));
    }
    return planned;
  }
}
