// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/**
 * What members told and somebody has to read: organisers of a place read everything told there, a steward what their own
 * people told. Runs inside the caller's transaction.
 */
public final class ToldWords {
  private final FirstTask task;
  private final Stewards stewards;
  private final Sites sites;

  ToldWords(FirstTask task, Stewards stewards, Sites sites) {
    this.task = task;
    this.stewards = stewards;
    this.sites = sites;
  }

  /** What waits for this person, the oldest first. */
  public List<FirstTask.Told> waiting(Caller.Actor actor) {
    var within = sites.all().stream().map(Site::id).filter(site -> actor.may(Power.TALK, site)).toList();
    Map<UUID, Map<UUID, UUID>> stewardsAt = new HashMap<>();
    return task.waiting(within)
        .stream()
        .filter(told -> actor.may(Power.ORGANISE, told.site())
            || actor.person().equals(stewardsAt.computeIfAbsent(told.site(), stewards::at).get(told.by())))
        .toList();
  }
}
