// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Papers;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Papers with a date: each has an owner and an alarm, and none lapses in silence. */
@Controller
class PapersController {
  private static final int MOST = 200;
  private final Transactions transactions;
  private final GrievancesInReach reach;
  private final Papers papers;
  private final PaperRows rows;
  private final Organisers organisers;
  private final OnceOnly onceOnly;
  private final Ids ids;
  private final Audit audit;

  PapersController(Transactions transactions, GrievancesInReach reach, Papers papers, PaperRows rows,
      Organisers organisers, OnceOnly onceOnly, Ids ids, Audit audit) {
    this.transactions = transactions;
    this.reach = reach;
    this.papers = papers;
    this.rows = rows;
    this.organisers = organisers;
    this.onceOnly = onceOnly;
    this.ids = ids;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/papers")
  @Requires(Power.SEE_GRIEVANCES)
  Answer list() {
    return transactions.write(() -> {
      var actor = Callers.actor();
      audit.record("papers-listed", new SubjectRef("local", actor.local().value()), "");
      var found = actor.reachOf(Power.SEE_GRIEVANCES).orElseThrow() instanceof Reach.Sites(var sites)
          ? papers.open(sites, actor.person(), MOST)
          : papers.open(MOST);
      return Answer.show(new PapersPage(rows.rows(found)));
    });
  }

  @GetMapping("/l/{local}/grievances/{id}/paper")
  @Requires(Power.SEE_GRIEVANCES)
  Answer blank(@PathVariable UUID id) {
    return transactions.read(() -> Answer.show(new PaperPage(reach.find(id).id(), Optional.empty(),
        PaperForm.blank(ids.random(), Callers.actor().person()), FormErrors.none(), organisers.of(id),
        Optional.empty())));
  }

  @PostMapping("/l/{local}/grievances/{id}/paper")
  @Requires(Power.SEE_GRIEVANCES)
  Answer add(@PathVariable UUID id, @ModelAttribute PaperForm form) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      UUID grievance = reach.find(id).id();
      String title = errors.required("title", form.title(), 120);
      var due = form.readDue(errors, rows.today());
      var owner = organisers.chosen(grievance, errors, "owner", form.owner());
      var once = Numbers.id(form.once());
      if (once.isEmpty()) {
        errors.refuse("title", "report.again");
      }
      if (errors.any()) {
        return Answer.again(
            new PaperPage(grievance, Optional.empty(), form, errors, organisers.of(grievance), Optional.empty()));
      }
      if (onceOnly.first(once.orElseThrow(), "paper")) {
        papers.add(grievance, title, due.orElseThrow(), owner.orElseThrow());
      }
      return Answer.goTo(at("grievances/" + grievance));
    });
  }

  @GetMapping("/l/{local}/papers/{id}")
  @Requires(Power.SEE_GRIEVANCES)
  Answer paper(@PathVariable UUID id) {
    return transactions.write(() -> {
      var paper = within(id);
      audit.record("paper-seen", new SubjectRef("paper", id), "");
      return Answer.show(new PaperPage(paper.grievance(), Optional.of(id), PaperForm.of(paper), FormErrors.none(),
          organisers.of(paper.grievance()), Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/papers/{id}")
  @Requires(Power.SEE_GRIEVANCES)
  Answer change(@PathVariable UUID id, @ModelAttribute PaperForm form) {
    return transactions.write(() -> {
      var paper = within(id);
      var errors = new FormErrors();
      var due = form.readDue(errors, rows.today());
      var owner = organisers.chosen(paper.grievance(), errors, "owner", form.owner());
      if (errors.any()) {
        return Answer
            .again(new PaperPage(paper.grievance(), Optional.of(id), form, errors, organisers.of(paper.grievance()),
                Optional.empty()));
      }
      return papers.change(id, form.readVersion(), due.orElseThrow(), owner.orElseThrow())
          ? Answer.goTo(at("papers"))
          : new Answer.Show(new PaperPage(paper.grievance(), Optional.of(id), form.over(paper), FormErrors.none(),
              organisers.of(paper.grievance()), Optional.of(paper)), 409);
    });
  }

  @PostMapping("/l/{local}/papers/{id}/answered")
  @Requires(Power.SEE_GRIEVANCES)
  Answer answered(@PathVariable UUID id) {
    return transactions.write(() -> {
      if (!papers.answered(within(id).id())) {
        throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      return Answer.goTo(at("papers"));
    });
  }

  /** A paper on a grievance within reach, or one's own. */
  private Papers.Paper within(UUID id) {
    var paper = papers.byId(id).orElseThrow(GrievancesInReach::notFound);
    if (!paper.owner().equals(Callers.actor().person())) {
      reach.find(paper.grievance());
    }
    return paper;
  }

  private static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }
}
