// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Who it was that an organiser spoke with.
 *
 * @param people whom it may have been: known at the site, or found by name
 * @param site where somebody new gets their place, if the local has the site
 * @param places whether the reader may place people there
 * @param search what was searched for
 * @param changed whether somebody changed the grievance meanwhile
 */
public record SpokenPage(Grievance grievance, String place, SpokenForm form, FormErrors errors, List<Choice> people,
    Optional<Site> site, boolean places, String search, boolean changed) implements View {

  /** Somebody it may have been, with their door or site. */
  public record Choice(java.util.UUID id, String name, String place) {}
}
