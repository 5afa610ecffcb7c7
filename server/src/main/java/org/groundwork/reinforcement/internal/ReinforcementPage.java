// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.groundwork.campaign.CampaignList;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Asked;
import org.groundwork.reinforcement.Reinforcement;

/**
 * A call, for whoever is asked and for whoever runs it.
 *
 * @param mine what the reader was asked and said
 * @param runs whether the reader runs it
 * @param second whether the reader can be the second person of a rapid one
 * @param toTell how many know where and have not read what was put right; for whoever runs it
 * @param where the address, empty for whoever is not told
 * @param done message key of what was just done, empty if nothing
 */
public record ReinforcementPage(Reinforcement call, Optional<CampaignList.Line> campaign, Optional<Asked> mine,
    boolean runs, boolean second, int toTell, String where, Instant now, String done) implements View {

  public boolean live() { return call.live(now); }

  public boolean waits() { return call.waits(now); }

  /** Where it stands, for a reader who does not care whether the round has come by. */
  public Reinforcement.State state() {
    boolean open = call.state() == Reinforcement.State.LIVE || call.state() == Reinforcement.State.DRAFT;
    return open && !live() && !waits() ? Reinforcement.State.OVER : call.state();
  }

  /** Whether somebody can say that they are there. */
  public boolean begun() {
    return live() && !now.isBefore(call.when().starts().minus(Duration.ofHours(3)));
  }

  public boolean comes() { return mine.filter(asked -> asked.state().comes()).isPresent(); }

  public boolean said(Asked.State state) { return mine.filter(asked -> asked.state() == state).isPresent(); }

  /** Whether what was put right waits to be read by this reader. */
  public boolean unread() {
    return call.times().corrected().isPresent()
        && mine.filter(asked -> asked.knowsPlace() && !asked.seen()).isPresent();
  }
}
