// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.FightDates;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what calls do by themselves: mail, the minute's round, first screens, the story of a fight. */
@Configuration(proxyBeanMethods = false)
class ReinforcementTimes {

  @Bean
  ReinforcementPost.Post reinforcementLetters(Messages messages, People people, Locals locals, PublicAddress address,
      Mandates mandates, Accounts accounts) {
    return new ReinforcementPost.Post(messages, people, locals, address, mandates, accounts);
  }

  @Bean
  ReinforcementPost reinforcementPost(JdbcClient jdbc, Transactions transactions, Clock clock,
      ReinforcementPost.Post post) {
    return new ReinforcementPost(jdbc, transactions, clock, post);
  }

  @Bean
  ReinforcementRound reinforcementRound(JdbcClient jdbc, Clock clock, ReinforcementRows rows, Answers answers,
      Waves waves, Wishes wishes) {
    return new ReinforcementRound(jdbc, clock, rows, answers, waves, wishes);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart reinforcementMinute(ObjectProvider<Jobs> jobs, ObjectProvider<ReinforcementRound> round,
      Locals locals, Transactions transactions) {
    return new RecurringStart("reinforcement-round", ReinforcementRound.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of calls", locals, transactions,
            local -> transactions.write(() -> round.getObject().start(jobs.getObject()))));
  }

  @Bean
  ReinforcementSteps reinforcementSteps(Reinforcements calls, Answers answers, Clock clock) {
    return new ReinforcementSteps(calls, answers, clock);
  }

  @Bean
  WishSteps reinforcementWishSteps(Wishes wishes) { return new WishSteps(wishes); }

  @Bean
  NextStep reinforcementWished(WishSteps steps) { return steps::wished; }

  @Bean
  NextStep reinforcementDeclined(WishSteps steps) { return steps::declined; }

  @Bean
  NextStep reinforcementToConfirm(ReinforcementSteps steps) { return steps::toConfirm; }

  @Bean
  NextStep readyStep(ReadyList ready) { return new ReadyStep(ready); }

  @Bean
  NextStep reinforcementAsked(ReinforcementSteps steps) { return steps::asked; }

  /** A fight's story tells which calls go on for it; a rapid one is told nobody but those who are asked. */
  @Bean
  FightDates reinforcementDates(Reinforcements calls, Clock clock) {
    return new FightDates() {
      @Override
      public List<Date> of(UUID campaign) {
        return calls.goingOn()
            .stream()
            .filter(call -> call.live(clock.instant()) && !call.rapid()
                && call.ties().campaign().filter(campaign::equals).isPresent())
            .map(call -> new Date(call.told().title(), call.when().starts(), call.when().zone(),
                "reinforcements/" + call.id()))
            .toList();
      }

      @Override
      public String planning(UUID campaign) { return "reinforcements/new?campaign=" + campaign; }
    };
  }
}
