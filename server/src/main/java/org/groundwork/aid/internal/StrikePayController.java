// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.AidFund;
import org.groundwork.aid.Forecast;
import org.groundwork.aid.StrikePay;
import org.groundwork.aid.StrikeRelease;
import org.groundwork.aid.StrikeReleases;
import org.groundwork.aid.StrikeRuleChange;
import org.groundwork.aid.StrikeRuleChanges;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Strike pay as every member reads it: how much a day, and how long the fund holds. */
@Controller
class StrikePayController {
  private static final int STRIKERS = 20;
  private static final Map<String, String> DONE = Map.of("rule", "strike-pay.done.rule", "proposed",
      "strike-pay.done.proposed", "dropped", "strike-pay.done.dropped", "meanwhile", "aid.done.meanwhile", "another",
      "strike-pay.done.another", "asked", "strike-pay.done.asked", "released", "strike-pay.done.released", "taken-back",
      "strike-pay.done.taken-back", "appropriation", "strike-pay.done.appropriation");
  private final Transactions transactions;
  private final AidDesk desk;
  private final StrikePayDesk strikes;
  private final StrikePay pay;
  private final AidController.Shown shown;
  private final Second second;

  StrikePayController(Transactions transactions, AidDesk desk, StrikePayDesk strikes, StrikePay pay,
      AidController.Shown shown, Second second) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.pay = pay;
    this.shown = shown;
    this.second = second;
  }

  /** What waits for a second person. */
  @Component("strikePaySecond")
  record Second(StrikeRuleChanges changes, StrikeReleases releases) {

    private StrikePayPage.Ruling ruling(UUID step, ZoneId zone) {
      var actor = Callers.actor();
      Optional<StrikeRuleChange> proposed = changes.proposed(step);
      boolean other = AidRulesController.isSecond(actor);
      return new StrikePayPage.Ruling(changes.inForce(step), proposed,
          other && proposed.filter(each -> !each.by(actor.person())).isPresent(),
          other || actor.mayEverywhere(Power.ADMINISTER), zone);
    }

    /** What is above the limit, for the officers it concerns. */
    private Optional<StrikePayPage.Above> above(UUID step, LocalDate today) {
      var actor = Callers.actor();
      boolean releasing = actor.mayEverywhere(Power.APPROVE_MONEY);
      return releasing || actor.mayEverywhere(Power.KEEP_MONEY)
          ? releases.waiting(step)
              .map(each -> new StrikePayPage.Above(each,
                  releasing && !each.released() && !each.by(actor.person()),
                  releases.needs(each.total(), today) == StrikeRelease.Needs.APPROPRIATION,
                  each.released() ? List.of() : releases.under(each.total())))
          : Optional.empty();
    }
  }

  @GetMapping("/l/{local}/aid/strikes")
  @Requires(Power.TAKE_PART)
  Answer list() {
    Discreet discreet = shown.discreet();
    return transactions.read(() -> desk.inBooks(currency -> Answer.show(new StrikesPayPage(currency, strikes.all(),
        shown.fund().told(FundKind.STRIKE), discreet.totals(UsedFor.STRIKE_PAY)))));
  }

  @GetMapping("/l/{local}/aid/strikes/{step}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID step, @RequestParam(defaultValue = "") String n,
      @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      PaidStrike at = strikes.one(step);
      return desk.inBooks(currency -> Answer.show(page(currency, at, n, DONE.getOrDefault(done, ""))));
    });
  }

  /** The number that it reckons with says nothing of how many are out: whoever looks chooses it. */
  private StrikePayPage page(Currency currency, PaidStrike at, String n, String done) {
    var actor = Callers.actor();
    AidFund fund = shown.fund();
    boolean sees = actor.mayEverywhere(Power.SEE_MONEY);
    long told = sees ? fund.held(FundKind.STRIKE) : fund.told(FundKind.STRIKE);
    int strikers = n.matches("[1-9][0-9]{0,6}") ? Math.min(Integer.parseInt(n), Forecast.MOST) : STRIKERS;
    return new StrikePayPage(currency, at, told, strikers,
        at.rule().map(rule -> new Forecast(told, strikers, rule.perDay(), rule.daysAWeek())),
        sees ? pay.batches(at.step()) : List.of(), second.ruling(at.step(), desk.zone()),
        second.above(at.step(), desk.today()), done);
  }
}
