// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import org.groundwork.debits.Creditor;
import org.groundwork.debits.Creditors;
import org.groundwork.debits.DebitCollections;
import org.groundwork.debits.DebitMandates;
import org.groundwork.debits.DebitReports;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Direct debits: what there is, and who collects. */
@Controller
class DebitsController {
  private static final int SHOWN = 50;
  private final Transactions transactions;
  private final DebitDesk desk;
  private final Creditors creditors;
  private final There there;
  private final Locals locals;

  DebitsController(Transactions transactions, DebitDesk desk, Creditors creditors, There there, Locals locals) {
    this.transactions = transactions;
    this.desk = desk;
    this.creditors = creditors;
    this.there = there;
    this.locals = locals;
  }

  /** What there is. */
  @Component("debitsThere")
  record There(DebitMandates mandates, DebitCollections collections, DebitReports reports) {}

  @GetMapping("/l/{local}/dues/debits")
  @Requires(Power.SEE_MONEY)
  Answer look() {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.read(() -> Answer.show(new DebitsPage(desk.booksOpen(), creditors.inEuro(), creditors.find(),
        creditors.ready().isPresent(), there.mandates().numbers(),
        there.collections()
            .latest(SHOWN)
            .stream()
            .map(each -> new DebitsPage.Row(each, desk.money(each.sum())))
            .toList(),
        there.reports().latest(SHOWN).stream().flatMap(each -> there.reports().find(each).stream()).toList(),
        DebitDesk.keeps())));
  }

  @GetMapping("/l/{local}/dues/debits/creditor")
  @Requires(Power.KEEP_MONEY)
  Answer creditor() {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> creditors.inEuro()
        ? Answer.show(page(CreditorForm.of(creditors.find(), locals.profile().name()), new FormErrors(), false))
        : Answer.goTo(DebitDesk.at("dues/debits")));
  }

  private CreditorPage page(CreditorForm form, FormErrors errors, boolean meanwhile) {
    return new CreditorPage(creditors.accounts(), there.mandates().numbers().inForce(), form, errors, meanwhile);
  }

  @PostMapping("/l/{local}/dues/debits/creditor")
  @Requires(Power.KEEP_MONEY)
  Answer set(@ModelAttribute CreditorForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (!creditors.inEuro()) {
        return Answer.goTo(DebitDesk.at("dues/debits"));
      }
      var errors = new FormErrors();
      var creditor = form.read(errors, creditors.accounts());
      if (creditor.isEmpty()) {
        return Answer.again(page(form, errors, false));
      }
      return switch (creditors.set(creditor.get(), form.sameCreditor())) {
        case DONE -> Answer.goTo(DebitDesk.at("dues/debits"));
        case MEANWHILE -> {
          long now = creditors.find().map(Creditor::version).orElse(0L);
          yield Answer.again(page(again(form, now), errors, true));
        }
        case MANDATES -> {
          errors.refuse("identifier", "debits.creditor.identifier.mandates",
              creditors.find().map(Creditor::identifier).orElse(""), there.mandates().numbers().inForce());
          yield Answer.again(page(form, errors, false));
        }
        case COLLECTION -> {
          errors.refuse("identifier", "debits.creditor.identifier.collection");
          yield Answer.again(page(form, errors, false));
        }
      };
    });
  }

  /** The same once more, to be saved over what somebody else saved. */
  private static CreditorForm again(CreditorForm form, long version) {
    return new CreditorForm(Long.toString(version), form.name(), form.identifier(), form.account(), form.bic(),
        form.street(), form.building(), form.postcode(), form.town(), form.country(), form.notice(), form.prefix(),
        form.same());
  }
}
