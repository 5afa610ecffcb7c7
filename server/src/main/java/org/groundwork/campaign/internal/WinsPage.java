// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Wins;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;
import org.groundwork.target.TargetKind;

/**
 * The record of what fights came to: figures, and the rows behind each below them.
 *
 * @param all every demand of the ended fights shown
 * @param runs whether the reader runs fights, and so may read what they taught
 * @param rows those of the figure that was tapped
 */
public record WinsPage(List<Wins.Ended> all, List<Wins.Ended> rows, Optional<Campaign.Result> result,
    Optional<TargetKind> kind, List<TargetKind> kinds, boolean runs) implements View {

  /** How many demands ended so. */
  public long count(Campaign.Result how) {
    return all.stream().filter(e -> e.outcome().result() == how).count();
  }

  /** How many promises are in this state. */
  public long promises(Wins.Kept kept) {
    return all.stream().flatMap(e -> e.promise().stream()).filter(promise -> promise.kept() == kept).count();
  }

  /** The money that was won, one sum for each currency. */
  public List<Money> sums() { return Wins.sums(all); }
}
