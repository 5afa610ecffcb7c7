// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseEvidence;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases somebody works on, one of them, and what was sent with it. Each look is audited. */
@Controller
class CasesController {
  private static final int MOST = 200;
  private static final Map<String, String> DONE = Map.of("opened", "case.done.opened", "saved", "case.done.saved",
      "closed", "case.done.closed", "reopened", "case.done.reopened");
  private final Transactions transactions;
  private final CaseDesk desk;
  private final CasePages pages;
  private final Cases cases;
  private final CaseEvidence evidence;
  private final CaseLines lines;
  private final Audit audit;

  CasesController(Transactions transactions, CaseDesk desk, CasePages pages, Cases cases, CaseEvidence evidence,
      CaseLines lines, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.pages = pages;
    this.cases = cases;
    this.evidence = evidence;
    this.lines = lines;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/cases")
  @Requires(Power.TALK)
  Answer list(@RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String campaign) {
    return transactions.write(() -> {
      audit.record("cases-listed", new SubjectRef("person", Callers.actor().person()), "");
      var found = cases.within(desk.within(), Typed.id(step), Typed.id(campaign), MOST);
      return Answer.show(new CasesPage(lines.of(found.stream().filter(Case::open).toList()),
          lines.of(found.stream().filter(hit -> !hit.open()).toList()), !step.isEmpty() || !campaign.isEmpty(),
          desk.today()));
    });
  }

  @GetMapping("/l/{local}/cases/{id}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID id, @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String corrects) {
    return transactions.write(() -> Answer.show(pages.of(desk.seen(id),
        WorkForm.blank(corrects, desk.today().toString()), DONE.getOrDefault(done, ""), FormErrors.none())));
  }

  @GetMapping("/l/{local}/cases/{id}/files/{file}")
  @Requires(Power.TAKE_PART)
  Answer file(@PathVariable UUID id, @PathVariable UUID file) {
    return transactions.write(() -> {
      var kept = evidence.look(desk.mine(id).id(), file).orElseThrow(CaseDesk::notFound);
      return Answer.file(evidence.content(id, file), kept.mediaType(), switch (kept.mediaType()) {
        case "image/jpeg" -> "picture.jpg";
        case "image/png" -> "picture.png";
        default -> "letter.pdf";
      });
    });
  }
}
