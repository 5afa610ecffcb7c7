// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.UUID;
import org.groundwork.aid.StrikeReleases;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A further officer releases strike pay that is above the limit, or it is taken back. They see how much, and never whose. */
@Controller
class StrikeReleaseController {
  private static final String AT = "/l/{local}/aid/strikes/{step}/releases/{release}";
  private final Transactions transactions;
  private final AidDesk desk;
  private final StrikePayDesk strikes;
  private final StrikeReleases releases;

  StrikeReleaseController(Transactions transactions, AidDesk desk, StrikePayDesk strikes, StrikeReleases releases) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.releases = releases;
  }

  @PostMapping(AT + "/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer yes(@PathVariable UUID step, @PathVariable UUID release,
      @RequestParam(defaultValue = "") String appropriation) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> {
      strikes.one(step);
      return at(step, switch (releases.release(step, release, AidDesk.id(appropriation), desk.today())) {
        case StrikeReleases.Released.Done _ -> "released";
        case StrikeReleases.Released.Meanwhile _ -> "meanwhile";
        case StrikeReleases.Released.AnotherPerson _ -> "another";
        case StrikeReleases.Released.NoAppropriation _ -> "appropriation";
      });
    });
  }

  @PostMapping(AT + "/drop")
  @Requires(Power.TAKE_PART)
  Answer drop(@PathVariable UUID step, @PathVariable UUID release) {
    var actor = Callers.actor();
    if (!actor.mayEverywhere(Power.APPROVE_MONEY) && !actor.mayEverywhere(Power.KEEP_MONEY)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return transactions.write(() -> {
      strikes.one(step);
      return at(step, releases.drop(step, release) ? "taken-back" : "meanwhile");
    });
  }

  private static Answer at(UUID step, String done) {
    return Answer.goTo(AidDesk.at("/strikes/" + step + "?done=" + done));
  }
}
