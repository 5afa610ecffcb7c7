// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.ClosedAs;
import org.groundwork.grievance.Closing;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.grievance.Saved;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
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

/** Ends a grievance, and opens it again. */
@Controller
class ClosingController {
  private final Transactions transactions;
  private final GrievancesInReach reach;
  private final Closing closing;

  ClosingController(Transactions transactions, GrievancesInReach reach, Closing closing) {
    this.transactions = transactions;
    this.reach = reach;
    this.closing = closing;
  }

  @GetMapping("/l/{local}/grievances/{id}/ending")
  @Requires(Power.SEE_GRIEVANCES)
  Answer ask(@PathVariable UUID id) {
    return transactions
        .read(() -> Answer.show(page(reach.find(id), Optional.empty(), false, FormErrors.none())));
  }

  @PostMapping("/l/{local}/grievances/{id}/ending")
  @Requires(Power.SEE_GRIEVANCES)
  Answer end(@PathVariable UUID id, @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String version) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      var chosen = ClosedAs.known(as);
      if (chosen.isEmpty()) {
        var errors = new FormErrors();
        errors.refuse("as", "closing.choose");
        return Answer.again(page(grievance, chosen, false, errors));
      }
      return switch (closing.close(id, Numbers.version(version), chosen.get())) {
        case Saved.Yes _ -> Answer.goTo(at(id));
        case Saved.ChangedMeanwhile(Grievance now) -> now.closedAs().isPresent()
            ? Answer.goTo(at(id))
            : new Answer.Show(page(now, chosen, true, FormErrors.none()), 409);
      };
    });
  }

  @PostMapping("/l/{local}/grievances/{id}/reopen")
  @Requires(Power.SEE_GRIEVANCES)
  Answer reopen(@PathVariable UUID id, @RequestParam(defaultValue = "") String version) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      if (grievance.closedAs().isPresent()
          && closing.reopen(id, Numbers.version(version)) instanceof Saved.ChangedMeanwhile) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(at(id));
    });
  }

  private ClosingPage page(Grievance grievance, Optional<ClosedAs> chosen, boolean changed, FormErrors errors) {
    boolean alone = closing.reads(grievance, ClosedAs.IN_A_FIGHT) != ClosedAs.IN_A_FIGHT;
    return new ClosingPage(grievance, chosen, alone, changed, errors);
  }

  private static String at(UUID id) { return "/l/" + Callers.actor().handle() + "/grievances/" + id; }
}
