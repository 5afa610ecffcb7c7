// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;

/**
 * At which sites somebody reads what was written down: a note is for those who may read it where it was made, wherever the
 * person it speaks of stands now.
 *
 * @param everywhere every site of the local; then {@code sites} says nothing
 * @param sites those and no others, each with every site that is the same place
 */
public record Within(boolean everywhere, Set<UUID> sites) {
  /** Every site of the local, for what is told to the person themself. */
  static final Within ALL = new Within(true, Set.of());

  public Within { sites = Set.copyOf(sites); }

  /** The sites at which somebody has a power. */
  public static Within of(Caller.Actor actor, Power power) {
    return actor.reachOf(power).map(reach -> switch (reach) {
      case Reach.WholeLocal _ -> ALL;
      case Reach.Sites(var sites) -> new Within(false, sites);
    }).orElseGet(() -> new Within(false, Set.of()));
  }

  /** As a statement takes them. */
  UUID[] ids() { return sites.toArray(UUID[]::new); }
}
