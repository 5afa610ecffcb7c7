// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages at a site have in common: which site, which door, who lives or works there. Runs in a transaction. */
@Component
class TalkDesk {
  private final Sites sites;
  private final People people;
  private final Locals locals;
  private final Clock clock;

  TalkDesk(Sites sites, People people, Locals locals, Clock clock) {
    this.sites = sites;
    this.people = people;
    this.locals = locals;
    this.clock = clock;
  }

  /** A site at which the caller has this power; any other is as if it were not there. */
  Site site(UUID id, Power power) {
    return sites.byId(id).filter(site -> Callers.actor().may(power, site.id())).orElseThrow(TalkDesk::notFound);
  }

  /** A unit of a site. */
  Sites.Unit unit(Site site, UUID id) {
    return units(site).stream().filter(unit -> unit.id().equals(id)).findFirst().orElseThrow(TalkDesk::notFound);
  }

  List<Sites.Unit> units(Site site) { return sites.units(site.id()); }

  /** Everybody who holds a place at a site now. */
  List<People.Place> places(Site site) { return people.at(site.id()); }

  /** The people at one door, in the order they were entered. */
  List<Somebody> at(Site site, Sites.Unit unit) {
    return named(site, places(site).stream().filter(place -> place.unit().equals(Optional.of(unit.id()))).toList());
  }

  /** These places with the names of their people. */
  List<Somebody> named(Site site, List<People.Place> places) {
    Map<UUID, String> doors = new HashMap<>();
    units(site).forEach(unit -> doors.put(unit.id(), unit.label()));
    var known = people.known(places.stream().map(People.Place::person).distinct().toList());
    return places.stream()
        .flatMap(place -> Optional.ofNullable(known.get(place.person()))
            .map(person -> new Somebody(place.person(), person.name(), place.unit().map(doors::get).orElse(""),
                place.bossSide()))
            .stream())
        .toList();
  }

  /** What these people are called, asked once for all of them; whoever is not there any more is left out. */
  Map<UUID, String> names(Collection<UUID> asked) {
    var names = new HashMap<UUID, String>();
    people.known(asked).forEach((person, known) -> names.put(person, known.name()));
    return names;
  }

  /** What somebody is called. */
  String name(UUID person) {
    return people.known(person).map(People.Known::name).orElse("");
  }

  ZoneId zone() { return locals.profile().zone(); }

  LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

  Clock clock() { return clock; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }

  static String in(String path) { return "/l/" + Callers.actor().handle() + "/" + path; }
}
