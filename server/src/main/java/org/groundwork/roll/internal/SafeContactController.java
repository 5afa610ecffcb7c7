// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PeopleInReach;
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
          FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/reach")
  @Requires(Power.EDIT_PEOPLE)
  Answer set(@PathVariable UUID person, @ModelAttribute SafeContactForm form) {
    return transactions.write(() -> {
      var changed = reach.change(person);
      var errors = new FormErrors();
      var rules = form.read(errors);
      if (rules.isEmpty()) {
        return Answer.again(new SafeContactPage(changed, form, errors));
      }
      if (!safe.set(person, rules.get())) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/people/" + person + "?done=rules");
    });
  }
}
