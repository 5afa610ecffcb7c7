// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Wins;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What was promised at the end of a fight, whether it is kept, and what the fight taught.
 *
 * @param over whether the fight has ended, and what it taught can be said
 * @param about the kind of harm it was about
 * @param typed what was typed of the demand that was refused
 */
public record KeptPage(UUID campaign, String title, boolean over, List<Wins.Ended> won, String debrief,
    Optional<GrievanceKind> about, String currency,
    Map<UUID, KeptForm> typed, FormErrors errors, boolean changed) implements View {

  /** What stands in the form of a demand. */
  public KeptForm in(Wins.Ended ended) {
    return typed.getOrDefault(ended.demand(), KeptForm.of(ended));
  }

  public GrievanceKind[] kinds() { return GrievanceKind.values(); }

  /** A proposed day to look. */
  public static LocalDate look(Wins.Ended ended) {
    return ended.endedOn().plusDays(Wins.LOOK_AFTER_DAYS);
  }
}
