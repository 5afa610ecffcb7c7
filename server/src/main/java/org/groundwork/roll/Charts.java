// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /**
   * The places of a site as a chart counts them, which is everybody once: at a workplace somebody with two departments
   * stands in the first, and whoever stands somewhere is not known without a place as well. A building counts homes, so
   * somebody with two of them stands in both. The boss's side stays as it is: it fills jobs.
   */
  public static List<People.Place> counted(Site site, List<People.Place> places) {
    boolean homes = site.kind() == SiteKind.BUILDING;
    var placed = new HashSet<UUID>();
    places.stream()
        .filter(place -> !place.bossSide() && place.unit().isPresent())
        .forEach(place -> placed.add(place.person()));
    var seen = new HashSet<Object>();
    var counted = new ArrayList<People.Place>(places.size());
    for (var place : places) {
      boolean stands = place.unit().isPresent() || !placed.contains(place.person());
      if (place.bossSide() || (stands && seen.add(homes ? place : place.person()))) {
        counted.add(place);
      }
    }
    return counted;
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
