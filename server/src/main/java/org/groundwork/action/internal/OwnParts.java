// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Gates;
import org.groundwork.action.MarchParts;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.springframework.stereotype.Component;

/** What somebody who runs nothing has to do at an action. */
@Component
class OwnParts {
  private final ActionDesk desk;
  private final MarchParts parts;
  private final Gates gates;

  OwnParts(ActionDesk desk, MarchParts parts, Gates gates) {
    this.desk = desk;
    this.parts = parts;
    this.gates = gates;
  }

  ActionPage.Own of(Action action) {
    UUID person = Callers.actor().person();
    var kind = desk.rung(action).map(Rung::kind);
    boolean march = kind.filter(StepKind.MARCH::equals).isPresent() && parts.takesPart(action.id(), person);
    boolean gate = kind.filter(StepKind.PICKET::equals).isPresent() && PicketDesk.around(action, desk.now())
        && gates.of(action.id()).stream().anyMatch(at -> at.keptBy(person));
    return new ActionPage.Own(march, gate);
  }
}
