// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.Departure;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonPanel;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.PersonState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: looked at, corrected, let go. */
@Controller
class PersonController {
  private final Transactions transactions;
  private final PeopleInReach reach;
  private final PersonRecords records;
  private final Contacts contacts;
  private final Departure departure;
  private final PersonParts parts;
  private final List<PersonPanel> panels;

  PersonController(Transactions transactions, PeopleInReach reach, PersonRecords records, Contacts contacts,
      Departure departure, PersonParts parts, ObjectProvider<PersonPanel> panels) {
    this.transactions = transactions;
    this.reach = reach;
    this.records = records;
    this.contacts = contacts;
    this.departure = departure;
    this.parts = parts;
    this.panels = panels.stream().sorted(Comparator.comparingInt(PersonPanel::order)).toList();
  }

  @GetMapping("/l/{local}/people/{person}")
  @Requires(Power.SEE_PEOPLE)
  Answer person(@PathVariable UUID person, @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      var actor = Callers.actor();
      Person seen = reach.see(person);
      var places = records.places(person)
          .stream()
          .filter(place -> actor.may(Power.SEE_PEOPLE, place.site()))
          .toList();
      var shown = panels.stream().flatMap(panel -> panel.panelFor(actor, person).stream()).toList();
      return Answer.show(new PersonPage(seen, places, parts.rules(person), parts.knownBy(seen), parts.merged(person),
          shown, actor.may(Power.EDIT_PEOPLE), Done.key(done)));
    });
  }

  @GetMapping("/l/{local}/people/{person}/change")
  @Requires(Power.EDIT_PEOPLE)
  Answer edit(@PathVariable UUID person) {
    return transactions.write(() -> {
      reach.change(person);
      return Answer.show(new PersonEditPage(person, PersonForm.of(reach.see(person)), FormErrors.none(),
          Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/change")
  @Requires(Power.EDIT_PEOPLE)
  Answer save(@PathVariable UUID person, @ModelAttribute PersonForm form) {
    return transactions.write(() -> {
      reach.change(person);
      var errors = new FormErrors();
      var known = form.read(errors);
      if (known.isEmpty()) {
        return Answer.again(new PersonEditPage(person, form, errors, Optional.empty()));
      }
      return switch (records.save(person, form.readVersion(), known.get(), form.saysAgreed())) {
        case PersonRecords.Saved.Yes _ -> Answer.goTo(at(person) + "?done=saved");
        case PersonRecords.Saved.ChangedMeanwhile(Person now) -> new Answer.Show(
            new PersonEditPage(person, form.over(now), FormErrors.none(), Optional.of(now)), 409);
      };
    });
  }

  @GetMapping("/l/{local}/people/{person}/leave")
  @Requires(Power.EDIT_PEOPLE)
  Answer askLeave(@PathVariable UUID person) { return ask(person, LettingGoPage.Act.LEAVE); }

  @GetMapping("/l/{local}/people/{person}/delete")
  @Requires(Power.EDIT_PEOPLE)
  Answer askDelete(@PathVariable UUID person) { return ask(person, LettingGoPage.Act.DELETE); }

  private Answer ask(UUID person, LettingGoPage.Act act) {
    return transactions.write(() -> {
      Person asked = reach.change(person);
      reach.see(person);
      return act.fits(asked.state())
          ? Answer.show(new LettingGoPage(asked, act, departure.mayLetGo(person)))
          : Answer.goTo(at(person));
    });
  }

  @PostMapping("/l/{local}/people/{person}/leave")
  @Requires(Power.EDIT_PEOPLE)
  Answer leave(@PathVariable UUID person) {
    return transactions.write(() -> {
      Person asked = reach.change(person);
      if (!departure.mayLetGo(person)) {
        return new Answer.Show(new LettingGoPage(asked, LettingGoPage.Act.LEAVE, false), 403);
      }
      if (!asked.state().joined() || !departure.leave(person)) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(at(person) + "?done=left");
    });
  }

  @PostMapping("/l/{local}/people/{person}/delete")
  @Requires(Power.EDIT_PEOPLE)
  Answer delete(@PathVariable UUID person) {
    return transactions.write(() -> {
      Person asked = reach.change(person);
      if (!departure.mayLetGo(person)) {
        return new Answer.Show(new LettingGoPage(asked, LettingGoPage.Act.DELETE, false), 403);
      }
      if (asked.state() != PersonState.CONTACT || !contacts.delete(person)) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/people");
    });
  }

  private static String at(UUID person) { return "/l/" + Callers.actor().handle() + "/people/" + person; }
}
