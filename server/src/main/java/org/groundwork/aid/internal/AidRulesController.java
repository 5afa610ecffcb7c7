// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.groundwork.aid.RuleChange;
import org.groundwork.aid.RuleChanges;
import org.groundwork.aid.Rulebook;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The rules of the fund: written down by one, in force with a second one or with the decision of the members. */
@Controller
class AidRulesController {
  private final Transactions transactions;
  private final AidDesk desk;
  private final Rulebook rules;
  private final RuleChanges changes;
  private final RequestLanguage language;

  AidRulesController(Transactions transactions, AidDesk desk, Rulebook rules, RuleChanges changes,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.changes = changes;
    this.language = language;
  }

  @GetMapping("/l/{local}/aid/rules")
  @Requires(Power.ADMINISTER)
  Answer form(HttpServletRequest request) {
    Callers.everywhere(Power.ADMINISTER);
    return transactions.read(() -> desk.inBooks(currency -> Answer.show(new RulesPage(currency,
        changes.proposed()
            .map(RuleChange::rules)
            .or(rules::find)
            .map(found -> RulesForm.of(found, currency, language.of(request)))
            .orElseGet(RulesForm::blank),
        PassedForm.blank(), FormErrors.none()))));
  }

  @PostMapping("/l/{local}/aid/rules")
  @Requires(Power.ADMINISTER)
  Answer save(@ModelAttribute RulesForm form, @ModelAttribute PassedForm passed, HttpServletRequest request) {
    Callers.everywhere(Power.ADMINISTER);
    return transactions.write(() -> desk.inBooks(currency -> {
      var errors = new FormErrors();
      var read = form.read(errors, currency, language.of(request));
      var decision = passed.read(errors, desk.today());
      if (read.isEmpty() || errors.any()) {
        return Answer.again(new RulesPage(currency, form, passed, errors));
      }
      return Answer.goTo(AidDesk.at(changes.propose(read.get(), decision) ? "?done=rules" : "?done=proposed"));
    }));
  }

  @PostMapping("/l/{local}/aid/rules/{change}/second")
  @Requires(Power.TAKE_PART)
  Answer second(@PathVariable UUID change) {
    seconds(Callers.actor());
    return transactions.write(() -> Answer.goTo(AidDesk.at(switch (changes.second(change)) {
      case DONE -> "?done=rules";
      case ANOTHER_PERSON -> "?done=another";
      case MEANWHILE -> "?done=meanwhile";
    })));
  }

  @PostMapping("/l/{local}/aid/rules/{change}/drop")
  @Requires(Power.TAKE_PART)
  Answer drop(@PathVariable UUID change) {
    if (!Callers.actor().mayEverywhere(Power.ADMINISTER)) {
      seconds(Callers.actor());
    }
    return transactions
        .write(() -> Answer.goTo(AidDesk.at(changes.drop(change) ? "?done=dropped" : "?done=meanwhile")));
  }

  /** Refuses whoever is neither of the committee nor says yes to money. */
  private static void seconds(Caller.Actor actor) {
    if (!AidRulesController.isSecond(actor)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  /** Whether somebody can be the second person for rules of others. */
  static boolean isSecond(Caller.Actor actor) {
    return actor.mayEverywhere(Power.APPROVE_MONEY) || actor.mayEverywhere(Power.GIVE_AID);
  }
}
