// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.BankLines;
import org.groundwork.banking.Reconciling;
import org.groundwork.banking.StatementImports;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts where money lies. */
@Controller
class BankController {
  private static final int FILES = 20;
  private final Transactions transactions;
  private final BankDesk desk;
  private final BankAccounts accounts;
  private final Looking looking;

  BankController(Transactions transactions, BankDesk desk, BankAccounts accounts, Looking looking) {
    this.transactions = transactions;
    this.desk = desk;
    this.accounts = accounts;
    this.looking = looking;
  }

  /** What is looked up about an account. */
  @org.springframework.stereotype.Component("bankLooking")
  record Looking(BankLines lines, Reconciling reconciling, StatementImports imports) {}

  @GetMapping("/l/{local}/bank")
  @Requires(Power.SEE_MONEY)
  Answer all(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      Callers.everywhere(Power.SEE_MONEY);
      Map<UUID, Integer> open = looking.lines().openOfAll();
      List<BankPage.Row> rows = accounts.all()
          .stream()
          .map(each -> new BankPage.Row(each, open.getOrDefault(each.id(), 0), looking.reconciling().compare(each)))
          .toList();
      return Answer.show(new BankPage(desk.bookIfOpen().isPresent(), BankDesk.keeps(), rows, done));
    });
  }

  @GetMapping("/l/{local}/bank/accounts/new")
  @Requires(Power.KEEP_MONEY)
  Answer blank() {
    return transactions.read(() -> {
      Callers.everywhere(Power.KEEP_MONEY);
      desk.book();
      return Answer.show(page(Optional.empty(), AccountForm.blank(usual()), false, FormErrors.none()));
    });
  }

  /** The account of the books for banks, as long as nothing is kept there. */
  private String usual() {
    return accounts.free()
        .stream()
        .filter(each -> each.usedFor().equals(Optional.of(UsedFor.BANK)))
        .map(each -> each.id().toString())
        .findFirst()
        .orElse("");
  }

  private AccountFormPage page(Optional<BankAccount> account, AccountForm form, boolean meanwhile, FormErrors errors) {
    List<Account> free = account.isPresent() ? List.of() : accounts.free();
    return new AccountFormPage(account, form, free, meanwhile, errors);
  }

  @PostMapping("/l/{local}/bank/accounts/new")
  @Requires(Power.KEEP_MONEY)
  Answer add(@ModelAttribute AccountForm form) {
    return transactions.write(() -> {
      Callers.everywhere(Power.KEEP_MONEY);
      desk.book();
      var errors = new FormErrors();
      return form.read(errors)
          .map(told -> saved(accounts.add(told), Optional.empty(), form, errors))
          .orElseGet(() -> Answer.again(page(Optional.empty(), form, false, errors)));
    });
  }

  private Answer saved(BankAccounts.Saved saved, Optional<BankAccount> of, AccountForm form, FormErrors errors) {
    switch (saved) {
      case BankAccounts.Saved.Done(UUID id) -> {
        return Answer.goTo(BankDesk.at("bank/accounts/" + id + "?done=saved"));
      }
      case BankAccounts.Saved.NameTaken _ -> errors.refuse("name", "bank.name.taken");
      case BankAccounts.Saved.LedgerTaken _ -> errors.refuse("ledger", "bank.ledger.taken");
      case BankAccounts.Saved.TooMany _ -> errors.refuse("name", "bank.too-many", BankAccounts.MOST);
      case BankAccounts.Saved.Meanwhile _ -> {
        BankAccount now = accounts.find(of.orElseThrow().id()).orElseThrow();
        var over = new AccountForm(Long.toString(now.version()), form.name(), form.kind(), form.number(), form.ledger(),
            form.keeps());
        return new Answer.Show(page(Optional.of(now), over, true, errors), 409);
      }
    }
    return Answer.again(page(of, form, false, errors));
  }

  @GetMapping("/l/{local}/bank/accounts/{id}")
  @Requires(Power.SEE_MONEY)
  Answer one(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      BankAccount account = desk.account(id, Power.SEE_MONEY);
      return Answer.show(new AccountPage(account, desk.names().getOrDefault(account.ledgerAccount(), ""),
          looking.lines().openOfAll().getOrDefault(id, 0), looking.reconciling().compare(account),
          looking.reconciling().kept(account, desk.today()), looking.imports().of(id, FILES), BankDesk.keeps(), done));
    });
  }

  @GetMapping("/l/{local}/bank/accounts/{id}/change")
  @Requires(Power.KEEP_MONEY)
  Answer look(@PathVariable UUID id) {
    return transactions.read(() -> {
      BankAccount account = desk.account(id, Power.KEEP_MONEY);
      return Answer.show(page(Optional.of(account), AccountForm.of(account), false, FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/bank/accounts/{id}/change")
  @Requires(Power.KEEP_MONEY)
  Answer change(@PathVariable UUID id, @ModelAttribute AccountForm form) {
    return transactions.write(() -> {
      BankAccount account = desk.account(id, Power.KEEP_MONEY);
      var errors = new FormErrors();
      var kept = new AccountForm(form.version(), form.name(), account.kind().key(), form.number(), "", form.keeps());
      return kept.read(errors)
          .map(told -> saved(accounts.change(id, version(form), told), Optional.of(account), kept, errors))
          .orElseGet(() -> Answer.again(page(Optional.of(account), kept, false, errors)));
    });
  }

  private static long version(AccountForm form) {
    String typed = form.version() == null ? "" : form.version();
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
  }

  @PostMapping("/l/{local}/bank/accounts/{id}/close")
  @Requires(Power.KEEP_MONEY)
  Answer close(@PathVariable UUID id, @RequestParam(defaultValue = "yes") String closed) {
    return transactions.write(() -> {
      desk.account(id, Power.KEEP_MONEY);
      accounts.close(id, closed.equals("yes"));
      return Answer.goTo(BankDesk.at("bank/accounts/" + id + "?done=saved"));
    });
  }
}
