// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;

/** Who runs a campaign: organisers of the whole local, and those of its site. */
public final class Runners {
  private Runners() {}

  /** Whether somebody runs campaigns of the whole local. What goes out of the house takes that. */
  public static boolean wholeLocal(Caller.Actor actor) {
    return actor.reachOf(Power.RUN_CAMPAIGNS).orElse(null) instanceof Reach.WholeLocal;
  }

  /** Whether somebody runs a campaign at this site; one without a site is the whole local's. */
  public static boolean runs(Caller.Actor actor, Optional<UUID> site) {
    return site.map(at -> actor.may(Power.RUN_CAMPAIGNS, at)).orElse(false) || wholeLocal(actor);
  }

  /** Whether somebody runs this campaign. */
  public static boolean runs(Caller.Actor actor, Campaign campaign) {
    return runs(actor, campaign.core().site());
  }
}
