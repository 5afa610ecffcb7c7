// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;

/** That a steward asks for people, for the organisers of the place; and that there will be none, for the steward. */
final class WishSteps {
  private static final int URGENT = 97;
  private static final int PLANNED = 74;
  private static final int DECLINED = 73;
  private final Wishes wishes;

  WishSteps(Wishes wishes) { this.wishes = wishes; }

  /** The most urgent wish at a place that somebody organises. */
  Optional<NextStep.Step> wished(Caller.Actor actor) {
    return actor.may(Power.ORGANISE)
        ? wishes.mostUrgent(actor)
            .map(wish -> step(wish.urgency() == Reinforcement.Urgency.PLANNED ? PLANNED : URGENT, "wish.step", wish))
        : Optional.empty();
  }

  /** One's own wish that was declined, until its time is over. */
  Optional<NextStep.Step> declined(Caller.Actor actor) {
    return actor.may(Power.TALK)
        ? wishes.declined(actor.person()).map(wish -> step(DECLINED, "wish.step.declined", wish))
        : Optional.empty();
  }

  private static NextStep.Step step(int urgency, String key, Wishes.Told wish) {
    return new NextStep.Step(urgency, key, key + ".detail", List.of(wish.starts()),
        "reinforcements/wishes/" + wish.id(),
        "wish.step.action");
  }
}
