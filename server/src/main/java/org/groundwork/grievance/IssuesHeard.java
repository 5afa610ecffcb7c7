// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Issues;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;

/**
 * What people say is wrong in a conversation is a grievance of theirs, confirmed because they said it face to face. One
 * that was only said of them, or came by the form, is confirmed now.
 */
final class IssuesHeard implements Issues {
  private final Grievances grievances;
  private final Talks talks;
  private final Sites sites;
  private final Locals locals;

  IssuesHeard(Grievances grievances, Talks talks, Sites sites, Locals locals) {
    this.grievances = grievances;
    this.talks = talks;
    this.sites = sites;
    this.locals = locals;
  }

  @Override
  public List<Issue> at(Site site) {
    return GrievanceKind.on(sideOf(site.kind()))
        .stream()
        .map(kind -> new Issue(kind.key(), "grievance.kind." + kind.key()))
        .toList();
  }

  @Override
  public void heard(String issue, UUID site, UUID person) {
    var kind = GrievanceKind.known(issue);
    var at = sites.byId(site);
    if (kind.isEmpty() || at.isEmpty()) {
      return; // not one of ours: another module's, or one that is gone
    }
    var theirs = grievances.openOf(person, kind.get(), site);
    if (theirs.isEmpty()) {
      grievances.report(
          new NewGrievance(kind.get(), Optional.of(person), Optional.of(site), at.get().registerSite(), "",
              Optional.empty(), Optional.empty(), "", "", locals.profile().language(), NewGrievance.CameBy.ORGANISER),
          Optional.empty());
    } else if (!theirs.get().confirmed()) {
      talks.spoken(theirs.get().id(), theirs.get().version(), Optional.of(person));
    }
  }

  private static GrievanceKind.Side sideOf(SiteKind kind) {
    return switch (kind) {
      case BUILDING -> GrievanceKind.Side.HOME;
      case WORKPLACE -> GrievanceKind.Side.WORK;
      case CAMPUS -> GrievanceKind.Side.STUDY;
    };
  }
}
