// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what reminds people of what they said that they come to: mail, calendars, the first screen. */
@Configuration(proxyBeanMethods = false)
class RemindersConfiguration {
  /** Every hour, because mornings come at different hours. */
  private static final String CRON = "0 10 * * * *";
  private static final int MORNING = 9;
  private static final Duration SOON = Duration.ofDays(3);
  private static final Duration NOW = Duration.ofDays(1);
  /** So much of a promise is said. */
  private static final int LONGEST = 140;

  @Bean
  OwnDates ownDates(JdbcClient jdbc, Seals seals) { return new OwnDates(jdbc, seals); }

  @Bean
  Calendars.Reader calendarReader(Mandates mandates, Accounts accounts, Locals locals, Languages languages) {
    return new Calendars.Reader(mandates, accounts, locals, languages);
  }

  @Bean
  Calendars calendars(JdbcClient jdbc, Clock clock, Tokens tokens, OwnDates dates, Calendars.Reader reader) {
    return new Calendars(jdbc, clock, tokens, dates, reader);
  }

  @Bean
  Letters actionLetters(Messages messages, People people, Locals locals, PublicAddress address,
      Calendars.Reader reader, Clock clock) {
    return new Letters(clock, new Letters.Post(messages, people, locals, address, reader));
  }

  @Bean
  MovedUp movedUp(JdbcClient jdbc, Clock clock, Letters letters) { return new MovedUp(jdbc, clock, letters); }

  @Bean
  ChangeNews dateNews(JdbcClient jdbc, Transactions transactions, Clock clock, Letters letters,
      ObjectProvider<Jobs> jobs) {
    return new ChangeNews(jdbc, transactions, clock, letters, jobs);
  }

  @Bean
  ReminderList reminderList(JdbcClient jdbc, Clock clock, MovedUp movedUp) {
    return new ReminderList(jdbc, clock, movedUp);
  }

  @Bean
  Reminders reminders(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Letters letters) {
    return new Reminders(jdbc, transactions, clock, locals, letters);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart remindersRound(ObjectProvider<Jobs> jobs, Reminders reminders, Locals locals,
      Transactions transactions, Clock clock) {
    return new RecurringStart("reminders-round", CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of reminders", locals, transactions, local -> transactions.run(() -> {
          ZonedDateTime here = clock.instant().atZone(locals.profile().zone());
          if (here.getHour() >= MORNING) {
            jobs.getObject()
                .startOnce(here.toLocalDate().toString(), reminders, new Reminders.Day(here.toLocalDate()));
          }
        })));
  }

  /** Whoever said that they come finds it on the first screen, large on the day before. */
  @Bean
  NextStep ownDateStep(OwnDates dates, Clock clock) {
    return actor -> dates.after(actor.person(), clock.instant())
        .stream()
        .filter(date -> !date.cancelled() && date.when().starts().isBefore(clock.instant().plus(SOON)))
        .findFirst()
        .map(date -> {
          boolean now = date.when().starts().isBefore(clock.instant().plus(NOW));
          ZonedDateTime when = date.when().starts().atZone(date.when().zone());
          return new NextStep.Step(now ? 90 : 35, "actions.step", "actions.step.detail",
              List.of(date.title(), when, date.place()), "actions/" + date.action(), "actions.step.action");
        });
  }

  /** A promise whose day has come stands on the first screen of those who run the action, until somebody has looked. */
  @Bean
  NextStep promisedStep(Marches marches, Locals locals, Clock clock) {
    return actor -> actor.reachOf(Power.RUN_CAMPAIGNS)
        .flatMap(_ -> marches.due(LocalDate.now(clock.withZone(locals.profile().zone())),
            site -> Runners.runs(actor, site)))
        .map(due -> new NextStep.Step(62, "march.step", "march.step.detail",
            List.of(due.promisedFor(),
                due.promise().length() > LONGEST ? due.promise().substring(0, LONGEST) + "…" : due.promise()),
            "actions/" + due.action() + "/march#report", "march.step.action"));
  }
}
