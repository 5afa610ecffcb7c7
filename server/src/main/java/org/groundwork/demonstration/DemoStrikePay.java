// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.aid.StrikePay;
import org.groundwork.aid.StrikeRule;
import org.groundwork.aid.StrikeRuleChanges;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.spending.Appropriation;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Strikes;

/** Strike pay of the cleaners: the members passed what a day is paid with, and the first payment waits for its release. */
final class DemoStrikePay {
  private static final String ADMINISTRATOR = "Sam";
  private static final int DECIDED = 2;
  private final DemoTown town;
  private final DemoActing acting;
  private final Strikes strikes;
  private final StrikeRuleChanges rules;
  private final StrikePay pay;

  DemoStrikePay(DemoTown town, DemoActing acting, Strikes strikes, StrikeRuleChanges rules, StrikePay pay) {
    this.town = town;
    this.acting = acting;
    this.strikes = strikes;
    this.rules = rules;
    this.pay = pay;
  }

  /** Plays it, as whoever keeps the money and within one transaction. */
  void play(Cast cast) {
    Strike strike = strikes.goingOn()
        .stream()
        .filter(each -> each.kind() instanceof Strike.Kind.Work)
        .findFirst()
        .orElseThrow();
    LocalDate today = town.today();
    var rule = new StrikeRule(strike.step(), 1_500, 5, true);
    acting.as(cast.of(ADMINISTRATOR), () -> rules.propose(rule, Optional.of(new Appropriation.Decision(
        today.minusDays(DECIDED), Appropriation.Body.GENERAL_MEETING,
        town.text(cast, "demonstration.strike-pay.decided"),
        19, 0, 1))));
    LocalDate until = today.minusDays(1);
    pay.askRelease(strike, until, today, StrikePay.total(pay.due(strike, rule, until)));
  }
}
