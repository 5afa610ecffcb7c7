// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Directory;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.OwnFields;
import org.groundwork.roll.People;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.PersonState;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of people: by site and state, filtered, paged, searched. */
@Controller
class PeopleController {
  private static final int LONGEST_SEARCH = 100;

  private final Transactions transactions;
  private final Directory directory;
  private final NameSearch search;
  private final PeopleInReach reach;
  private final Sites sites;
  private final Held held;

  PeopleController(Transactions transactions, Directory directory, NameSearch search, PeopleInReach reach,
      Sites sites, Held held) {
    this.held = held;
    this.transactions = transactions;
    this.directory = directory;
    this.search = search;
    this.reach = reach;
    this.sites = sites;
  }

  /** What fields of the local's own hold about the people of a site. */
  @Component("peopleHeld")
  record Held(People people, ObjectProvider<OwnFields> own) {
    List<OwnFields.Field> fields(UUID site) {
      return own.stream().flatMap(module -> module.seenAt(site).stream()).toList();
    }

    /** Those of a site about whom a field holds a value, both as in the address; what is no field is not found. */
    Set<UUID> among(UUID site, String asked) {
      var field = fields(site).stream()
          .filter(seen -> asked.startsWith(seen.id() + ":"))
          .findFirst()
          .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      var there = people.at(site).stream().map(People.Place::person).distinct().toList();
      String written = asked.substring(asked.indexOf(':') + 1);
      return own.stream()
          .flatMap(module -> module.among(field.id(), written, there).stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @GetMapping("/l/{local}/people")
  @Requires(Power.SEE_PEOPLE)
  Answer people(@ModelAttribute PeopleQuery asked) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      String typed = errors.optional("q", asked.q(), LONGEST_SEARCH);
      if (errors.any()) {
        return Answer.again(page(asked, errors, new Found(List.of(), Optional.empty(), Optional.empty(),
            Optional.empty())));
      }
      return Answer.show(page(asked, errors, typed.isEmpty() ? listed(asked) : searched(typed, asked)));
    });
  }

  /** What stands on the page. */
  private record Found(List<Directory.Entry> people, Optional<UUID> before, Optional<UUID> after,
      Optional<PeoplePage.Searched> searched) {}

  private Found listed(PeopleQuery asked) {
    var filter = new Directory.Filter(sitesOf(asked), site(asked).flatMap(_ -> PeopleQuery.is(asked.row())),
        PeopleQuery.is(asked.state()).flatMap(PersonState::known), asked.boss(),
        site(asked).flatMap(at -> PeopleQuery.is(asked.own()).map(own -> held.among(at.id(), own))));
    reach.sawList("list state=" + filter.state().map(PersonState::key).orElse("all") + " sites="
        + filter.sites().map(Set::size).orElse(0) + (filter.bossSide() ? " boss-side" : "")
        + (filter.among().isPresent() ? " own field" : ""));
    var page = directory.page(filter, cursor(asked));
    return new Found(page.people(), page.before(), page.after(), Optional.empty());
  }

  private Found searched(String typed, PeopleQuery asked) {
    reach.sawList("search, " + typed.length() + " characters");
    return switch (search.find(typed, sitesOf(asked))) {
      case NameSearch.Outcome.TooShort _ ->
        new Found(List.of(), Optional.empty(), Optional.empty(), Optional.of(PeoplePage.Searched.TOO_SHORT));
      case NameSearch.Outcome.Found(var people, boolean more) -> new Found(people, Optional.empty(), Optional.empty(),
          Optional.of(people.isEmpty()
              ? PeoplePage.Searched.NOBODY
              : more ? PeoplePage.Searched.MORE : PeoplePage.Searched.SOME));
    };
  }

  private static Directory.Cursor cursor(PeopleQuery asked) {
    return PeopleQuery.is(asked.after())
        .map(after -> (Directory.Cursor) new Directory.Cursor.After(uuid(after)))
        .or(() -> PeopleQuery.is(asked.before()).map(before -> new Directory.Cursor.Before(uuid(before))))
        .orElseGet(Directory.Cursor.Start::new);
  }

  private Optional<Set<UUID>> sitesOf(PeopleQuery asked) {
    var chosen = site(asked);
    if (chosen.isPresent()) {
      return chosen.map(site -> Set.of(site.id()));
    }
    return PeopleQuery.is(asked.kind())
        .map(kind -> within().stream()
            .filter(site -> site.kind().key().equals(kind))
            .map(Site::id)
            .collect(Collectors.toUnmodifiableSet()))
        .or(reach::sites);
  }

  private Optional<Site> site(PeopleQuery asked) {
    return PeopleQuery.is(asked.site())
        .map(text -> sites.byId(uuid(text))
            .filter(site -> Callers.actor().may(Power.SEE_PEOPLE, site.id()))
            .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND)));
  }

  private List<Site> within() {
    Caller.Actor actor = Callers.actor();
    return sites.all().stream().filter(site -> actor.may(Power.SEE_PEOPLE, site.id())).toList();
  }

  private PeoplePage page(PeopleQuery asked, FormErrors errors, Found found) {
    var rows = site(asked).map(site -> sites.units(site.id()).stream().map(Sites.Unit::rowLabel).distinct().toList())
        .orElse(List.of());
    return new PeoplePage(asked, errors, found.people().stream().map(PeopleController::line).toList(), within(), rows,
        found.before().map(asked::before), found.after().map(asked::after), found.searched(),
        Callers.actor().may(Power.EDIT_PEOPLE),
        site(asked).map(at -> held.fields(at.id())).orElseGet(List::of));
  }

  /** A line says only the places within the reader's reach. */
  private static PeoplePage.Line line(Directory.Entry entry) {
    Caller.Actor actor = Callers.actor();
    var places = entry.places().stream().filter(place -> actor.may(Power.SEE_PEOPLE, place.site())).toList();
    return new PeoplePage.Line(entry.id(), entry.name(),
        places.stream().flatMap(place -> place.unit().stream()).distinct().collect(Collectors.joining(", ")),
        places.stream().map(Directory.Place::siteName).distinct().collect(Collectors.joining(", ")), entry.state(),
        entry.bossSide());
  }

  /** An identity in an address; what is none is not found. */
  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }
}
