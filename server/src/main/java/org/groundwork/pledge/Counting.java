// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Reply;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;

/**
 * Counts answers on a site's chart as it is now: only people who stand on it and not on the boss's side; at a building
 * homes, of which each asks for what the most willing of its people asks for. Runs inside the caller's transaction.
 */
final class Counting {
  private final Sites sites;
  private final People people;
  private final StrengthTests tests;

  Counting(Sites sites, People people, StrengthTests tests) {
    this.sites = sites;
    this.people = people;
    this.tests = tests;
  }

  /** The people of a site who count. Whoever is on the boss's side in one place of it is so in all. */
  Set<UUID> ours(UUID site) {
    return ours(people.at(site));
  }

  private static Set<UUID> ours(List<People.Place> places) {
    var bosses = new HashSet<UUID>();
    places.stream().filter(People.Place::bossSide).forEach(place -> bosses.add(place.person()));
    var ours = new LinkedHashSet<UUID>();
    places.stream().map(People.Place::person).filter(person -> !bosses.contains(person)).forEach(ours::add);
    return ours;
  }

  /** How many homes or jobs a site has. */
  int of(Site site) {
    return tests.denominators(site).values().stream().mapToInt(Integer::intValue).sum();
  }

  Standing standing(Site site, Rule rule, Collection<Said> answers) {
    var denominators = tests.denominators(site);
    var labels = List.copyOf(denominators.keySet());
    var partOf = new HashMap<UUID, Integer>();
    sites.units(site.id()).forEach(unit -> partOf.put(unit.id(), labels.indexOf(Part.of(site, unit))));
    var places = people.at(site.id());
    var ours = ours(places);
    var asks = new HashMap<UUID, Integer>();
    var said = new EnumMap<Reply, Integer>(Reply.class);
    answers.stream().filter(answer -> ours.contains(answer.person())).forEach(answer -> {
      said.merge(answer.reply(), 1, Integer::sum);
      answer.asksFor().ifPresent(number -> asks.put(answer.person(), number));
    });
    boolean homes = site.kind() == SiteKind.BUILDING;
    var pledges = homes ? homes(places, asks, partOf) : jobs(places, asks, partOf);
    var of = labels.stream().map(label -> denominators.getOrDefault(label, 0)).toList();
    int all = of.stream().mapToInt(Integer::intValue).sum();
    var solved = Solver.solve(pledges.stream().mapToInt(Pledge::atLeast).toArray(),
        pledges.stream().mapToInt(Pledge::part).toArray(), rule, new Solver.Chart(all, of));
    var parts = new ArrayList<PartCount>();
    for (int part = 0; part < labels.size(); part++) {
      parts.add(PartCount.of(labels.get(part), solved.inParts().get(part), of.get(part)));
    }
    return new Standing(solved, pledges.size(), all, parts, said, homes);
  }

  private record Pledge(int atLeast, int part) {}

  private static List<Pledge> homes(List<People.Place> places, Map<UUID, Integer> asks, Map<UUID, Integer> partOf) {
    var homes = new HashMap<UUID, Integer>();
    places.stream()
        .filter(place -> asks.containsKey(place.person()))
        .forEach(place -> place.unit()
            .ifPresent(unit -> homes.merge(unit, asks.getOrDefault(place.person(), Integer.MAX_VALUE), Math::min)));
    return homes.entrySet()
        .stream()
        .map(home -> new Pledge(home.getValue(), partOf.getOrDefault(home.getKey(), Solver.NO_PART)))
        .toList();
  }

  private static List<Pledge> jobs(List<People.Place> places, Map<UUID, Integer> asks, Map<UUID, Integer> partOf) {
    var first = new HashMap<UUID, Integer>();
    places.forEach(place -> {
      int part = place.unit().map(unit -> partOf.getOrDefault(unit, Solver.NO_PART)).orElse(Solver.NO_PART);
      first.merge(place.person(), part, (one, other) -> one == Solver.NO_PART ? other : one);
    });
    return asks.entrySet()
        .stream()
        .map(pledge -> new Pledge(pledge.getValue(), first.getOrDefault(pledge.getKey(), Solver.NO_PART)))
        .toList();
  }

  /** What is asked "of how many", where there is a chart. */
  OptionalInt asked(Site site) {
    int of = of(site);
    return of == 0 ? OptionalInt.empty() : OptionalInt.of(of);
  }
}
