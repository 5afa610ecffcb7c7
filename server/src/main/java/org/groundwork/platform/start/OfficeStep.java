// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.springframework.stereotype.Component;

/**
 * Tells whoever holds an office, and runs no campaign beside it, what it is and where its pages are; for offices whose
 * pages are still to come, that they are.
 */
@Component
class OfficeStep implements NextStep {
  private static final int OF_OFFICE = 25;

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    if (actor.may(Power.RUN_CAMPAIGNS)) {
      return Optional.empty();
    }
    if (actor.may(Power.ADMINISTER)) {
      return Optional.of(step("administrator", "mandates"));
    }
    return actor.may(Power.RETURN_POLLS) ? Optional.of(step("returning-officer", "me")) : Optional.empty();
  }

  private static Step step(String office, String path) {
    return new Step(OF_OFFICE, "office." + office, "office." + office + ".detail", List.of(), path,
        "office." + office + ".action");
  }
}
