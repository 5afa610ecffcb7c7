// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.web.NextStep;

/**
 * A hearing within a week, and the last day of an offer to one home: for the household, its steward and the organisers.
 * Asked in a reading transaction.
 */
final class ComingSteps {
  /** From so many days before it stands on the first screen. */
  static final int SOON = 7;
  private final DaysToCome days;
  private final StrikeSteps.Where where;

  ComingSteps(DaysToCome days, StrikeSteps.Where where) {
    this.days = days;
    this.where = where;
  }

  /** The next hearing of one's own home, or of those within reach. */
  Optional<NextStep.Step> hearing(Caller.Actor actor) {
    LocalDate today = where.today();
    Instant until = today.plusDays(SOON + 1L).atStartOfDay(where.zone()).toInstant();
    return days.hearings(where.clock().instant(), until)
        .stream()
        .filter(within(actor))
        .findFirst()
        .map(hearing -> step(actor, hearing, ChronoUnit.DAYS.between(today,
            LocalDate.ofInstant(hearing.on(), where.zone())), "hearing"));
  }

  /** The offer to one's own home, or to one within reach, whose last day comes first. */
  Optional<NextStep.Step> offer(Caller.Actor actor) {
    LocalDate today = where.today();
    return days.offers(today, today.plusDays(SOON))
        .stream()
        .filter(within(actor))
        .findFirst()
        .map(offer -> step(actor, offer, ChronoUnit.DAYS.between(today, offer.on()), "offer"));
  }

  private static NextStep.Step step(Caller.Actor actor, DaysToCome.Coming<?> coming, long days, String what) {
    boolean own = own(actor, coming);
    String path = "strikes/" + coming.step() + (own ? "" : "/units/" + coming.unit());
    return new NextStep.Step(days <= 1 ? 97 : 65, "strikes.step." + what + (own ? ".own" : ""),
        "strikes.step." + what + ".detail", List.of(coming.label(), days), path, "strikes.step." + what + ".action");
  }

  private Predicate<DaysToCome.Coming<?>> within(Caller.Actor actor) {
    var reach = new HashMap<UUID, Optional<StrikeReach.Rows>>();
    return coming -> own(actor, coming)
        || reach.computeIfAbsent(coming.step(), step -> where.reach(actor, step))
            .filter(rows -> rows.covers(coming.contact()))
            .isPresent();
  }

  private static boolean own(Caller.Actor actor, DaysToCome.Coming<?> coming) {
    return coming.contact().filter(actor.person()::equals).isPresent();
  }
}
