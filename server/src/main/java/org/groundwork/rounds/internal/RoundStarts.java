// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.HashMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Component;

/** Who can begin which round, who can go, and who is on it. Runs inside a transaction. */
@Component
class RoundStarts {
  private static final int MOST_SITES = 500;
  private final RoundsDesk desk;
  private final Visits visits;
  private final Stewards stewards;
  private final Mandates mandates;

  RoundStarts(RoundsDesk desk, Visits visits, Stewards stewards, Mandates mandates) {
    this.desk = desk;
    this.visits = visits;
    this.stewards = stewards;
    this.mandates = mandates;
  }

  /** Whether the caller begins any round at all. */
  static boolean begins() {
    return keeps() || Callers.actor().may(Power.TALK);
  }

  private static boolean keeps() { return Callers.actor().mayEverywhere(Power.KEEP_MONEY); }

  /** Whether the caller begins a round of this. */
  boolean begins(RoundForm.Of of) {
    return of.site().isEmpty()
        ? keeps()
        : desk.sites().byId(of.site().get()).isPresent()
            && (keeps() || Callers.actor().may(Power.TALK, of.site().get()));
  }

  List<Site> sites() {
    return desk.sites()
        .all()
        .stream()
        .filter(site -> keeps() || Callers.actor().may(Power.TALK, site.id()))
        .sorted(Comparator.comparing(Site::name).thenComparing(Site::id))
        .limit(MOST_SITES)
        .toList();
  }

  /**
   * Who can go: whoever talks with people there. Whoever keeps the money or organises the place chooses among them, a steward
   * goes themself.
   */
  List<NewRoundPage.Steward> stewards(Optional<UUID> site) {
    var able = site.map(stewards::able).orElseGet(() -> mandates.holders(Power.TALK));
    boolean chooses = keeps() || site.filter(of -> Callers.actor().may(Power.ORGANISE, of)).isPresent();
    return desk.names(able.stream().filter(each -> chooses || each.equals(RoundsDesk.me())).toList())
        .entrySet()
        .stream()
        .map(each -> new NewRoundPage.Steward(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(NewRoundPage.Steward::name).thenComparing(NewRoundPage.Steward::id))
        .toList();
  }

  /** The parts of a site with how many members are in each. */
  List<NewRoundPage.Part> parts(UUID site, Set<String> chosen) {
    var counts = new LinkedHashMap<String, Integer>();
    Site at = desk.sites().byId(site).orElseThrow(RoundsDesk::notFound);
    var units = desk.sites().units(site);
    units.forEach(unit -> counts.putIfAbsent(Part.of(at, unit), 0));
    var parts = new LinkedHashMap<UUID, String>();
    units.forEach(unit -> parts.put(unit.id(), Part.of(at, unit)));
    members(site).forEach(place -> place.unit()
        .map(parts::get)
        .ifPresent(part -> counts.merge(part, 1, Integer::sum)));
    return counts.entrySet()
        .stream()
        .map(each -> new NewRoundPage.Part(each.getKey(), each.getValue(), chosen.contains(each.getKey())))
        .toList();
  }

  private List<People.Place> members(UUID site) {
    var places = desk.people().at(site).stream().filter(place -> !place.bossSide()).toList();
    var members = visits.members(places.stream().map(People.Place::person).distinct().toList());
    var seen = new HashSet<UUID>();
    return places.stream()
        .filter(place -> members.contains(place.person()) && seen.add(place.person()))
        .toList();
  }

  /**
   * Who is on a round: members, in the order of their doors; more than {@link Round#MOST_PEOPLE} where too many are.
   *
   * @param parts of the site; none for all of it, with those whose door is not known
   */
  List<Rounds.Somebody> people(RoundForm.Of of, Set<String> parts) {
    return switch (of.kind()) {
      case NAMES -> List.of();
      case NOWHERE -> visits.nowhere().stream().map(id -> new Rounds.Somebody(id, Optional.empty())).toList();
      case SITE -> at(of.site().orElseThrow(), parts);
    };
  }

  private List<Rounds.Somebody> at(UUID site, Set<String> parts) {
    Site at = desk.sites().byId(site).orElseThrow(RoundsDesk::notFound);
    Map<UUID, Integer> order = new HashMap<>();
    Map<UUID, String> named = new LinkedHashMap<>();
    for (Sites.Unit unit : desk.sites().units(site)) {
      order.put(unit.id(), order.size());
      named.put(unit.id(), Part.of(at, unit));
    }
    return members(site).stream()
        .filter(place -> parts.isEmpty() || place.unit().map(named::get).filter(parts::contains).isPresent())
        .sorted(Comparator
            .comparing((People.Place place) -> place.unit().map(order::get).orElse(Integer.MAX_VALUE))
            .thenComparing(People.Place::person))
        .map(place -> new Rounds.Somebody(place.person(), place.unit()))
        .toList();
  }

  /** Those of the parts that the site has. */
  Set<String> known(UUID site, List<String> typed) {
    var known = new TreeSet<String>();
    parts(site, Set.of()).stream().map(NewRoundPage.Part::name).filter(typed::contains).forEach(known::add);
    return known;
  }
}
