// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Papers with a date: each has an owner and an alarm, and none lapses in silence. */
@Controller
class PapersController {
  private static final int MOST = 200;
  private final Transactions transactions;
  private final Grievances grievances;
  private final People people;
  private final Locals locals;
  private final Clock clock;

  PapersController(Transactions transactions, Grievances grievances, People people, Locals locals, Clock clock) {
    this.transactions = transactions;
    this.grievances = grievances;
    this.people = people;
    this.locals = locals;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/papers")
  @Requires(Power.SEE_GRIEVANCES)
  Answer list() {
    wholeLocal();
    return transactions.read(() -> {
      var today = LocalDate.now(clock.withZone(locals.profile().zone()));
      var papers = grievances.openPapers(MOST);
      var owners = people.known(papers.stream().map(Grievances.Paper::owner).distinct().toList());
      return Answer.show(new PapersPage(papers.stream().map(paper -> {
        var owner = owners.get(paper.owner());
        return new PapersPage.Row(paper.id(), paper.grievance(), paper.title(), paper.dueOn(),
            ChronoUnit.DAYS.between(today, paper.dueOn()),
            owner == null ? "" : owner.name());
      }).toList()));
    });
  }

  @PostMapping("/l/{local}/papers/{id}/answered")
  @Requires(Power.SEE_GRIEVANCES)
  Answer answered(@PathVariable("local") String handle, @PathVariable UUID id) {
    wholeLocal();
    return transactions.write(() -> {
      if (!grievances.answered(id)) {
        throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      return Answer.goTo("/l/" + handle + "/papers");
    });
  }

  private static void wholeLocal() {
    if (!(Callers.actor().reachOf(Power.SEE_GRIEVANCES).orElse(null) instanceof Reach.WholeLocal)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }
}
