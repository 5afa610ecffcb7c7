// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.Dossiers;
import org.groundwork.target.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The printed sheet "who is behind it". It leaves the house, so those hand it out who decide what stands on it. */
@Controller
class DossierController {
  private final Transactions transactions;
  private final Networks networks;
  private final Dossiers dossiers;
  private final Locals locals;
  private final Audit audit;
  private final Clock clock;

  DossierController(Transactions transactions, Networks networks, Dossiers dossiers, Locals locals, Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.networks = networks;
    this.dossiers = dossiers;
    this.locals = locals;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/networks/dossier")
  @Requires(Power.RESEARCH)
  Answer dossier(@RequestParam(defaultValue = "") String network) {
    NetworkController.wholeLocal();
    return transactions.write(() -> {
      var face = networks.face(network).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      var confirmed = dossiers.confirmed(network);
      audit.record("dossier-seen", new SubjectRef("local", Callers.actor().local().value()),
          confirmed.stream().mapToInt(group -> group.reasons().size()).sum() + " links");
      return Answer.show(new DossierPage(face, confirmed, dossiers.changed(network),
          LocalDate.now(clock.withZone(locals.profile().zone()))));
    });
  }
}
