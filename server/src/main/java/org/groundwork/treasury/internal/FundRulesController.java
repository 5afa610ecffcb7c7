// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.FundRules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether more may leave a fund than is in it: one officer asks, another says yes. */
@Controller
class FundRulesController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final FundRules rules;

  FundRulesController(Transactions transactions, TreasuryDesk desk, Books books, FundRules rules) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.rules = rules;
  }

  @PostMapping("/l/{local}/treasury/funds/{id}/below")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String below) {
    var actor = Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      if (books.funds().stream().noneMatch(fund -> fund.id().equals(id))) {
        throw TreasuryDesk.notFound();
      }
      return there(rules.ask(id, below.equals("yes"), actor.person()), "rule-asked");
    }));
  }

  @PostMapping("/l/{local}/treasury/fund-rules/{id}/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer agree(@PathVariable UUID id) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.open(_ -> there(rules.agree(id, actor.person()), "rule-agreed")));
  }

  @PostMapping("/l/{local}/treasury/fund-rules/{id}/withdraw")
  @Requires(Power.APPROVE_MONEY)
  Answer withdraw(@PathVariable UUID id) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.open(_ -> there(rules.withdraw(id, actor.person()), "rule-withdrawn")));
  }

  private static Answer there(FundRules.Done done, String said) {
    return Answer.goTo(TreasuryDesk.at("/accounts" + switch (done) {
      case DONE -> "?done=" + said;
      case MEANWHILE -> "";
      case ANOTHER_PERSON -> "?refused=another";
    }));
  }
}
