// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.AllRight;
import org.groundwork.defence.Case;
import org.groundwork.defence.CasePlaces;
import org.groundwork.defence.CaseReach;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing down in a minute that somebody is hit back at: about oneself, one's own people, or people one organises. */
@Controller
class NewCaseController {
  private static final int MOST_PEOPLE = 300;
  private final Transactions transactions;
  private final CaseDesk desk;
  private final WhatItAnswers answers;
  private final Whom whom;
  private final Cases cases;
  private final AllRight allRight;
  private final Once once;

  NewCaseController(Transactions transactions, CaseDesk desk, WhatItAnswers answers, Whom whom, Cases cases,
      AllRight allRight, Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.answers = answers;
    this.whom = whom;
    this.cases = cases;
    this.allRight = allRight;
    this.once = once;
  }

  /** Makes sure that a form sent twice is done once. */
  @Component("onceInACase")
  record Once(OnceOnly only, Ids ids) {}

  /** Whom a case can be about. */
  @Component("whomACaseIsAbout")
  record Whom(CaseReach reach, CasePlaces places) {}

  @GetMapping("/l/{local}/cases/new")
  @Requires(Power.TAKE_PART)
  Answer blank(@RequestParam(defaultValue = "") String who, @RequestParam(defaultValue = "") String about) {
    return transactions.read(() -> Answer.show(page(new CaseForm(once.ids().random().toString(),
        who.isEmpty() && !works() ? CaseForm.ME : who, "", desk.today().toString(), "", about, ""),
        FormErrors.none())));
  }

  @PostMapping("/l/{local}/cases/new")
  @Requires(Power.TAKE_PART)
  Answer open(@ModelAttribute CaseForm form) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var person = person(errors, form.who());
      var read = form.read(errors, desk.today());
      var about = about(errors, form.about());
      if (errors.any() || read.isEmpty() || person.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      return once.only().first(Typed.id(form.once()).orElseThrow(CaseDesk::notFound), "case")
          ? Answer.goTo(CaseDesk.at(open(person.get(), read.get(), about), "?done=opened"))
          : Answer.goTo(sentTwice(person.get()));
    });
  }

  private UUID open(UUID person, CaseForm.Read read, Optional<WhatItAnswers.Chosen> about) {
    var site = about.flatMap(WhatItAnswers.Chosen::site).or(() -> answers.standsAt(person));
    UUID id = cases.open(new Cases.NewCase(person, site,
        about.map(WhatItAnswers.Chosen::about).orElseGet(Case.About::nothing), read.kind(), read.on(), read.word(),
        read.deadline()));
    allRight.answer(person, AllRight.Answer.HIT_BACK); // nobody needs to ask them any more
    return id;
  }

  /** Where a form leads that was sent a second time: the case that the first made. */
  private String sentTwice(UUID person) {
    return cases.ofPerson(person)
        .stream()
        .max(Comparator.comparing(Case::id))
        .map(hit -> CaseDesk.at(hit.id(), "?done=opened"))
        .orElseGet(() -> CaseDesk.at("cases"));
  }

  private Optional<UUID> person(FormErrors errors, @org.jspecify.annotations.Nullable String typed) {
    Caller.Actor actor = Callers.actor();
    if (typed == null || typed.isEmpty()) {
      errors.refuse("who", "form.required");
      return Optional.empty();
    }
    var person = typed.equals(CaseForm.ME)
        ? Optional.of(actor.person())
        : Typed.id(typed).filter(id -> within(actor, id));
    if (person.isEmpty()) {
      errors.refuse("who", "case.not-yours");
    }
    return person;
  }

  private boolean within(Caller.Actor actor, UUID person) {
    return whom.reach().ownPeople(actor).contains(person) || answers.organisedBy(actor, person);
  }

  private Optional<WhatItAnswers.Chosen> about(FormErrors errors, @org.jspecify.annotations.Nullable String typed) {
    if (typed == null || typed.isEmpty()) {
      return Optional.empty();
    }
    var chosen = answers.chosen(answers.of(Callers.actor()), typed);
    if (chosen.isEmpty()) {
      errors.refuse("about", "case.about.gone");
    }
    return chosen;
  }

  private static boolean works() { return Callers.actor().may(Power.TALK); }

  private NewCasePage page(CaseForm form, FormErrors errors) {
    var ids = candidates(form);
    var shown = ids.stream().limit(MOST_PEOPLE).toList();
    var known = desk.known(shown);
    var people = new ArrayList<NewCasePage.Who>();
    shown.forEach(id -> Optional.ofNullable(known.get(id))
        .ifPresent(person -> people.add(new NewCasePage.Who(id, person.name()))));
    people.sort(Comparator.comparing(NewCasePage.Who::name, String.CASE_INSENSITIVE_ORDER));
    return new NewCasePage(form, people, ids.size() > MOST_PEOPLE, answers.of(Callers.actor()), errors);
  }

  /** Whoever is chosen already, one's own people, then those of the sites one organises. */
  private List<UUID> candidates(CaseForm form) {
    Caller.Actor actor = Callers.actor();
    var ids = new LinkedHashSet<UUID>();
    Typed.id(form.who()).filter(id -> within(actor, id)).ifPresent(ids::add);
    ids.addAll(whom.reach().ownPeople(actor));
    ids.addAll(whom.places().people(whom.reach().of(actor), MOST_PEOPLE + 2)); // one more than fits, and oneself
    ids.remove(actor.person());
    return List.copyOf(ids);
  }
}
