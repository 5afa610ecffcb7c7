// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;

/** Asks members whether they can be called, until they have said yes or no. */
final class ReadyStep implements NextStep {
  private static final int SOME_TIME = 15;
  private final ReadyList ready;

  ReadyStep(ReadyList ready) { this.ready = ready; }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    return actor.may(Power.TALK) || !ready.whoOf(List.of(actor.person())).isEmpty() || ready.saidNo(actor.person())
        ? Optional.empty()
        : Optional.of(new Step(SOME_TIME, "ready.step", "ready.step.detail", List.of(), "ready", "ready.step.action"));
  }
}
