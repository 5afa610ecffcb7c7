// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import org.groundwork.aid.AidFund;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.Committee;
import org.groundwork.aid.Eligibility;
import org.groundwork.aid.Requests;
import org.groundwork.aid.Rulebook;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hardship fund as every member sees it. */
@Controller
class AidController {
  private final Transactions transactions;
  private final AidDesk desk;
  private final Rulebook rules;
  private final Shown shown;
  private final Committee committee;
  private final AidPayments payments;

  AidController(Transactions transactions, AidDesk desk, Rulebook rules, Shown shown, Committee committee,
      AidPayments payments) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.shown = shown;
    this.committee = committee;
    this.payments = payments;
  }

  /** What there is to see. */
  @Component("aidShown")
  record Shown(AidFund fund, Discreet discreet, Requests requests, Eligibility eligibility) {}

  @GetMapping("/l/{local}/aid")
  @Requires(Power.TAKE_PART)
  Answer look(@RequestParam(defaultValue = "") String done) {
    String key = done.equals("rules") ? "aid.done.rules" : "";
    return transactions.read(() -> desk.inBooks(currency -> Answer.show(page(currency, key))));
  }

  private AidPage page(Currency currency, String done) {
    var actor = Callers.actor();
    var found = rules.find();
    return new AidPage(currency, found, shown.fund().told(FundKind.HARDSHIP),
        shown.eligibility().of(actor.person(), found), shown.requests().of(actor.person()),
        shown.discreet().totals(UsedFor.HARDSHIP_AID),
        actor.may(Power.GIVE_AID) ? committee.waiting(actor.person()).size() : 0,
        actor.may(Power.KEEP_MONEY) ? payments.count() : 0, committee.size(), done);
  }
}
