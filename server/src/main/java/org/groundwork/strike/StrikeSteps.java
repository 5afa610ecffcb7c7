// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NextStep;

/** What comes next in a strike: a paper to answer, and saying that one is out. Asked in a reading transaction. */
final class StrikeSteps {
  /** From so many days before its day a paper stands on the first screen. */
  static final int SOON = 14;
  /** Below so many days it stands first. */
  static final int URGENT = 3;
  private final Strikes strikes;
  private final Notices notices;
  private final StrikeList list;
  private final Where where;

  /** Who may read what, where, and what day it is there. */
  record Where(StrikeSites sites, StrikeReach reach, Locals locals, Clock clock) {
    LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

    ZoneId zone() { return locals.profile().zone(); }

    /** What somebody may read of a rung's strike; empty for one that is not there. */
    Optional<StrikeReach.Rows> reach(Caller.Actor actor, UUID step) {
      return sites.of(step).map(at -> reach.at(actor, at.site()));
    }
  }

  StrikeSteps(Strikes strikes, Notices notices, StrikeList list, Where where) {
    this.strikes = strikes;
    this.notices = notices;
    this.list = list;
    this.where = where;
  }

  /** The paper within the reader's reach whose day comes first. */
  Optional<NextStep.Step> paper(Caller.Actor actor) {
    if (!actor.may(Power.TALK)) {
      return Optional.empty();
    }
    LocalDate today = where.today();
    var reach = new HashMap<UUID, Optional<StrikeReach.Rows>>();
    return notices.due(today.plusDays(SOON))
        .stream()
        .filter(due -> reach.computeIfAbsent(due.notice().step(), step -> where.reach(actor, step))
            .filter(rows -> rows.covers(due.contact()))
            .isPresent())
        .findFirst()
        .map(Notices.Due::notice)
        .map(notice -> {
          long days = ChronoUnit.DAYS.between(today, notice.answerBy());
          return new NextStep.Step(days < URGENT ? 97 : 64, days < 0 ? "strikes.step.late" : "strikes.step.paper",
              "strikes.step.paper.detail", List.of(notice.label(), Math.abs(days)),
              "strikes/" + notice.step() + "/units/" + notice.unit(), "strikes.step.paper.action");
        });
  }

  /** Whoever belongs to a site on strike and has not said that they are out. */
  Optional<NextStep.Step> out(Caller.Actor actor) {
    return strikes.goingOn()
        .stream()
        .filter(strike -> strike.rent().isEmpty() && !strike.begun().isAfter(where.today()))
        .filter(strike -> where.sites()
            .of(strike.step())
            .filter(at -> at.goesOn() && where.sites().belongs(actor.person(), at.site()))
            .isPresent())
        .filter(strike -> !list.names(strike.step(), actor.person()))
        .findFirst()
        .map(strike -> new NextStep.Step(66, "strikes.step.out", "strikes.step.out.detail", List.of(),
            "strikes/" + strike.step(), "strikes.step.out.action"));
  }
}
