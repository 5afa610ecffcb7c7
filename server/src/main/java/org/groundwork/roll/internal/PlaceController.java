// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody is: moved to another door, marked as on the boss's side, gone from there. */
@Controller
class PlaceController {
  private final Transactions transactions;
  private final PeopleInReach reach;
  private final PersonRecords records;
  private final Sites sites;

  PlaceController(Transactions transactions, PeopleInReach reach, PersonRecords records, Sites sites) {
    this.transactions = transactions;
    this.reach = reach;
    this.records = records;
    this.sites = sites;
  }

  @GetMapping("/l/{local}/people/{person}/places/{position}")
  @Requires(Power.EDIT_PEOPLE)
  Answer place(@PathVariable UUID person, @PathVariable UUID position) {
    return transactions.write(() -> {
      var held = reach.place(person, position);
      return Answer
          .show(new PlacePage(reach.see(person), held, within(), PlaceForm.of(held), FormErrors.none(), false));
    });
  }

  /** What is done to a place that nobody changed meanwhile. */
  private interface Act {
    Answer to(Person.Held held);
  }

  private Answer change(UUID person, UUID position, PlaceForm form, Act act) {
    return transactions.write(() -> {
      var places = reach.places(person);
      var held = places.stream().filter(place -> place.id().equals(position)).findFirst();
      if (held.isPresent() && records.unchanged(held.get(), form.readVersion())) {
        return act.to(held.get());
      }
      var now = held.or(() -> places.stream().findFirst())
          .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      return new Answer.Show(new PlacePage(reach.see(person), now, within(), form.over(now), FormErrors.none(), true),
          409);
    });
  }

  @PostMapping("/l/{local}/people/{person}/places/{position}")
  @Requires(Power.EDIT_PEOPLE)
  Answer move(@PathVariable UUID person, @PathVariable UUID position, @ModelAttribute PlaceForm form) {
    return change(person, position, form, held -> {
      var errors = new FormErrors();
      var to = within().stream().filter(s -> s.id().toString().equals(form.site())).findFirst();
      if (to.isEmpty()) {
        errors.refuse("site", "place.site.choose");
      }
      String label = errors.optional("unit", form.unit(), 60);
      var found = to.flatMap(s -> new KnownLines(sites.units(s.id())).unit(label));
      if (to.isPresent() && !label.isEmpty() && found.isEmpty()) {
        errors.refuse("unit", "people.own.unknown");
      }
      if (errors.any() || to.isEmpty()) {
        return Answer.again(new PlacePage(reach.see(person), held, within(), form, errors, false));
      }
      records.move(held, person, to.get().id(), found);
      return Answer.goTo(at(person) + "?done=moved");
    });
  }

  @PostMapping("/l/{local}/people/{person}/places/{position}/boss-side")
  @Requires(Power.EDIT_PEOPLE)
  Answer mark(@PathVariable UUID person, @PathVariable UUID position, @ModelAttribute PlaceForm form) {
    return change(person, position, form, held -> {
      records.markBossSide(held, person, form.marks());
      return Answer.goTo(at(person) + (form.marks() ? "?done=marked" : "?done=unmarked"));
    });
  }

  @PostMapping("/l/{local}/people/{person}/places/{position}/end")
  @Requires(Power.EDIT_PEOPLE)
  Answer end(@PathVariable UUID person, @PathVariable UUID position, @ModelAttribute PlaceForm form) {
    return change(person, position, form, held -> {
      records.endPlace(held, person);
      boolean still = reach.wholeLocal(Power.SEE_PEOPLE) || records.places(person)
          .stream()
          .anyMatch(place -> Callers.actor().may(Power.SEE_PEOPLE, place.site()));
      return Answer.goTo(still ? at(person) + "?done=ended" : "/l/" + Callers.actor().handle() + "/people");
    });
  }

  private List<Site> within() {
    var actor = Callers.actor();
    return sites.all().stream().filter(site -> actor.may(Power.EDIT_PEOPLE, site.id())).toList();
  }

  private static String at(UUID person) { return "/l/" + Callers.actor().handle() + "/people/" + person; }
}
