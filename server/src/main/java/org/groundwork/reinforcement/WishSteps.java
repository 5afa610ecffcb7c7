// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
  private final ReinforcementPost.Post post;
  private final Clock clock;

  WishSteps(Wishes wishes, ReinforcementPost.Post post, Clock clock) {
    this.wishes = wishes;
    this.post = post;
    this.clock = clock;
  }

  /** The most urgent wish at a place that somebody organises. */
  Optional<NextStep.Step> wished(Caller.Actor actor) {
    return actor.may(Power.ORGANISE)
        ? wishes.open()
            .stream()
            .filter(wish -> actor.may(Power.ORGANISE, wish.site()) && !wish.by().equals(actor.person()))
            .findFirst()
            .map(wish -> step(wish.urgency() == Reinforcement.Urgency.PLANNED ? PLANNED : URGENT, "wish.step", wish,
                actor))
        : Optional.empty();
  }

  /** One's own wish that was declined, until its time is over. */
  Optional<NextStep.Step> declined(Caller.Actor actor) {
    return actor.may(Power.TALK)
        ? wishes.of(actor.person())
            .stream()
            .filter(wish -> wish.state() == Wish.State.DECLINED && clock.instant().isBefore(wish.when().ends()))
            .findFirst()
            .map(wish -> step(DECLINED, "wish.step.declined", wish, actor))
        : Optional.empty();
  }

  private NextStep.Step step(int urgency, String key, Wish wish, Caller.Actor actor) {
    String when = wish.when()
        .starts()
        .atZone(wish.when().zone())
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(post.languageOf(actor.person())));
    return new NextStep.Step(urgency, key, key + ".detail", List.of(when), "reinforcements/wishes/" + wish.id(),
        "wish.step.action");
  }
}
