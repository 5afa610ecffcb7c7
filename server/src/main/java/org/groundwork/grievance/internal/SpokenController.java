// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.grievance.Saved;
import org.groundwork.grievance.Talks;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organiser has spoken with the person, and says who it is, so that different people can be counted. */
@Controller
class SpokenController {
  private final Transactions transactions;
  private final GrievancesInReach reach;
  private final WhoItWas who;
  private final Talks talks;

  SpokenController(Transactions transactions, GrievancesInReach reach, WhoItWas who, Talks talks) {
    this.transactions = transactions;
    this.reach = reach;
    this.who = who;
    this.talks = talks;
  }

  @GetMapping("/l/{local}/grievances/{id}/spoken")
  @Requires(Power.SEE_GRIEVANCES)
  Answer ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      return Answer
          .show(page(grievance, SpokenForm.blank(grievance, who.door(grievance)), FormErrors.none(), q, false));
    });
  }

  @PostMapping("/l/{local}/grievances/{id}/spoken")
  @Requires(Power.SEE_GRIEVANCES)
  Answer spoken(@PathVariable UUID id, @ModelAttribute SpokenForm form, @RequestParam(defaultValue = "") String q) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      var errors = new FormErrors();
      var meant = who.read(form, grievance, errors);
      if (errors.any()) {
        return Answer.again(page(grievance, form, errors, q, false));
      }
      if (grievance.version() != Numbers.version(form.version())) {
        return new Answer.Show(page(grievance, form.over(grievance), FormErrors.none(), q, true), 409);
      }
      Optional<UUID> person = meant.flatMap(chosen -> who.person(chosen));
      if (talks.spoken(id, grievance.version(), person) instanceof Saved.ChangedMeanwhile) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE); // takes the new contact back too
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/grievances/" + id);
    });
  }

  private SpokenPage page(Grievance grievance, SpokenForm form, FormErrors errors, String search, boolean changed) {
    String typed = search.length() > 120 ? "" : search.strip();
    return new SpokenPage(grievance, reach.place(grievance), form, errors, who.choices(grievance, typed),
        who.site(grievance), who.editable(grievance).isPresent(), typed, changed);
  }
}
