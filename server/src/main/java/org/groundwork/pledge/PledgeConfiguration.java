// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Pledged;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.ChartLayer;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires pledges: what is asked at a site, what became of it, and whom to tell. */
@Configuration(proxyBeanMethods = false)
class PledgeConfiguration {

  @Bean
  OpenCards openCards(JdbcClient jdbc, Clock clock) { return new OpenCards(jdbc, clock); }

  @Bean
  Steps pledgeableSteps(JdbcClient jdbc, Ladder ladder, StrengthTests tests) { return new Steps(jdbc, ladder, tests); }

  @Bean
  Counting pledgeCounting(Sites sites, People people, StrengthTests tests) {
    return new Counting(sites, people, tests);
  }

  @Bean
  FollowUps followUps(JdbcClient jdbc, Audit audit) { return new FollowUps(jdbc, audit); }

  @Bean
  OnTheChart chartOfPledges(List<Seal> seals, Counting counting, Sites sites, Conversations talks) {
    return new OnTheChart(seals, counting, sites, talks);
  }

  @Bean
  Calls calls(JdbcClient jdbc, Steps steps, OnTheChart chart, FollowUps followUps, Audit audit, Clock clock,
      Locals locals) {
    return new Calls(new CallRows(jdbc), steps, chart, followUps, audit, new Calls.Time(clock, locals));
  }

  @Bean
  PrivateCodes privateCodes(OpenCards cards, Tokens tokens) { return new PrivateCodes(cards, tokens); }

  @Bean
  OpenAsks stepAsks(Calls calls, OpenCards cards, Steps steps, Counting counting, Sites sites) {
    return new StepAsks(calls, cards, steps, counting, sites);
  }

  @Bean
  Pledged pledgedCounts(Calls calls) { return new PledgedCounts(calls); }

  @Bean
  ChartLayer pledgeLayer(OpenCards cards, Steps steps) { return new PledgeLayer(cards, steps); }

  @Bean
  PersonForgotten forgottenByPledges(JdbcClient jdbc) { return new Forgotten(jdbc); }

  @Bean
  OwnData ownCards(OpenCards cards, Calls calls) { return new OwnCards(cards, calls); }

  @Bean
  PledgeRound pledgeRound(Calls calls) { return new PledgeRound(calls); }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart hourlyPledgeRound(ObjectProvider<Jobs> jobs, ObjectProvider<PledgeRound> round, Locals locals,
      Transactions transactions) {
    return new RecurringStart("pledge-round", PledgeRound.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of pledges", locals, transactions,
            local -> transactions.write(() -> round.getObject().start(jobs.getObject()))));
  }

  @Bean
  StandBy standBy(JdbcClient jdbc, Calls calls, Stewards stewards, Audit audit) {
    return new StandBy(calls, new CallRows(jdbc), new AskedAgain(jdbc, audit), stewards);
  }

  @Bean
  OwnPledgers ownPledgers(Calls calls, FollowUps followUps, Stewards stewards) {
    return new OwnPledgers(calls, followUps, stewards);
  }

  @Bean
  PledgeSteps pledgeSteps(Calls calls, FollowUps followUps, StandBy standBy, OwnPledgers own) {
    return new PledgeSteps(calls, followUps, standBy, own);
  }

  @Bean
  NextStep standByStep(PledgeSteps steps) { return steps::toAskAgain; }

  @Bean
  NextStep toTellStep(PledgeSteps steps) { return steps::toTell; }

  @Bean
  NextStep callStep(PledgeSteps steps) { return steps::running; }
}
