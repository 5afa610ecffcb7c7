// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.Person;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How somebody may safely be reached. */
@Controller
class SafeContactController {
  private final Transactions transactions;
  private final PeopleInReach reach;
  private final SafeContact safe;

  SafeContactController(Transactions transactions, PeopleInReach reach, SafeContact safe) {
    this.transactions = transactions;
    this.reach = reach;
    this.safe = safe;
  }

  @GetMapping("/l/{local}/people/{person}/reach")
  @Requires(Power.EDIT_PEOPLE)
  Answer rules(@PathVariable UUID person) {
    return transactions.write(() -> {
      reach.change(person);
      return Answer.show(new SafeContactPage(reach.see(person), SafeContactForm.of(safe.of(person)),
          FormErrors.none(), "people/" + person, Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/reach")
  @Requires(Power.EDIT_PEOPLE)
  Answer set(@PathVariable UUID person, @ModelAttribute SafeContactForm form) {
    return transactions.write(() -> set(safe, reach.change(person), form, "people/" + person));
  }

  /** Sets what was typed, or shows it beside what somebody else set meanwhile. */
  static Answer set(SafeContact safe, Person person, SafeContactForm form, String at) {
    var errors = new FormErrors();
    var rules = form.read(errors);
    if (rules.isEmpty()) {
      return Answer.again(new SafeContactPage(person, form, errors, at, Optional.empty()));
    }
    if (!safe.set(person.id(), rules.get())) {
      var now = safe.of(person.id());
      return new Answer.Show(new SafeContactPage(person, form.over(now), errors, at, Optional.of(now)), 409);
    }
    return Answer.goTo("/l/" + Callers.actor().handle() + "/" + at + "?done=rules");
  }
}
