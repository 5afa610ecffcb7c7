// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.groundwork.aid.StrikeRuleChange;
import org.groundwork.aid.StrikeRuleChanges;
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

/** What a day on strike is paid with: written down by one, in force with a second one or with the decision of the members. */
@Controller
class StrikeRuleController {
  private static final String AT = "/l/{local}/aid/strikes/{step}/rule";
  private final Transactions transactions;
  private final AidDesk desk;
  private final StrikePayDesk strikes;
  private final StrikeRuleChanges changes;
  private final RequestLanguage language;

  StrikeRuleController(Transactions transactions, AidDesk desk, StrikePayDesk strikes, StrikeRuleChanges changes,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.changes = changes;
    this.language = language;
  }

  @GetMapping(AT)
  @Requires(Power.ADMINISTER)
  Answer form(@PathVariable UUID step, HttpServletRequest request) {
    Callers.everywhere(Power.ADMINISTER);
    return transactions.read(() -> {
      PaidStrike at = strikes.one(step);
      return desk.inBooks(currency -> Answer.show(new StrikeRulePage(currency, at,
          changes.proposed(step)
              .map(StrikeRuleChange::rule)
              .or(at::rule)
              .map(rule -> StrikeRuleForm.of(rule, currency, language.of(request)))
              .orElseGet(StrikeRuleForm::blank),
          PassedForm.blank(), FormErrors.none())));
    });
  }

  @PostMapping(AT)
  @Requires(Power.ADMINISTER)
  Answer propose(@PathVariable UUID step, @ModelAttribute StrikeRuleForm form, @ModelAttribute PassedForm passed,
      HttpServletRequest request) {
    Callers.everywhere(Power.ADMINISTER);
    return transactions.write(() -> {
      PaidStrike at = strikes.one(step);
      return desk.inBooks(currency -> {
        var errors = new FormErrors();
        var read = form.read(errors, step, currency, language.of(request));
        var decision = passed.read(errors, desk.today());
        return read.isEmpty() || errors.any()
            ? Answer.again(new StrikeRulePage(currency, at, form, passed, errors))
            : at(step, changes.propose(read.get(), decision) ? "rule" : "proposed");
      });
    });
  }

  @PostMapping(AT + "/{change}/second")
  @Requires(Power.TAKE_PART)
  Answer second(@PathVariable UUID step, @PathVariable UUID change) {
    if (!AidRulesController.isSecond(Callers.actor())) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return transactions.write(() -> {
      strikes.one(step);
      return at(step, switch (changes.second(step, change)) {
        case DONE -> "rule";
        case ANOTHER_PERSON -> "another";
        case MEANWHILE -> "meanwhile";
      });
    });
  }

  @PostMapping(AT + "/{change}/drop")
  @Requires(Power.TAKE_PART)
  Answer drop(@PathVariable UUID step, @PathVariable UUID change) {
    var actor = Callers.actor();
    if (!AidRulesController.isSecond(actor) && !actor.mayEverywhere(Power.ADMINISTER)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return transactions.write(() -> {
      strikes.one(step);
      return at(step, changes.drop(step, change) ? "dropped" : "meanwhile");
    });
  }

  private static Answer at(UUID step, String done) {
    return Answer.goTo(AidDesk.at("/strikes/" + step + "?done=" + done));
  }
}
