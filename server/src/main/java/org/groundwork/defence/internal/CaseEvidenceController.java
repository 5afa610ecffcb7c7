// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.io.IOException;
import java.util.UUID;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseEvidence;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Letters and photos that somebody adds to a case. */
@Controller
class CaseEvidenceController {
  private final Transactions transactions;
  private final CaseDesk desk;
  private final CasePages pages;
  private final CaseEvidence evidence;
  private final FormFiles uploads;
  private final NewCaseController.Once once;

  CaseEvidenceController(Transactions transactions, CaseDesk desk, CasePages pages, CaseEvidence evidence,
      FormFiles uploads, NewCaseController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.pages = pages;
    this.evidence = evidence;
    this.uploads = uploads;
    this.once = once;
  }

  @PostMapping("/l/{local}/cases/{id}/evidence")
  @Requires(Power.TAKE_PART)
  Answer add(@PathVariable UUID id, @RequestParam(required = false) MultipartFile @Nullable [] files,
      @RequestParam(name = "once", defaultValue = "") String typed) throws IOException {
    transactions.read(() -> open(id)); // a stranger's files are not even looked at
    UUID form = Typed.id(typed).orElseThrow(CaseDesk::notFound);
    var errors = new FormErrors();
    var sent = uploads.keep(files, file -> evidence.keep(form, file));
    sent.refuse(errors);
    if (sent.chosen() == 0) {
      errors.refuse("files", "case.files.choose");
    }
    return transactions.write(() -> {
      Case hit = open(id);
      if (!once.only().first(form, "case-evidence")) {
        evidence.drop(form);
      } else if (!evidence.handOver(form, id)) {
        FormFiles.tooMany(errors);
      }
      return errors.any()
          ? Answer.again(pages.of(hit, WorkForm.blank("", desk.today().toString()), "", errors))
          : Answer.goTo(CaseDesk.at(id, "?done=saved#evidence"));
    });
  }

  /** A file that does not belong there, a wrong photo, goes for good; sent twice, it is gone. */
  @PostMapping("/l/{local}/cases/{id}/files/{file}/remove")
  @Requires(Power.TAKE_PART)
  Answer remove(@PathVariable UUID id, @PathVariable UUID file) {
    return transactions.write(() -> {
      evidence.remove(open(id).id(), file);
      return Answer.goTo(CaseDesk.at(id, "?done=saved#evidence"));
    });
  }

  private Case open(UUID id) {
    Case hit = desk.mine(id);
    if (!hit.open()) {
      throw CaseDesk.notFound();
    }
    return hit;
  }
}
