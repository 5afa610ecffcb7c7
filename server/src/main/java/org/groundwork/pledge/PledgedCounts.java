// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Pledged;

/** Tells a campaign how many said that they will do what a rung asks. */
final class PledgedCounts implements Pledged {
  private final Calls calls;

  PledgedCounts(Calls calls) { this.calls = calls; }

  @Override
  public Optional<Count> of(UUID step) {
    return calls.step(step)
        .flatMap(asked -> calls.standing(asked)
            .map(standing -> new Count(standing.pledged(), standing.solved().needed(), path(asked))));
  }

  /** The page with the rows behind the count. */
  static String path(AskedStep step) {
    return "campaigns/" + step.campaign() + "/steps/" + step.id() + "/pledges";
  }

  @Override
  public boolean answered(UUID step) { return !calls.answers(step).isEmpty(); }
}
