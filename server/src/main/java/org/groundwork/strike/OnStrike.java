// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Part;
import org.groundwork.pledge.PartCount;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/** How many of a site are on strike, part by part, as the committee reads it. Inside a transaction. */
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
   * How many are out, as the strike's committee reads it.
   *
   * @param out of the people who stand on the chart and not on the boss's side
   * @param parts those under ten are shown together
   */
  public record Count(int out, int of, List<PartCount> parts) {
    public Count { parts = List.copyOf(parts); }
  }

  /**
   * Who is out on a day, and in which part.
   *
   * @param cells the parts as they may be counted, those under ten together
   */
  record Here(Set<UUID> out, Map<String, Set<UUID>> byPart, List<PartCount> cells, int of) {
    /** Who of a cell is out. */
    Set<UUID> in(PartCount cell) {
      return cell.parts()
          .stream()
          .flatMap(part -> byPart.getOrDefault(part, Set.of()).stream())
          .collect(Collectors.toSet());
    }
  }

  /** How many of a site are on strike on a day. */
  public Count count(Site site, UUID step, LocalDate day) {
    var here = here(site, step, day);
    return new Count(here.out().size(), Math.max(here.of(), here.out().size()),
        here.cells().size() > 1 ? here.cells() : List.of());
  }

  Here here(Site site, UUID step, LocalDate day) {
    var out = list.out(step, day);
    var partOf = new HashMap<UUID, String>();
    sites.units(site.id()).forEach(unit -> partOf.put(unit.id(), Part.of(site, unit)));
    var in = new HashMap<String, Set<UUID>>();
    var counted = new HashSet<UUID>();
    people.at(site.id())
        .stream()
        .filter(place -> !place.bossSide() && out.contains(place.person()))
        .forEach(place -> place.unit().map(partOf::get).ifPresent(part -> {
          if (counted.add(place.person())) {
            in.computeIfAbsent(part, _ -> new HashSet<>()).add(place.person());
          }
        }));
    var parts = new ArrayList<PartCount>();
    tests.denominators(site)
        .forEach((part, of) -> parts.add(PartCount.of(part, in.getOrDefault(part, Set.of()).size(), of)));
    return new Here(out, in, PartCount.merged(parts), parts.stream().mapToInt(PartCount::of).sum());
  }
}
