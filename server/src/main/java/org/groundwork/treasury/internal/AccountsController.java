// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Books.Changed;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.FundRule;
import org.groundwork.treasury.FundRules;
import org.groundwork.treasury.ReadersSums;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts and the funds of the books. */
@Controller
class AccountsController {
  private static final Map<String, String> DONE = Map.of("added", "treasury.done.added", "closed",
      "treasury.done.closed", "rule-asked", "treasury.done.rule-asked", "rule-agreed", "treasury.done.rule-agreed",
      "rule-withdrawn", "treasury.done.rule-withdrawn");
  private static final Map<String, String> REFUSED = Map.of("needed", "treasury.refused.needed", "not-empty",
      "treasury.refused.not-empty", "another", "treasury.refused.another");
  private static final int RULES = 30;
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final ReadersSums balances;
  private final FundRules rules;
  private final PeopleDirectory people;

  AccountsController(Transactions transactions, TreasuryDesk desk, Books books, ReadersSums balances, FundRules rules,
      PeopleDirectory people) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.balances = balances;
    this.rules = rules;
    this.people = people;
  }

  @GetMapping("/l/{local}/treasury/accounts")
  @Requires(Power.TAKE_PART)
  Answer list(@RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "") String refused) {
    return transactions.read(() -> desk.open(book -> Answer.show(page(book, AccountForm.blank(),
        DONE.getOrDefault(done, ""), REFUSED.getOrDefault(refused, ""), FormErrors.none()))));
  }

  private AccountsPage page(Book book, AccountForm form, String done, String refused, FormErrors errors) {
    YearMonth now = YearMonth.from(desk.today());
    var accounts = books.accounts();
    var amounts = new HashMap<UUID, Long>();
    balances.until(now).forEach(each -> amounts.merge(each.account(), each.amount(), Math::addExact));
    accounts.stream()
        .filter(account -> !account.kind().isDebit())
        .forEach(account -> amounts.computeIfPresent(account.id(), (_, amount) -> Math.negateExact(amount)));
    return new AccountsPage(book.currency(), accounts, books.funds(), amounts, YearMonth.from(book.openedOn()), now,
        Callers.actor().mayEverywhere(Power.KEEP_MONEY), rules(), form, done, refused, errors);
  }

  private AccountsPage.Rules rules() {
    var actor = Callers.actor();
    boolean approves = actor.mayEverywhere(Power.APPROVE_MONEY);
    List<FundRule> latest = rules.latest(RULES);
    Map<UUID, String> names = new HashMap<>();
    people
        .entries(latest.stream()
            .flatMap(each -> Stream.concat(each.askedBy().stream(), each.decidedBy().stream()))
            .distinct()
            .toList())
        .forEach((id, entry) -> names.put(id, entry.name()));
    Map<UUID, String> funds = new HashMap<>();
    books.funds().forEach(fund -> funds.put(fund.id(), fund.name()));
    return new AccountsPage.Rules(latest.stream()
        .map(each -> new AccountsPage.Rule(each, funds.getOrDefault(each.fund(), ""), name(each.askedBy(), names),
            name(each.decidedBy(), names), approves && each.mayAgree(actor.person()),
            approves && each.state() == FundRule.State.ASKED))
        .toList(), desk.profile().zone());
  }

  private static String name(Optional<UUID> person, Map<UUID, String> names) {
    return person.map(id -> names.getOrDefault(id, "")).orElse("");
  }

  @PostMapping("/l/{local}/treasury/accounts")
  @Requires(Power.KEEP_MONEY)
  Answer add(@ModelAttribute AccountForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.open(book -> {
      var errors = new FormErrors();
      var read = form.read(errors);
      if (read.isPresent()
          && books.addAccount(read.get().code(), read.get().name(), read.get().kind()) == Changed.TAKEN) {
        errors.refuse("code", "treasury.account.code.taken");
      }
      return errors.any() ? Answer.again(page(book, form, "", "", errors)) : added();
    }));
  }

  @PostMapping("/l/{local}/treasury/funds")
  @Requires(Power.KEEP_MONEY)
  Answer addFund(@ModelAttribute AccountForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.open(book -> {
      var errors = new FormErrors();
      String name = errors.required("fund", form.fund(), 80);
      if (!errors.any() && books.addFund(name, false) == Changed.TAKEN) {
        errors.refuse("fund", "treasury.fund.taken");
      }
      return errors.any() ? Answer.again(page(book, form, "", "", errors)) : added();
    }));
  }

  private static Answer added() { return Answer.goTo(TreasuryDesk.at("/accounts?done=added")); }

  @PostMapping("/l/{local}/treasury/accounts/{id}/close")
  @Requires(Power.KEEP_MONEY)
  Answer closeAccount(@PathVariable UUID id) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      if (books.accounts().stream().noneMatch(account -> account.id().equals(id))) {
        throw TreasuryDesk.notFound();
      }
      return closed(books.closeAccount(id));
    }));
  }

  @PostMapping("/l/{local}/treasury/funds/{id}/close")
  @Requires(Power.KEEP_MONEY)
  Answer closeFund(@PathVariable UUID id) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      if (books.funds().stream().noneMatch(fund -> fund.id().equals(id))) {
        throw TreasuryDesk.notFound();
      }
      return closed(books.closeFund(id));
    }));
  }

  private static Answer closed(Changed changed) {
    return Answer.goTo(TreasuryDesk.at("/accounts?" + switch (changed) {
      case DONE -> "done=closed";
      case NEEDED, TAKEN -> "refused=needed";
      case NOT_EMPTY -> "refused=not-empty";
    }));
  }
}
