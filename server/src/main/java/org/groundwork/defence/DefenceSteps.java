// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NextStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what stands on first screens: a day that comes, a case nobody answers, the question whether one is all right. */
@Configuration(proxyBeanMethods = false)
class DefenceSteps {
  private static final int SHOWN = 50;
  private static final int SOON = 21;
  private static final int PRESSING = 3;

  @Bean
  CaseReach caseReach(Stewards stewards) { return new CaseReach(stewards); }

  /** A legal deadline is nobody's to forget: a step from three weeks before, the first from three days. */
  @Bean
  NextStep caseDeadlineStep(Cases cases, CaseReach reach, Locals locals, Clock clock) {
    return actor -> worksOn(actor, cases, reach).stream()
        .filter(hit -> hit.pressing().isPresent())
        .min(Comparator.comparing(hit -> hit.pressing().orElseThrow().on()))
        .flatMap(hit -> deadline(hit, today(locals, clock)));
  }

  private static Optional<NextStep.Step> deadline(Case hit, LocalDate today) {
    long days = hit.pressing().orElseThrow().daysFrom(today);
    return days > SOON
        ? Optional.empty()
        : Optional.of(new NextStep.Step(days <= PRESSING ? 97 : 60, days < 0 ? "case.step.late" : "case.step.due",
            "case.step.due.detail", List.of(Math.abs(days)), "cases/" + hit.id(), "case.step.action"));
  }

  /** Somebody is hit back at, and nobody has said what we do about it. */
  @Bean
  NextStep caseUnansweredStep(Cases cases, CaseNotes notes, CaseReach reach) {
    return actor -> worksOn(actor, cases, reach).stream()
        .filter(hit -> !CaseReach.own(actor, hit) && notes.answers(hit.id()).isEmpty())
        .findFirst()
        .map(hit -> new NextStep.Step(88, "case.step.unanswered", "case.step.unanswered.detail", List.of(),
            "cases/" + hit.id(), "case.step.action"));
  }

  private static List<Case> worksOn(Caller.Actor actor, Cases cases, CaseReach reach) {
    return actor.may(Power.TALK)
        ? cases.within(reach.of(actor), Optional.empty(), Optional.empty(), SHOWN).stream().filter(Case::open).toList()
        : List.of();
  }

  /** One's own case, for whoever is hit back at. */
  @Bean
  NextStep caseOwnStep(Cases cases, Locals locals, Clock clock) {
    return actor -> cases.ofPerson(actor.person())
        .stream()
        .filter(Case::open)
        .findFirst()
        .map(hit -> {
          boolean now = hit.pressing()
              .filter(until -> until.daysFrom(today(locals, clock)) <= PRESSING)
              .isPresent();
          return new NextStep.Step(now ? 96 : 55, "case.step.own", "case.step.own.detail", List.of(),
              "cases/" + hit.id(), "case.step.action");
        });
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
    return actor -> {
      if (!actor.may(Power.TALK)) {
        return Optional.empty();
      }
      long due = allRight.due(reach.of(actor)).stream().filter(asked -> !asked.person().equals(actor.person())).count();
      return due == 0
          ? Optional.empty()
          : Optional.of(new NextStep.Step(72, "all-right.step", "all-right.step.detail", List.of(due), "all-right",
              "all-right.step.action"));
    };
  }

  /** Whoever took something on for somebody sees it when its day has come. */
  @Bean
  NextStep careStep(Care care, Locals locals, Clock clock) {
    return actor -> care.toDo(actor.person(), SHOWN)
        .stream()
        .filter(need -> need.helper().isPresent())
        .findFirst()
        .filter(need -> !need.on().isAfter(today(locals, clock).plusDays(1)))
        .map(need -> new NextStep.Step(82, "care.step." + need.kind().key(), "care.step.detail", List.of(need.code()),
            "care", "care.step.action"));
  }

  private static LocalDate today(Locals locals, Clock clock) {
    return LocalDate.now(clock.withZone(locals.profile().zone()));
  }
}
