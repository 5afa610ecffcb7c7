// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Conversations;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/** How answers are kept, and counted on the charts of sites. Runs inside the caller's transaction. */
record OnTheChart(Map<SealKind, Seal> seals, Counting counting, Sites sites, Conversations talks) {
  OnTheChart(Collection<Seal> seals, Counting counting, Sites sites, Conversations talks) {
    this(seals.stream().collect(Collectors.toUnmodifiableMap(Seal::kind, seal -> seal)), counting, sites, talks);
  }

  /** Whether answers of this kind can be kept. */
  boolean keeps(SealKind kind) { return seals.containsKey(kind); }

  /** What keeps the answers of a call. */
  Seal seal(Call call) {
    return Optional.ofNullable(seals.get(call.core().kind()))
        .orElseThrow(() -> new IllegalStateException("no key holders keep " + call.core().kind().key() + " answers"));
  }

  /** Destroys all answers to a call, also those that were written down with the talks in which they were given. */
  void destroy(Call call) {
    UUID step = call.core().step();
    seal(call).destroy(step);
    talks.forgetAnswers(new SubjectRef(StepAsks.KIND, step));
  }

  /** Where the answers to a call stand; absent for a rung whose site has gone. */
  Optional<Standing> standing(AskedStep step, Call call) {
    return site(step).map(site -> counting.standing(site, call.core().own().rule(step.threshold()),
        seal(call).answers(step.id())));
  }

  /** Where a rung stands for which nobody has answered. */
  Standing nobody(AskedStep step) {
    return counting.standing(site(step).orElseThrow(), Call.Own.nothing().rule(step.threshold()), List.of());
  }

  /** The people of a rung's site who count. */
  Set<UUID> ours(AskedStep step) { return counting.ours(step.site()); }

  /** Of how many homes or jobs a rung is asked. */
  OptionalInt of(AskedStep step) {
    return site(step).map(counting::asked).orElseGet(OptionalInt::empty);
  }

  private Optional<Site> site(AskedStep step) { return sites.byId(step.site()); }
}
