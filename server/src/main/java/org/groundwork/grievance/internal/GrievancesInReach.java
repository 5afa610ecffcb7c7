// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.grievance.ReportQuery;
import org.groundwork.grievance.Talks;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** Which grievances the caller may see; every other is as if it were not there. Runs inside the caller's transaction. */
@Component
class GrievancesInReach {
  private final Grievances grievances;
  private final Talks talks;
  private final SiteSuggestions registers;
  private final Sites sites;
  private final People people;

  GrievancesInReach(Grievances grievances, Talks talks, SiteSuggestions registers, Sites sites, People people) {
    this.grievances = grievances;
    this.talks = talks;
    this.registers = registers;
    this.sites = sites;
    this.people = people;
  }

  /** The grievance, if it is of a site within reach. */
  Grievance find(UUID id) {
    var grievance = grievances.byId(id).orElseThrow(GrievancesInReach::notFound);
    var reach = Callers.actor().reachOf(Power.SEE_GRIEVANCES).orElseThrow(GrievancesInReach::notFound);
    if (reach instanceof Reach.WholeLocal || talks.sites(grievance).stream().anyMatch(reach::covers)) {
      return grievance;
    }
    throw notFound();
  }

  /** Whose reports lists of the caller show. */
  static ReportQuery.Within within() {
    return Callers.actor()
        .reachOf(Power.SEE_GRIEVANCES)
        .orElseThrow(GrievancesInReach::notFound) instanceof Reach.Sites(var sites)
            ? new ReportQuery.Within.Sites(sites)
            : new ReportQuery.Within.Everything();
  }

  /** The address, as a register, the local or the person writes it. */
  String place(Grievance grievance) {
    return grievance.registerSite()
        .flatMap(registers::byId)
        .map(SiteSuggestions.Suggestion::address)
        .or(() -> grievance.site().flatMap(sites::byId).map(site -> site.name()))
        .orElse(grievance.place());
  }

  /** What somebody is called; empty for nobody. */
  Optional<String> name(Optional<UUID> person) {
    return person.flatMap(people::known).map(People.Known::name);
  }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
