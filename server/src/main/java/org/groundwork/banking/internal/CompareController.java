// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.Reconciling;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The bank against the books. */
@Controller
class CompareController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final Reconciling reconciling;

  CompareController(Transactions transactions, BankDesk desk, Reconciling reconciling) {
    this.transactions = transactions;
    this.desk = desk;
    this.reconciling = reconciling;
  }

  @GetMapping("/l/{local}/bank/accounts/{id}/check")
  @Requires(Power.SEE_MONEY)
  Answer check(@PathVariable UUID id) {
    return transactions.read(() -> {
      BankAccount account = desk.account(id, Power.SEE_MONEY);
      return Answer.show(new ComparePage(account, reconciling.compare(account)));
    });
  }
}
