// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.UUID;
import org.groundwork.defence.Case;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a case ends, opening it again, and the fast path to the hardship fund where there is one. */
@Controller
class CaseEndController {
  private static final int WORD = 1000;
  private final Transactions transactions;
  private final CaseDesk desk;
  private final CasePages pages;
  private final Cases cases;

  CaseEndController(Transactions transactions, CaseDesk desk, CasePages pages, Cases cases) {
    this.transactions = transactions;
    this.desk = desk;
    this.pages = pages;
    this.cases = cases;
  }

  @GetMapping("/l/{local}/cases/{id}/ending")
  @Requires(Power.TALK)
  Answer ask(@PathVariable UUID id) {
    return transactions.read(() -> desk.worked(id).open()
        ? Answer.show(new CaseClosePage(id, "", "", FormErrors.none()))
        : Answer.goTo(CaseDesk.at(id, "")));
  }

  @PostMapping("/l/{local}/cases/{id}/ending")
  @Requires(Power.TALK)
  Answer close(@PathVariable UUID id, @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String word) {
    return transactions.write(() -> {
      desk.worked(id);
      var errors = new FormErrors();
      var how = Case.Outcome.known(outcome);
      if (how.isEmpty()) {
        errors.refuse("outcome", "form.required");
      }
      String said = errors.optional("word", word, WORD);
      if (errors.any()) {
        return Answer.again(new CaseClosePage(id, outcome, word, errors));
      }
      cases.close(id, how.orElseThrow(), said); // sent twice: it has ended
      return Answer.goTo(CaseDesk.at(id, "?done=closed"));
    });
  }

  @PostMapping("/l/{local}/cases/{id}/reopen")
  @Requires(Power.TALK)
  Answer reopen(@PathVariable UUID id) {
    return transactions.write(() -> {
      cases.reopen(desk.worked(id).id());
      return Answer.goTo(CaseDesk.at(id, "?done=reopened"));
    });
  }

  @PostMapping("/l/{local}/cases/{id}/hardship")
  @Requires(Power.TAKE_PART)
  Answer hardship(@PathVariable UUID id) {
    return transactions.write(() -> {
      Case hit = desk.mine(id);
      UUID person = hit.person().filter(_ -> hit.open()).orElseThrow(CaseDesk::notFound);
      return Answer.goTo(CaseDesk.at(pages.fund().orElseThrow(CaseDesk::notFound).ask(id, person)));
    });
  }
}
