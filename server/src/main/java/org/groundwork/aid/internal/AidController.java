// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.Map;
import org.groundwork.aid.AidFund;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.Committee;
import org.groundwork.aid.Eligibility;
import org.groundwork.aid.Requests;
import org.groundwork.aid.RuleChanges;
import org.groundwork.aid.Rulebook;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Caller;
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
  private static final Map<String, String> DONE = Map.of("rules", "aid.done.rules", "proposed", "aid.done.proposed",
      "dropped", "aid.done.dropped", "meanwhile", "aid.done.meanwhile", "another", "aid.done.another");
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
  record Shown(AidFund fund, Discreet discreet, Requests requests, Eligibility eligibility, RuleChanges changes) {}

  @GetMapping("/l/{local}/aid")
  @Requires(Power.TAKE_PART)
  Answer look(@RequestParam(defaultValue = "") String done) {
    String key = DONE.getOrDefault(done, "");
    return transactions.read(() -> desk.inBooks(currency -> Answer.show(page(currency, key))));
  }

  private AidPage.Ruling ruling(Caller.Actor actor) {
    var proposed = shown.changes().proposed();
    boolean second = AidRulesController.isSecond(actor)
        && proposed.filter(each -> !each.by(actor.person())).isPresent();
    boolean drops = AidRulesController.isSecond(actor) || actor.mayEverywhere(Power.ADMINISTER);
    return new AidPage.Ruling(shown.changes().inForce(), proposed, second, drops, desk.zone());
  }

  private AidPage page(Currency currency, String done) {
    var actor = Callers.actor();
    var found = rules.find();
    return new AidPage(currency, found, ruling(actor), shown.fund().told(FundKind.HARDSHIP),
        shown.eligibility().of(actor.person(), found), shown.requests().of(actor.person()),
        shown.discreet().totals(UsedFor.HARDSHIP_AID),
        actor.mayEverywhere(Power.GIVE_AID) ? committee.waiting(actor.person()).size() : 0,
        actor.mayEverywhere(Power.KEEP_MONEY) ? payments.count() : 0, committee.size(), done);
  }
}
