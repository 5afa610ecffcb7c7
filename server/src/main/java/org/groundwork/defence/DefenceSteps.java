// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NextStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what stands on first screens: a day that comes, a case nobody answers, the question whether one is all right. */
@Configuration(proxyBeanMethods = false)
class DefenceSteps {
  private static final int SOON = 21;
  private static final int PRESSING = 3;
  /** So many days what nobody took on is asked about after its day. */
  private static final int OVER = 7;

  @Bean
  CaseReach caseReach(Stewards stewards) { return new CaseReach(stewards); }

  @Bean
  PressingCases pressingCases(JdbcClient jdbc) { return new PressingCases(jdbc); }

  /** A legal deadline is nobody's to forget: a step from three weeks before, the first from three days. */
  @Bean
  NextStep caseDeadlineStep(PressingCases cases, CaseReach reach, Locals locals, Clock clock) {
    return actor -> worksOn(actor, reach).flatMap(cases::due).flatMap(hit -> deadline(hit, today(locals, clock)));
  }

  private static Optional<NextStep.Step> deadline(PressingCases.Pressing hit, LocalDate today) {
    long days = days(hit, today);
    return days > SOON
        ? Optional.empty()
        : Optional.of(new NextStep.Step(days <= PRESSING ? 97 : 60, days < 0 ? "case.step.late" : "case.step.due",
            "case.step.due.detail", List.of(Math.abs(days)), "cases/" + hit.id(), "case.step.action"));
  }

  private static long days(PressingCases.Pressing hit, LocalDate today) {
    return hit.due().map(on -> ChronoUnit.DAYS.between(today, on)).orElse(Long.MAX_VALUE);
  }

  /** Somebody is hit back at, and nobody has said what we do about it. */
  @Bean
  NextStep caseUnansweredStep(PressingCases cases, CaseReach reach) {
    return actor -> worksOn(actor, reach).flatMap(whose -> cases.unanswered(whose, actor.person()))
        .map(hit -> new NextStep.Step(88, "case.step.unanswered", "case.step.unanswered.detail", List.of(),
            "cases/" + hit, "case.step.action"));
  }

  private static Optional<Cases.Within> worksOn(Caller.Actor actor, CaseReach reach) {
    return actor.may(Power.TALK) ? Optional.of(reach.of(actor)) : Optional.empty();
  }

  /** One's own case, for whoever is hit back at. */
  @Bean
  NextStep caseOwnStep(PressingCases cases, Locals locals, Clock clock) {
    return actor -> cases.own(actor.person())
        .map(hit -> new NextStep.Step(days(hit, today(locals, clock)) <= PRESSING ? 96 : 55, "case.step.own",
            "case.step.own.detail", List.of(), "cases/" + hit.id(), "case.step.action"));
  }

  /** Whoever took part in something risky is asked how they are. */
  @Bean
  NextStep allRightOwnStep(AllRight allRight) {
    return actor -> allRight.due(actor.person())
        .map(_ -> new NextStep.Step(86, "all-right.step.own", "all-right.step.own.detail", List.of(), "all-right/me",
            "all-right.step.own.action"));
  }

  /** A steward asks their people, an organiser those of their sites. */
  @Bean
  NextStep allRightStep(AllRight allRight, CaseReach reach) {
    return actor -> worksOn(actor, reach).map(whose -> allRight.countDue(whose, actor.person()))
        .filter(due -> due > 0)
        .map(due -> new NextStep.Step(72, "all-right.step", "all-right.step.detail", List.of(due), "all-right",
            "all-right.step.action"));
  }

  /** Whoever took something on for somebody sees it when its day has come. */
  @Bean
  NextStep careStep(Care care, Locals locals, Clock clock) {
    return actor -> care.taken(actor.person(), 1)
        .stream()
        .findFirst()
        .filter(need -> !need.on().isAfter(today(locals, clock).plusDays(1)))
        .map(need -> new NextStep.Step(82, "care.step." + need.kind().key(), "care.step.detail", List.of(need.code()),
            "care", "care.step.action"));
  }

  /** Something is needed today or tomorrow and nobody has it; once its day is over it stands there until somebody says what became of it. */
  @Bean
  NextStep careUntakenStep(PressingCases cases, CaseReach reach, Locals locals, Clock clock) {
    return actor -> worksOn(actor, reach)
        .flatMap(whose -> cases.untaken(whose, today(locals, clock).minusDays(OVER), today(locals, clock)))
        .map(need -> {
          long days = ChronoUnit.DAYS.between(today(locals, clock), need.on());
          return new NextStep.Step(days < 0 ? 70 : 90, days < 0
              ? "care.step.nobody.over"
              : days == 0 ? "care.step.nobody.today" : "care.step.nobody.tomorrow",
              "care.step.nobody.detail." + need.kind(), List.of(), "cases/" + need.id(), "case.step.action");
        });
  }

  private static LocalDate today(Locals locals, Clock clock) {
    return LocalDate.now(clock.withZone(locals.profile().zone()));
  }
}
