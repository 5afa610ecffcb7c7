// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Site;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What laying a plan out anew does to the test that runs: it may be left for another rung, or its number lowered. Both are
 * what going on from it is, and take the same. Runs inside the caller's transaction, which holds the campaign's lock.
 */
final class RunningTest {
  private final JdbcClient jdbc;
  private final Ladder ladder;
  private final StrengthTests tests;
  private final Lowerings lowerings;
  private final Audit audit;

  RunningTest(JdbcClient jdbc, Ladder ladder, StrengthTests tests, Lowerings lowerings, Audit audit) {
    this.jdbc = jdbc;
    this.ladder = ladder;
    this.tests = tests;
    this.lowerings = lowerings;
    this.audit = audit;
  }

  /** Whether a plan begins with the rung that is to be done now. */
  static boolean goesOn(Campaign.Core core, List<Amendments.Planned> steps) {
    return core.now()
        .map(Campaign.Step::id)
        .filter(now -> steps.getFirst().id().filter(now::equals).isPresent())
        .isPresent();
  }

  /** What takes a reason of a plan. */
  Amended.TakesAReason of(Campaign.Core core, List<Amendments.Planned> steps, Optional<Site> site) {
    return new Amended.TakesAReason(goesOn(core, steps) ? List.of() : missing(core, steps, site), lowered(core, steps));
  }

  private List<Rung.Missing> missing(Campaign.Core core, List<Amendments.Planned> steps, Optional<Site> site) {
    var rungs = ladder.of(core.id());
    var next = rungs.stream()
        .filter(rung -> rung.step().state() == Campaign.StepState.LOCKED)
        .filter(rung -> steps.getFirst().id().filter(rung.step().id()::equals).isPresent())
        .findFirst();
    return rungs.stream()
        .filter(rung -> rung.step().state() == Campaign.StepState.NOW)
        .findFirst()
        .map(now -> ladder.missing(now, next, site.map(at -> tests.result(at, now.step().id()))))
        .orElseGet(List::of);
  }

  private List<Amended.Lower> lowered(Campaign.Core core, List<Amendments.Planned> steps) {
    var running = running(core.id());
    return core.plan()
        .stream()
        .filter(step -> running.contains(step.id()))
        .flatMap(step -> steps.stream()
            .filter(planned -> planned.id().filter(step.id()::equals).isPresent())
            .limit(1)
            .map(planned -> planned.step().threshold())
            .filter(became -> lower(step.threshold(), became))
            .map(became -> new Amended.Lower(step.id(), step.what(), step.threshold().orElseThrow(), became)))
        .toList();
  }

  private static boolean lower(OptionalInt was, OptionalInt becomes) {
    return was.isPresent() && (becomes.isEmpty() || becomes.getAsInt() < was.getAsInt());
  }

  /** The rungs whose test has begun and not ended: the one that is now, and any that was begun or done by somebody. */
  private Set<UUID> running(UUID campaign) {
    return jdbc.sql("""
        select s.id from campaign.step s where s.local_id = ? and s.campaign_id = ? and s.state <> 'done'
          and (s.state = 'now' or s.begun_at is not null or exists (select 1 from campaign.step_act a
            where a.local_id = s.local_id and a.step_id = s.id))""")
        .params(Tenancy.current().value(), campaign)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Begins the first rung of a plan that was laid out so that another one than before is to be done now. */
  void begin(Campaign.Core core, UUID first, Amended.TakesAReason took, Optional<String> reason) {
    boolean overridden = !took.missing().isEmpty();
    ladder.begin(first, overridden ? reason : Optional.empty());
    core.now()
        .filter(_ -> overridden)
        .ifPresent(now -> audit.record("step-overridden", new SubjectRef("step", now.id()), ""));
  }

  /** Keeps which numbers were lowered, and why. */
  void note(Amended.TakesAReason took, Optional<String> reason) {
    reason.ifPresent(why -> took.lowered()
        .forEach(lower -> lowerings.note(lower.step(), lower.was(), lower.becomes(), why)));
  }
}
