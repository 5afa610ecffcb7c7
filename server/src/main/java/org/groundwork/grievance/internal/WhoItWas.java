// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /** Somebody on the roll; {@code place} is where they are to be placed, if they have no place there yet. */
    record OnTheRoll(UUID person, Optional<Here> place) implements Meant {}

    /** A place at a site, and the unit if it is known. */
    record Here(UUID site, Optional<UUID> unit) {}

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

  /** The same site, if the caller may also place people there. */
  Optional<Site> editable(Grievance grievance) {
    return site(grievance).filter(at -> Callers.actor().may(Power.EDIT_PEOPLE, at.id()));
  }

  /** The unit of the site that the place names as the person typed it, behind the site's own name; empty if none. */
  String door(Grievance grievance) {
    var units = site(grievance).map(at -> sites.units(at.id())).orElseGet(List::of);
    var words = new ArrayList<>(words(grievance.place()));
    site(grievance).ifPresent(at -> words(at.name()).forEach(words::remove)); // the first of each: the house number
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(at -> Stream.of(words.get(at), at + 1 < words.size() ? words.get(at) + words.get(at + 1) : ""))
        .flatMap(said -> units.stream().map(Sites.Unit::label).filter(label -> bare(label).equals(said)))
        .reduce((_, last) -> last)
        .orElse("");
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{N}]+", -1)).map(WhoItWas::bare).filter(word -> !word.isEmpty()).toList();
  }

  private static String bare(String text) { return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""); }

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
        var person = Numbers.id(chosen).map(id -> reach.see(id).id());
        if (person.isEmpty()) {
          errors.refuse("who", "spoken.choose");
        } else if (records.places(person.get()).stream().anyMatch(held -> held.bossSide())) {
          errors.refuse("who", "spoken.boss");
        }
        yield person.map(known -> new Meant.OnTheRoll(known, here(known, form, grievance, errors)));
      }
    };
  }

  private Optional<Meant> newcomer(SpokenForm form, Grievance grievance, FormErrors errors) {
    String name = errors.required("name", form.name(), 120);
    var site = editable(grievance);
    var unit = unit(site, form, errors);
    return Optional.of(new Meant.Newcomer(name, site.map(Site::id), unit));
  }

  /** Where somebody of the roll is placed: nowhere if they are there already, or the caller does not ask for it. */
  private Optional<Meant.Here> here(UUID person, SpokenForm form, Grievance grievance, FormErrors errors) {
    var site = editable(grievance).filter(_ -> form.placesThem());
    if (errors.any() || site.isEmpty()
        || records.places(person).stream().anyMatch(held -> held.site().equals(site.get().id()))) {
      return Optional.empty();
    }
    var unit = unit(site, form, errors);
    return Optional.of(new Meant.Here(site.get().id(), unit));
  }

  private Optional<UUID> unit(Optional<Site> site, SpokenForm form, FormErrors errors) {
    String door = errors.optional("door", form.door(), 40);
    Optional<UUID> unit = site.flatMap(at -> sites.units(at.id())
        .stream()
        .filter(each -> each.label().equalsIgnoreCase(door))
        .map(Sites.Unit::id)
        .findFirst());
    if (!door.isEmpty() && unit.isEmpty()) {
      errors.refuse("door", "spoken.door.none");
    }
    return unit;
  }

  /** The person meant; a newcomer is entered as a contact. */
  Optional<UUID> person(Meant meant) {
    return Optional.of(switch (meant) {
      case Meant.OnTheRoll(UUID person, var here) -> {
        here.ifPresent(at -> people.place(changes.open("person-placed"), person, at.site(), at.unit(), false));
        yield person;
      }
      case Meant.Newcomer(String name, var site, var unit) -> {
        UUID set = changes.open("people-added");
        UUID person = people.addContact(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
        site.ifPresent(at -> people.place(set, person, at, unit, false));
        yield person;
      }
    });
  }
}
