// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.UUID;

/** Wall charts of the current local's sites. Runs inside the caller's transaction. */
public final class Charts {
  private final Sites sites;
  private final People people;

  Charts(Sites sites, People people) {
    this.sites = sites;
    this.people = people;
  }

  /** The chart of a site as it is now. */
  public WallChart of(Site site) {
    var places = people.at(site.id());
    return WallChart.of(site, sites.units(site.id()), places,
        people.known(places.stream().map(People.Place::person).toList()));
  }

  /** How many people on a site's chart are not on the boss's side. */
  public int countOurs(UUID site) {
    return (int) people.at(site)
        .stream()
        .filter(place -> !place.bossSide())
        .map(People.Place::person)
        .distinct()
        .count();
  }
}
