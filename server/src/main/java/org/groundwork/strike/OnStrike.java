// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Part;
import org.groundwork.pledge.PartCount;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/** How many of a site are on strike, part by part, as everybody of the local may read it. Inside a transaction. */
public final class OnStrike {
  private final StrikeList list;
  private final Sites sites;
  private final People people;
  private final StrengthTests tests;

  OnStrike(StrikeList list, Sites sites, People people, StrengthTests tests) {
    this.list = list;
    this.sites = sites;
    this.people = people;
    this.tests = tests;
  }

  /**
   * How many are out.
   *
   * @param out of the people who stand on the chart and not on the boss's side
   * @param parts those under ten are shown together
   */
  public record Count(int out, int of, List<PartCount> parts) {
    /** Below so many a number would tell who it is. */
    public static final int LEAST = 5;

    public Count { parts = List.copyOf(parts); }

    /** Whether the number may be shown to those who may not see the list. */
    public boolean shown() {
      return out == 0 || out >= LEAST;
    }
  }

  /** How many of a site are on strike on a day. */
  public Count count(Site site, UUID step, LocalDate day) {
    var out = list.all(step)
        .stream()
        .filter(striker -> striker.out(day))
        .map(Striker::person)
        .collect(Collectors.toSet());
    var partOf = new HashMap<UUID, String>();
    sites.units(site.id()).forEach(unit -> partOf.put(unit.id(), Part.of(site, unit)));
    var in = new HashMap<String, Integer>();
    var counted = new HashSet<UUID>();
    people.at(site.id())
        .stream()
        .filter(place -> !place.bossSide() && out.contains(place.person()))
        .forEach(place -> place.unit().map(partOf::get).ifPresent(part -> {
          if (counted.add(place.person())) {
            in.merge(part, 1, Integer::sum);
          }
        }));
    var parts = new ArrayList<PartCount>();
    tests.denominators(site).forEach((part, of) -> parts.add(PartCount.of(part, in.getOrDefault(part, 0), of)));
    int of = parts.stream().mapToInt(PartCount::of).sum();
    return new Count(out.size(), Math.max(of, out.size()), PartCount.merged(parts));
  }
}
