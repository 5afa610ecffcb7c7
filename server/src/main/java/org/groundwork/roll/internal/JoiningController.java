// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Application;
import org.groundwork.roll.Applications;
import org.groundwork.roll.Joining;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.Person;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who asks to join, decided by organisers of the whole local: an application names no site of ours, so nobody with a
 * narrower reach could tell whether it is theirs.
 */
@Controller
class JoiningController {
  private final Transactions transactions;
  private final Applications applications;
  private final Joining joining;
  private final PeopleInReach reach;
  private final Sites sites;
  private final Audit audit;

  JoiningController(Transactions transactions, Applications applications, Joining joining, PeopleInReach reach,
      Sites sites, Audit audit) {
    this.sites = sites;
    this.transactions = transactions;
    this.applications = applications;
    this.joining = joining;
    this.reach = reach;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/joining")
  @Requires(Power.EDIT_PEOPLE)
  Answer waiting(@RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      requireWholeLocal();
      reach.sawList("applications");
      return Answer.show(new JoiningPage(applications.waiting(), applications.open(),
          Callers.actor().may(Power.ADMINISTER), Callers.actor().handle(), Done.key(done)));
    });
  }

  @PostMapping("/l/{local}/joining/form")
  @Requires(Power.ADMINISTER)
  Answer setOpen(@RequestParam boolean open) {
    return transactions.write(() -> {
      applications.setOpen(open);
      return Answer.goTo(path() + (open ? "?done=open" : "?done=closed"));
    });
  }

  @GetMapping("/l/{local}/joining/{application}")
  @Requires(Power.EDIT_PEOPLE)
  Answer application(@PathVariable UUID application) {
    return transactions.write(() -> {
      var asked = within(application);
      audit.record("application-seen", new SubjectRef("application", application), "");
      return Answer.show(page(asked, AcceptForm.of(asked, sites), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/joining/{application}/accept")
  @Requires(Power.EDIT_PEOPLE)
  Answer accept(@PathVariable UUID application, @ModelAttribute AcceptForm form) {
    return transactions.write(() -> {
      var asked = decidable(application);
      var errors = new FormErrors();
      var known = known(asked, form);
      if (!asked.conflicts().isEmpty()) {
        requireOrganiser();
        if (!form.hasTalked()) {
          errors.refuse("talked", "joining.talked.first");
        }
      }
      var at = form.at(sites, errors);
      if (errors.any()) {
        return Answer.again(page(asked, form, errors));
      }
      if ((known.isEmpty() && !form.contact().isEmpty()) || joining.accept(asked, known, at).isEmpty()) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(path() + "?done=accepted");
    });
  }

  @PostMapping("/l/{local}/joining/{application}/decline")
  @Requires(Power.EDIT_PEOPLE)
  Answer decline(@PathVariable UUID application) {
    return transactions.write(() -> {
      joining.decline(decidable(application));
      return Answer.goTo(path() + "?done=declined");
    });
  }

  private Optional<Person> known(Application asked, AcceptForm form) {
    return form.contact().isEmpty()
        ? Optional.empty()
        : joining.candidates(asked)
            .stream()
            .map(Joining.Candidate::person)
            .filter(person -> person.id().toString().equals(form.contact()))
            .findFirst();
  }

  private ApplicationPage page(Application asked, AcceptForm form, FormErrors errors) {
    return new ApplicationPage(asked, joining.candidates(asked), form, sites.all(),
        asked.conflicts().isEmpty() || organises(), errors);
  }

  /** Somebody who hires, fires, manages or lets is talked to by an organiser before anybody decides. */
  private void requireOrganiser() {
    if (!organises()) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private boolean organises() { return reach.wholeLocal(Power.RUN_CAMPAIGNS); }

  /** One that nobody decided meanwhile. */
  private Application decidable(UUID application) {
    requireWholeLocal();
    return applications.find(application)
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE));
  }

  private Application within(UUID application) {
    requireWholeLocal();
    return applications.find(application).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private void requireWholeLocal() {
    if (!reach.wholeLocal(Power.EDIT_PEOPLE)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private static String path() { return "/l/" + Callers.actor().handle() + "/joining"; }
}
