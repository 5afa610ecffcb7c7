// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** Petty cash that one person counted and that waits for a second. */
final class WaitingCounts {
  private static final int URGENCY = 56;
  private final PettyCash petty;

  WaitingCounts(PettyCash petty) { this.petty = petty; }

  private List<PettyFloat> of(Caller.Actor reader) {
    boolean officer = reader.mayEverywhere(Power.APPROVE_MONEY);
    return petty.open()
        .stream()
        .filter(each -> officer || each.isOf(reader.person()))
        .filter(each -> each.count().filter(count -> !count.by().equals(reader.person())).isPresent())
        .toList();
  }

  Optional<MoneyDoor.Waiting> said(Caller.Actor reader) {
    int count = of(reader).size();
    return count == 0 ? Optional.empty() : Optional.of(new MoneyDoor.Waiting("petty.door.waiting", List.of(count)));
  }

  Optional<NextStep.Step> next(Caller.Actor reader) {
    return of(reader).stream()
        .findFirst()
        .map(each -> new NextStep.Step(URGENCY, "petty.step", "petty.step.detail", List.of(),
            "spending/petty-cash/" + each.id(), "petty.step.action"));
  }
}
