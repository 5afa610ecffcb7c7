// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.Care;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseNotes;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is added to a case: facts, the deadline, what we do about it, what the person needs. */
@Controller
class CaseWorkController {
  private static final int LONG = 2000;
  private static final int LINE = 300;
  private final Transactions transactions;
  private final CaseDesk desk;
  private final CasePages pages;
  private final Cases cases;
  private final CaseNotes notes;
  private final Care care;
  private final WhatItAnswers answers;
  private final NewCaseController.Once once;

  CaseWorkController(Transactions transactions, CaseDesk desk, CasePages pages, Cases cases, CaseNotes notes, Care care,
      WhatItAnswers answers, NewCaseController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.pages = pages;
    this.cases = cases;
    this.notes = notes;
    this.care = care;
    this.answers = answers;
    this.once = once;
  }

  @PostMapping("/l/{local}/cases/{id}/facts")
  @Requires(Power.TAKE_PART)
  Answer fact(@PathVariable UUID id, @ModelAttribute WorkForm form) {
    return transactions.write(() -> {
      Case hit = open(desk.mine(id));
      var errors = new FormErrors();
      var on = Typed.past(errors, "factOn", form.factOn(), desk.today());
      String what = errors.required("fact", form.fact(), LONG);
      if (errors.any() || on.isEmpty()) {
        return again(hit, form, errors);
      }
      if (first(form) && !notes.add(id, on.get(), what, Typed.id(form.corrects()))) {
        errors.refuse("fact", "case.most", CaseNotes.MOST);
        return again(hit, form, errors);
      }
      return saved(id, "facts");
    });
  }

  @PostMapping("/l/{local}/cases/{id}/deadline")
  @Requires(Power.TAKE_PART)
  Answer deadline(@PathVariable UUID id, @ModelAttribute WorkForm form) {
    return transactions.write(() -> {
      Case hit = open(desk.mine(id));
      var errors = new FormErrors();
      var on = Typed.near(errors, "deadline", form.deadline(), desk.today(), true);
      String note = errors.optional("note", form.note(), LINE);
      if (errors.any() || on.isEmpty()) {
        return again(hit, form, errors);
      }
      cases.due(id, on.get(), note);
      return saved(id, "deadline-of");
    });
  }

  @PostMapping("/l/{local}/cases/{id}/deadline/met")
  @Requires(Power.TAKE_PART)
  Answer met(@PathVariable UUID id) {
    return transactions.write(() -> {
      cases.met(desk.mine(id).id());
      return saved(id, "deadline-of");
    });
  }

  @PostMapping("/l/{local}/cases/{id}/about")
  @Requires(Power.TALK)
  Answer about(@PathVariable UUID id, @ModelAttribute WorkForm form) {
    return transactions.write(() -> {
      Case hit = open(desk.worked(id));
      var errors = new FormErrors();
      String value = errors.required("about", form.about(), 60);
      var chosen = answers.chosen(answers.of(Callers.actor()), value);
      if (!value.isEmpty() && chosen.isEmpty()) {
        errors.refuse("about", "case.about.gone");
      }
      if (errors.any()) {
        return again(hit, form, errors);
      }
      chosen.ifPresent(found -> cases.about(id, found.about(), found.site()));
      return saved(id, "");
    });
  }

  @PostMapping("/l/{local}/cases/{id}/answers")
  @Requires(Power.TALK)
  Answer answer(@PathVariable UUID id, @ModelAttribute WorkForm form) {
    return transactions.write(() -> {
      Case hit = open(desk.worked(id));
      var errors = new FormErrors();
      var rung = rung(errors, hit, form.rung());
      String what = errors.optional("answer", form.answer(), LINE);
      if (rung.isEmpty() && what.isEmpty()) {
        errors.refuse("answer", "case.answer.needed");
      }
      var on = Typed.ahead(errors, "answerOn", form.answerOn(), desk.today());
      if (errors.any() || on.isEmpty()) {
        return again(hit, form, errors);
      }
      if (first(form) && !notes.answer(id, rung, what, on.get())) {
        errors.refuse("answer", "case.most", CaseNotes.MOST);
        return again(hit, form, errors);
      }
      return saved(id, "doing");
    });
  }

  private Optional<UUID> rung(FormErrors errors, Case hit, @org.jspecify.annotations.Nullable String typed) {
    if (typed == null || typed.isEmpty()) {
      return Optional.empty();
    }
    var found = Typed.id(typed)
        .filter(id -> answers.ladder(hit.about()).stream().anyMatch(rung -> rung.step().id().equals(id)));
    if (found.isEmpty()) {
      errors.refuse("rung", "case.about.gone");
    }
    return found;
  }

  @PostMapping("/l/{local}/cases/{id}/answers/done")
  @Requires(Power.TALK)
  Answer did(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
    return transactions.write(() -> {
      notes.did(desk.worked(id).id(), Typed.id(answer).orElseThrow(CaseDesk::notFound));
      return saved(id, "doing");
    });
  }

  @PostMapping("/l/{local}/cases/{id}/needs")
  @Requires(Power.TAKE_PART)
  Answer need(@PathVariable UUID id, @ModelAttribute WorkForm form) {
    return transactions.write(() -> {
      Case hit = open(desk.mine(id));
      var errors = new FormErrors();
      var kind = Care.Kind.known(form.need() == null ? "" : form.need());
      if (kind.isEmpty()) {
        errors.refuse("need", "form.required");
      }
      var on = Typed.ahead(errors, "needOn", form.needOn(), desk.today());
      if (errors.any() || kind.isEmpty() || on.isEmpty()) {
        return again(hit, form, errors);
      }
      if (first(form) && !care.ask(id, kind.get(), on.get())) {
        errors.refuse("need", "case.most", Care.MOST);
        return again(hit, form, errors);
      }
      return saved(id, "care");
    });
  }

  @PostMapping("/l/{local}/cases/{id}/naming")
  @Requires(Power.TAKE_PART)
  Answer naming(@PathVariable UUID id, @RequestParam(defaultValue = "") String may) {
    return transactions.write(() -> {
      cases.mayName(desk.mine(id).id(), may.equals("yes"));
      return saved(id, "care");
    });
  }

  private static Case open(Case hit) {
    if (!hit.open()) {
      throw CaseDesk.notFound();
    }
    return hit;
  }

  private boolean first(WorkForm form) {
    return once.only().first(Typed.id(form.once()).orElseThrow(CaseDesk::notFound), "case-work");
  }

  private Answer again(Case hit, WorkForm form, FormErrors errors) {
    return Answer.again(pages.of(hit, form, "", errors));
  }

  private static Answer saved(UUID id, String part) {
    return Answer.goTo(CaseDesk.at(id, "?done=saved" + (part.isEmpty() ? "" : "#" + part)));
  }
}
