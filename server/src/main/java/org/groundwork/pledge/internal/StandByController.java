// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.pledge.StandBy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a steward asks once more in the 48 hours in which a call is confirmed. */
@Controller
class StandByController {
  private final Transactions transactions;
  private final PledgeDesk desk;
  private final StandBy standBy;
  private final Locals locals;
  private final Audit audit;

  StandByController(Transactions transactions, PledgeDesk desk, StandBy standBy, Locals locals, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.standBy = standBy;
    this.locals = locals;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/my-people/stand-by")
  @Requires(Power.TALK)
  Answer whom() {
    return transactions.write(() -> {
      audit.record("my-people-seen", new SubjectRef("person", Callers.actor().person()), "");
      var calls = standBy.of(Callers.actor()).stream().map(this::of).toList();
      return Answer.show(new StandByPage(calls, locals.profile().zone()));
    });
  }

  private StandByPage.Of of(StandBy.Round round) {
    var names = desk.names(round.in().stream().map(StandBy.In::person).toList());
    var doors = desk.doors(round.step().site());
    return new StandByPage.Of(round.step().id(), round.step().site(), desk.calls().text(round.step()), round.until(),
        round.in()
            .stream()
            .filter(one -> names.containsKey(one.person()))
            .map(one -> new StandByPage.Somebody(one.person(), names.getOrDefault(one.person(), ""),
                doors.getOrDefault(one.person(), ""), one.says()))
            .toList());
  }

  @PostMapping("/l/{local}/my-people/stand-by")
  @Requires(Power.TALK)
  Answer said(@RequestParam UUID step, @RequestParam UUID person, @RequestParam(defaultValue = "") String says) {
    return transactions.write(() -> {
      var chosen = StandBy.Says.of(says).orElseThrow(PledgeDesk::notFound);
      boolean mine = desk.stewards()
          .of(Callers.actor().person())
          .stream()
          .anyMatch(one -> one.person().equals(person) && Callers.actor().may(Power.TALK, one.site())
              && desk.calls().step(step).filter(asked -> asked.site().equals(one.site())).isPresent());
      if (!mine) {
        throw PledgeDesk.notFound();
      }
      if (!standBy.says(step, person, chosen)) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(PledgeDesk.in("my-people/stand-by"));
    });
  }
}
