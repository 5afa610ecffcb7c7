// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what reminds people: the daily round, and the steps on the first screen. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {

  @Bean
  OwnerNotice ownerNotice(Messages messages, People people, Locals locals, Mandates mandates, Accounts accounts,
      PublicAddress address) {
    return new MailNotice(messages, people, locals, mandates, accounts, address);
  }

  @Bean
  PaperAlarms paperAlarms(JdbcClient jdbc, Transactions transactions, Clock clock, Grievances grievances,
      FileStore files, OwnerNotice notice) {
    return new PaperAlarms(jdbc, transactions, clock, grievances, files, notice);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart dailyRound(ObjectProvider<Jobs> jobs, PaperAlarms alarms, Locals locals, Transactions transactions,
      Clock clock) {
    return new RecurringStart("daily-round", DailyRound.CRON, ZoneOffset.UTC,
        () -> new DailyRound(jobs.getObject(), alarms, locals, transactions, clock).run());
  }

  /** A paper with a date is nobody's to forget: from three weeks before its day it is a step of its own, from three days the first. */
  @Bean
  NextStep paperStep(Papers papers, Locals locals, Clock clock) {
    return actor -> actor.may(Power.SEE_GRIEVANCES) ? earliest(papers, actor).flatMap(paper -> {
      long days = ChronoUnit.DAYS.between(today(locals, clock), paper.dueOn());
      return days > 21
          ? Optional.empty()
          : Optional.of(new NextStep.Step(days <= 3 ? 95 : 40, days < 0 ? "paper.late" : "paper.due", "paper.detail",
              List.of(Math.abs(days)), "papers", "paper.action"));
    }) : Optional.empty();
  }

  private static Optional<Papers.Paper> earliest(Papers papers, Caller.Actor actor) {
    var open = actor.reachOf(Power.SEE_GRIEVANCES).orElseThrow() instanceof Reach.Sites(var sites)
        ? papers.open(sites, actor.person(), 1)
        : papers.open(1);
    return open.stream().findFirst();
  }

  /** A talk whose day has come, or else the report that waits longest. */
  @Bean
  NextStep talkStep(Talks talks, Locals locals, Clock clock) {
    return actor -> {
      if (!actor.may(Power.SEE_GRIEVANCES)) {
        return Optional.empty();
      }
      var due = talks.dueFor(actor.person(), today(locals, clock));
      return due.isPresent()
          ? due.map(found -> step(70, "talk.due", "talk.due.detail", found))
          : talks.longestWaiting(within(actor)).map(found -> step(45, "talk.waits", "talk.waits.detail", found));
    };
  }

  private static NextStep.Step step(int urgency, String title, String detail, Grievances.Grievance about) {
    return new NextStep.Step(urgency, title, detail, List.of(), "grievances/" + about.id(), "talk.action");
  }

  private static ReportQuery.Within within(Caller.Actor actor) {
    return actor.reachOf(Power.SEE_GRIEVANCES).orElseThrow() instanceof Reach.Sites(var sites)
        ? new ReportQuery.Within.Sites(sites)
        : new ReportQuery.Within.Everything();
  }

  private static LocalDate today(Locals locals, Clock clock) {
    return LocalDate.now(clock.withZone(locals.profile().zone()));
  }
}
