// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.UUID;
import org.groundwork.grievance.Evidence;
import org.groundwork.grievance.PrivateLinks;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.grievance.Grievances.NextTalk;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One grievance as organisers see it, and what was sent with it. Each look is audited. */
@Controller
class GrievanceController {
  private final Transactions transactions;
  private final GrievancesInReach reach;
  private final Evidence evidence;
  private final PaperRows papers;
  private final PrivateLinks links;
  private final Audit audit;

  GrievanceController(Transactions transactions, GrievancesInReach reach, Evidence evidence, PaperRows papers,
      PrivateLinks links, Audit audit) {
    this.transactions = transactions;
    this.reach = reach;
    this.evidence = evidence;
    this.papers = papers;
    this.links = links;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/grievances/{id}")
  @Requires(Power.SEE_GRIEVANCES)
  Answer grievance(@PathVariable UUID id) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      audit.record("grievance-seen", new SubjectRef("grievance", id), "");
      return Answer.show(new GrievancePage(grievance, reach.name(grievance.person()), reach.place(grievance),
          reach.name(grievance.next().map(NextTalk::owner)), evidence.of(id), papers.of(id), links.leadTo(id)));
    });
  }

  @PostMapping("/l/{local}/grievances/{id}/link/end")
  @Requires(Power.SEE_GRIEVANCES)
  Answer endLink(@PathVariable UUID id) {
    return transactions.write(() -> {
      links.end(reach.find(id).id());
      return Answer.goTo("/l/" + Callers.actor().handle() + "/grievances/" + id);
    });
  }

  @GetMapping("/l/{local}/grievances/{id}/files/{file}")
  @Requires(Power.SEE_GRIEVANCES)
  Answer file(@PathVariable UUID id, @PathVariable UUID file) {
    return transactions.write(() -> {
      var opened = evidence.look(reach.find(id).id(), file).orElseThrow(GrievancesInReach::notFound);
      String type = opened.kept().mediaType();
      return Answer.file(opened.content(), type, switch (type) {
        case "image/jpeg" -> "picture.jpg";
        case "image/png" -> "picture.png";
        default -> "letter.pdf";
      });
    });
  }
}
