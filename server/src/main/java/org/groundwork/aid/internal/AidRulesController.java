// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.groundwork.aid.Rulebook;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The rules of the fund, as the members decided them. */
@Controller
class AidRulesController {
  private final Transactions transactions;
  private final AidDesk desk;
  private final Rulebook rules;
  private final RequestLanguage language;

  AidRulesController(Transactions transactions, AidDesk desk, Rulebook rules, RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.language = language;
  }

  @GetMapping("/l/{local}/aid/rules")
  @Requires(Power.ADMINISTER)
  Answer form(HttpServletRequest request) {
    return transactions.read(() -> desk.inBooks(currency -> Answer.show(new RulesPage(currency,
        rules.find().map(found -> RulesForm.of(found, currency, language.of(request))).orElseGet(RulesForm::blank),
        FormErrors.none()))));
  }

  @PostMapping("/l/{local}/aid/rules")
  @Requires(Power.ADMINISTER)
  Answer save(@ModelAttribute RulesForm form, HttpServletRequest request) {
    return transactions.write(() -> desk.inBooks(currency -> {
      var errors = new FormErrors();
      var read = form.read(errors, currency, language.of(request));
      read.ifPresent(rules::save);
      return read.isPresent()
          ? Answer.goTo(AidDesk.at("?done=rules"))
          : Answer.again(new RulesPage(currency, form, errors));
    }));
  }
}
