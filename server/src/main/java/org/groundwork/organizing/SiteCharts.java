// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/** Coloured wall charts of the current local's sites, and who leads there. Runs inside the caller's transaction. */
public final class SiteCharts {
  /** A conversation is recent for so many days. */
  public static final int RECENT_DAYS = 30;
  private final Sites sites;
  private final People people;
  private final Stewards stewards;
  private final Leaders leaders;
  private final Conversations conversations;
  private final Look look;

  SiteCharts(Sites sites, People people, Stewards stewards, Leaders leaders, Conversations conversations, Look look) {
    this.sites = sites;
    this.people = people;
    this.stewards = stewards;
    this.leaders = leaders;
    this.conversations = conversations;
    this.look = look;
  }

  /** The ways to colour a chart, and the day it is. */
  record Look(Supplier<List<ChartLayer>> layers, Clock clock) {}

  /** The ways a site's chart can be coloured, in their order. */
  public List<ChartLayer.Choice> choices(Site site) {
    return look.layers().get().stream().flatMap(layer -> layer.at(site).stream()).toList();
  }

  /** The chart in the colouring with this word; the first colouring for a word that is none. */
  public SiteChart of(Site site, String word) {
    var places = people.at(site.id());
    var ours = ours(places);
    var units = sites.units(site.id());
    return new ChartDrawing(site, units, drawn(site, word, ours), new ChartDrawing.Facts(places,
        stewards.at(site.id()).keySet(), recentlyTalkedTo(ours), leaders(site, units, places))).drawn();
  }

  private ChartDrawing.Look drawn(Site site, String word, Collection<UUID> ours) {
    Optional<ChartLayer> chosen = look.layers()
        .get()
        .stream()
        .filter(layer -> layer.at(site).stream().anyMatch(choice -> choice.word().equals(word)))
        .findFirst();
    if (chosen.isPresent()) {
      return new ChartDrawing.Look(chosen.get().draw(site, word, ours), chosen.get().weakestFirst());
    }
    var first = choices(site).getFirst();
    return drawn(site, first.word(), ours);
  }

  private Set<UUID> recentlyTalkedTo(Collection<UUID> ours) {
    LocalDate since = LocalDate.now(look.clock().withZone(ZoneOffset.UTC)).minusDays(RECENT_DAYS);
    return conversations.lastTalkedTo(ours)
        .entrySet()
        .stream()
        .filter(entry -> !entry.getValue().isBefore(since))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The natural leaders of a site. */
  public Set<UUID> leaders(Site site) {
    return leaders(site, sites.units(site.id()), people.at(site.id()));
  }

  private Set<UUID> leaders(Site site, List<Sites.Unit> units, List<People.Place> places) {
    return Leaders.natural(leaders.at(site.id()), partsOf(site, units, places));
  }

  private static Map<UUID, Set<String>> partsOf(Site site, List<Sites.Unit> units, List<People.Place> places) {
    var parts = new HashMap<UUID, String>();
    units.forEach(unit -> parts.put(unit.id(), Part.of(site, unit)));
    var found = new HashMap<UUID, Set<String>>();
    for (var place : places) {
      place.unit()
          .map(parts::get)
          .ifPresent(part -> found.computeIfAbsent(place.person(), _ -> new HashSet<>()).add(part));
    }
    return found;
  }

  private static Set<UUID> ours(List<People.Place> places) {
    return places.stream()
        .filter(place -> !place.bossSide())
        .map(People.Place::person)
        .collect(Collectors.toUnmodifiableSet());
  }
}
