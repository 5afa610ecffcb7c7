// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.campaign.CampaignList;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * An action, for whoever takes part and for whoever runs it.
 *
 * @param mine what the reader said, by shift
 * @param invitation the address that its organisers hand on, if there is one and the reader runs it
 * @param done message key of what was just done, empty if nothing
 */
public record ActionPage(Action action, Optional<CampaignList.Line> campaign, Optional<Site> site,
    Map<UUID, SignUp.Outcome> mine, boolean runs, Optional<String> invitation, UUID once, Instant now,
    String done) implements View {
  public ActionPage { mine = Map.copyOf(mine); }

  /** Whether people can still say that they come. */
  public boolean open() { return action.open(now); }

  /** Whether it has begun, so that it can be said who was there. */
  public boolean begun() {
    return !now.isBefore(action.when().starts());
  }

  /** What the reader said of a shift. */
  public Optional<SignUp.Outcome> said(Action.Shift shift) {
    return Optional.ofNullable(mine.get(shift.id()));
  }

  /** Whether people can still say that they come to a shift. */
  public boolean open(Action.Shift shift) {
    return action.open(shift, now);
  }
}
