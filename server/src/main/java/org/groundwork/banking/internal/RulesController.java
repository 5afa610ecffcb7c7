// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.banking.Rules;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Rules by which lines are proposed for something. */
@Controller
class RulesController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final Rules rules;

  RulesController(Transactions transactions, BankDesk desk, Rules rules) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
  }

  @GetMapping("/l/{local}/bank/rules")
  @Requires(Power.SEE_MONEY)
  Answer all() {
    return transactions.read(() -> {
      Callers.everywhere(Power.SEE_MONEY);
      return Answer.show(new RulesPage(rules.all(), desk.names(), given(), BankDesk.keeps()));
    });
  }

  private Set<UUID> given() {
    return desk.accountsOfBooks()
        .stream()
        .filter(each -> each.usedFor().filter(UsedFor::given).isPresent())
        .map(Account::id)
        .collect(Collectors.toSet());
  }

  @PostMapping("/l/{local}/bank/rules/{id}/end")
  @Requires(Power.KEEP_MONEY)
  Answer end(@PathVariable UUID id) {
    return transactions.write(() -> {
      Callers.everywhere(Power.KEEP_MONEY);
      rules.end(id);
      return Answer.goTo(BankDesk.at("bank/rules"));
    });
  }
}
