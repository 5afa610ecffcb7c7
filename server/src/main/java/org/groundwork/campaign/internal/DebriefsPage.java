// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Debriefs;
import org.groundwork.campaign.StepKind;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.web.View;
import org.groundwork.target.TargetKind;

/**
 * What ended fights taught.
 *
 * @param older the rest of the address of the next page, if there is one
 * @param gaveUp whether the look ended before it had gone through all
 */
public record DebriefsPage(List<Debriefs.Debrief> rows, Debriefs.About about, Optional<String> older, boolean gaveUp)
    implements
      View {
  /** The most letters that are looked for. */
  public static final int LONGEST = 80;

  /** Whether something is looked for. */
  public boolean filtered() { return !about.equals(Debriefs.About.anything()); }

  public TargetKind[] targets() { return TargetKind.values(); }

  public StepKind[] steps() { return StepKind.values(); }

  public GrievanceKind[] demands() { return GrievanceKind.values(); }
}
