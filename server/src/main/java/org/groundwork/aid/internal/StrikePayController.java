// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.aid.AidFund;
import org.groundwork.aid.Forecast;
import org.groundwork.aid.StrikePay;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Strike pay as every member reads it: how much a day, and how long the fund holds. */
@Controller
class StrikePayController {
  private static final int STRIKERS = 20;
  private static final Map<String, String> DONE = Map.of("rule", "strike-pay.done.rule");
  private final Transactions transactions;
  private final AidDesk desk;
  private final StrikePayDesk strikes;
  private final StrikePay pay;
  private final AidController.Shown shown;
  private final RequestLanguage language;

  StrikePayController(Transactions transactions, AidDesk desk, StrikePayDesk strikes, StrikePay pay,
      AidController.Shown shown, RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.pay = pay;
    this.shown = shown;
    this.language = language;
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
    boolean sees = actor.may(Power.SEE_MONEY);
    long told = sees ? fund.held(FundKind.STRIKE) : fund.told(FundKind.STRIKE);
    int strikers = n.matches("[1-9][0-9]{0,6}") ? Math.min(Integer.parseInt(n), Forecast.MOST) : STRIKERS;
    return new StrikePayPage(currency, at, told, strikers,
        at.rule().map(rule -> new Forecast(told, strikers, rule.perDay(), rule.daysAWeek())),
        sees ? pay.batches(at.step()) : List.of(), done);
  }

  @GetMapping("/l/{local}/aid/strikes/{step}/rule")
  @Requires(Power.ADMINISTER)
  Answer rule(@PathVariable UUID step, HttpServletRequest request) {
    return transactions.read(() -> {
      PaidStrike at = strikes.one(step);
      return desk.inBooks(currency -> Answer.show(new StrikeRulePage(currency, at,
          at.rule()
              .map(rule -> StrikeRuleForm.of(rule, currency, language.of(request)))
              .orElseGet(StrikeRuleForm::blank),
          FormErrors.none())));
    });
  }

  @PostMapping("/l/{local}/aid/strikes/{step}/rule")
  @Requires(Power.ADMINISTER)
  Answer decide(@PathVariable UUID step, @ModelAttribute StrikeRuleForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      PaidStrike at = strikes.one(step);
      return desk.inBooks(currency -> {
        var errors = new FormErrors();
        var read = form.read(errors, step, currency, language.of(request));
        read.ifPresent(pay::decide);
        return read.isPresent()
            ? Answer.goTo(AidDesk.at("/strikes/" + step + "?done=rule"))
            : Answer.again(new StrikeRulePage(currency, at, form, errors));
      });
    });
  }
}
