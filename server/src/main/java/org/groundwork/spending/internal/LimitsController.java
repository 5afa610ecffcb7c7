// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.Rules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The local's limits. */
@Controller("spendingLimits")
class LimitsController {
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final RuleBook rules;
  private final RequestLanguage language;

  LimitsController(Transactions transactions, SpendingDesk desk, RuleBook rules, RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.language = language;
  }

  @GetMapping("/l/{local}/spending/limits")
  @Requires(Power.TAKE_PART)
  Answer limits(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(page(LimitsForm.of(rules.now(), spelling(request)), FormErrors.none(), false, !done.isEmpty())));
  }

  @PostMapping("/l/{local}/spending/limits")
  @Requires(Power.ADMINISTER)
  Answer change(@ModelAttribute LimitsForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var typed = form.read(errors, spelling(request));
      if (typed.isEmpty()) {
        return Answer.again(page(form, errors, false, false));
      }
      return rules.change(typed.get()) || same(rules.now(), typed.get())
          ? SpendingDesk.goTo("spending/limits?done=1")
          : new Answer.Show(page(LimitsForm.of(rules.now(), spelling(request)), errors, true, false), 409);
    });
  }

  /** Sent twice: it is as it was wanted. */
  private static boolean same(Rules now, Rules wanted) {
    return now.equals(new Rules(wanted.noReceipt(), wanted.release(), wanted.appropriation(), wanted.pettyCash(),
        now.version()));
  }

  private LimitsPage page(LimitsForm form, FormErrors errors, boolean meanwhile, boolean saved) {
    Rules now = rules.now();
    return new LimitsPage(desk.money(now.noReceipt()), desk.money(now.release()), desk.money(now.appropriation()),
        desk.money(now.pettyCash()), Callers.actor().mayEverywhere(Power.ADMINISTER), form, errors, meanwhile, saved);
  }

  private SpendingTyped.Spelling spelling(HttpServletRequest request) {
    return new SpendingTyped.Spelling(desk.currency(), language.of(request));
  }
}
