// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
      return Answer.show(new PlacePage(reach.see(person), held, within(), held.site().toString(),
          held.unitLabel().orElse(""), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/places/{position}")
  @Requires(Power.EDIT_PEOPLE)
  Answer move(@PathVariable UUID person, @PathVariable UUID position, @RequestParam(defaultValue = "") String site,
      @RequestParam(defaultValue = "") String unit) {
    return transactions.write(() -> {
      var held = reach.place(person, position);
      var errors = new FormErrors();
      var to = within().stream().filter(s -> s.id().toString().equals(site)).findFirst();
      if (to.isEmpty()) {
        errors.refuse("site", "place.site.choose");
      }
      String label = errors.optional("unit", unit, 60);
      var found = to.flatMap(s -> new KnownLines(sites.units(s.id())).unit(label));
      if (to.isPresent() && !label.isEmpty() && found.isEmpty()) {
        errors.refuse("unit", "people.own.unknown");
      }
      if (errors.any() || to.isEmpty()) {
        return Answer.again(new PlacePage(reach.see(person), held, within(), site, unit, errors));
      }
      records.move(held, person, to.get().id(), found);
      return Answer.goTo(at(person) + "?done=moved");
    });
  }

  @PostMapping("/l/{local}/people/{person}/places/{position}/boss-side")
  @Requires(Power.EDIT_PEOPLE)
  Answer mark(@PathVariable UUID person, @PathVariable UUID position, @RequestParam boolean marked) {
    return transactions.write(() -> {
      records.markBossSide(reach.place(person, position), person, marked);
      return Answer.goTo(at(person) + (marked ? "?done=marked" : "?done=unmarked"));
    });
  }

  @PostMapping("/l/{local}/people/{person}/places/{position}/end")
  @Requires(Power.EDIT_PEOPLE)
  Answer end(@PathVariable UUID person, @PathVariable UUID position) {
    return transactions.write(() -> {
      records.endPlace(reach.place(person, position), person);
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
