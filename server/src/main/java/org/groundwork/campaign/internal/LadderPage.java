// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Changing how a campaign goes on.
 *
 * @param done rungs that were done; they stay
 * @param why what takes a reason, if it was asked for, and the reason as typed
 * @param total homes or jobs of the chart, if it has one
 * @param theirs what somebody else wrote meanwhile
 */
public record LadderPage(UUID campaign, long version, LadderRows ladder, List<Campaign.Step> done, Reason why,
    FormErrors errors, OptionalInt total, boolean homes, Optional<Campaign.Core> theirs) implements View {

  /** A reason that may be needed: what for, and what was typed. */
  public record Reason(Optional<Amended.TakesAReason> takes, String typed) {
    static Reason none() { return typed(""); }

    static Reason typed(String typed) { return new Reason(Optional.empty(), typed); }

    Reason because(Amended.TakesAReason takes) { return new Reason(Optional.of(takes), typed); }

    /** Whether there is a field for it. */
    public boolean shown() { return takes.isPresent() || !typed.isBlank(); }
  }
}
