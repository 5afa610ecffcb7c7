// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.grievance.Talks;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Directory;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.People;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** Finds the person behind a report among those the caller may see, or enters a new contact. */
@Component
class WhoItWas {
  private static final int MOST = 60;
  private final Talks talks;
  private final Sites sites;
  private final People people;
  private final PeopleInReach reach;
  private final PersonRecords records;
  private final NameSearch search;
  private final ChangeSets changes;

  WhoItWas(Talks talks, Sites sites, People people, PeopleInReach reach, PersonRecords records, NameSearch search,
      ChangeSets changes) {
    this.talks = talks;
    this.sites = sites;
    this.people = people;
    this.reach = reach;
    this.records = records;
    this.search = search;
    this.changes = changes;
  }

  /** Whom a form means: somebody on the roll, or somebody new. */
  sealed interface Meant {
    record OnTheRoll(UUID person) implements Meant {}

    record Newcomer(String name, Optional<UUID> site, Optional<UUID> unit) implements Meant {}
  }

  /** The site of the local that a report is about, if the caller may see its people. */
  Optional<Site> site(Grievance grievance) {
    return talks.sites(grievance)
        .stream()
        .filter(site -> Callers.actor().may(Power.SEE_PEOPLE, site))
        .findFirst()
        .flatMap(sites::byId);
  }

  /** Whom it may have been: people known at the site, and those found by name; never anybody on the boss's side. */
  List<SpokenPage.Choice> choices(Grievance grievance, String typed) {
    var found = new ArrayList<SpokenPage.Choice>();
    site(grievance).ifPresent(site -> found.addAll(at(site)));
    if (!typed.isEmpty() && search.find(typed, reach.sites()) instanceof NameSearch.Outcome.Found(var entries, _)) {
      entries.stream()
          .filter(entry -> !entry.bossSide() && found.stream().noneMatch(known -> known.id().equals(entry.id())))
          .map(WhoItWas::choice)
          .forEach(found::add);
    }
    if (!found.isEmpty()) {
      reach.sawList(typed.isEmpty() ? "at a site" : "by name");
    }
    return found;
  }

  private List<SpokenPage.Choice> at(Site site) {
    var doors = sites.units(site.id()).stream().collect(Collectors.toMap(Sites.Unit::id, Sites.Unit::label));
    var places = people.at(site.id()).stream().filter(place -> !place.bossSide()).limit(MOST).toList();
    var names = people.known(places.stream().map(People.Place::person).toList());
    return places.stream()
        .flatMap(place -> Stream.ofNullable(names.get(place.person()))
            .map(known -> new SpokenPage.Choice(place.person(), known.name(),
                place.unit().map(unit -> doors.getOrDefault(unit, "")).orElse(""))))
        .distinct()
        .toList();
  }

  private static SpokenPage.Choice choice(Directory.Entry entry) {
    String place = entry.places()
        .stream()
        .filter(at -> Callers.actor().may(Power.SEE_PEOPLE, at.site()))
        .flatMap(at -> Stream.concat(at.unit().stream(), Stream.of(at.siteName())))
        .distinct()
        .collect(Collectors.joining(", "));
    return new SpokenPage.Choice(entry.id(), entry.name(), place);
  }

  /** Reads whom the form means; empty without a refusal if nobody can tell who it was. */
  Optional<Meant> read(SpokenForm form, Grievance grievance, FormErrors errors) {
    String chosen = form.who() == null ? "" : form.who();
    return switch (chosen) {
      case "unknown" -> Optional.empty();
      case "new" -> newcomer(form, grievance, errors);
      default -> {
        var person = Numbers.id(chosen);
        if (person.isEmpty()) {
          errors.refuse("who", "spoken.choose");
        } else if (records.places(reach.see(person.get()).id()).stream().anyMatch(held -> held.bossSide())) {
          errors.refuse("who", "spoken.boss");
        }
        yield person.map(Meant.OnTheRoll::new);
      }
    };
  }

  private Optional<Meant> newcomer(SpokenForm form, Grievance grievance, FormErrors errors) {
    String name = errors.required("name", form.name(), 120);
    String door = errors.optional("door", form.door(), 40);
    var site = site(grievance).filter(at -> Callers.actor().may(Power.EDIT_PEOPLE, at.id()));
    Optional<UUID> unit = site.flatMap(at -> sites.units(at.id())
        .stream()
        .filter(each -> each.label().equalsIgnoreCase(door))
        .map(Sites.Unit::id)
        .findFirst());
    if (!door.isEmpty() && unit.isEmpty()) {
      errors.refuse("door", "spoken.door.none");
    }
    return Optional.of(new Meant.Newcomer(name, site.map(Site::id), unit));
  }

  /** The person meant; a newcomer is entered as a contact. */
  Optional<UUID> person(Meant meant) {
    return Optional.of(switch (meant) {
      case Meant.OnTheRoll(UUID person) -> person;
      case Meant.Newcomer(String name, var site, var unit) -> {
        UUID set = changes.open("people-added");
        UUID person = people.addContact(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
        site.ifPresent(at -> people.place(set, person, at, unit, false));
        yield person;
      }
    });
  }
}
