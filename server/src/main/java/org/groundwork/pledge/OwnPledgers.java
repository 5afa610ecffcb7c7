// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;

/**
 * A steward's own people where a rung was asked, wherever its fight stands now; a mandate that ended takes them with it. Runs
 * inside the caller's transaction.
 */
public final class OwnPledgers {
  private final Calls calls;
  private final FollowUps followUps;
  private final Stewards stewards;

  OwnPledgers(Calls calls, FollowUps followUps, Stewards stewards) {
    this.calls = calls;
    this.followUps = followUps;
    this.stewards = stewards;
  }

  /** Who they are, each with their place. */
  public Map<UUID, UUID> of(Caller.Actor steward, AskedStep step) {
    return at(steward, step, stewards.of(steward.person()));
  }

  /** Who of them waits to hear what became of a call, rung by rung. */
  public List<FollowUps.Line> waiting(Caller.Actor steward) {
    var all = stewards.of(steward.person());
    var own = new HashMap<UUID, Map<UUID, UUID>>();
    return followUps.waiting(all.stream().map(Stewards.Mine::person).distinct().toList())
        .stream()
        .filter(line -> own.computeIfAbsent(line.step(),
            step -> calls.step(step).map(asked -> at(steward, asked, all)).orElseGet(Map::of))
            .containsKey(line.person()))
        .toList();
  }

  private Map<UUID, UUID> at(Caller.Actor steward, AskedStep step, List<Stewards.Mine> all) {
    var places = calls.places(step);
    var own = new HashMap<UUID, UUID>();
    all.stream()
        .filter(one -> places.contains(one.site()) && steward.may(Power.TALK, one.site()))
        .forEach(one -> own.putIfAbsent(one.person(), one.site()));
    return own;
  }
}
