// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;

/** What calls ask of a person next: to look at what was put right, to confirm, to answer, to go. Never says where. */
final class ReinforcementSteps {
  private static final int CORRECTED = 99;
  private static final int CONFIRM = 98;
  private static final int ANSWER = 95;
  private static final int COMES = 91;
  private final Reinforcements calls;
  private final Answers answers;
  private final Clock clock;

  ReinforcementSteps(Reinforcements calls, Answers answers, Clock clock) {
    this.calls = calls;
    this.answers = answers;
    this.clock = clock;
  }

  /** Rapid calls that wait for a second person, who is this one. */
  Optional<NextStep.Step> toConfirm(Caller.Actor actor) {
    if (!actor.may(Power.ORGANISE)) {
      return Optional.empty();
    }
    return calls.goingOn()
        .stream()
        .filter(call -> call.waits(clock.instant()) && Runners.runs(actor, call.ties().site())
            && !call.signed().account().equals(actor.account()))
        .findFirst()
        .map(call -> step(CONFIRM, "reinforcement.step.confirm", call));
  }

  /** What this person was asked, or answered. */
  Optional<NextStep.Step> asked(Caller.Actor actor) {
    var open = answers.open(actor.person());
    var of = calls.of(open.stream().map(Asked::call).distinct().toList())
        .stream()
        .collect(toMap(Reinforcement::id, Function.identity()));
    return open.stream()
        .flatMap(asked -> Optional.ofNullable(of.get(asked.call()))
            .flatMap(call -> next(asked, call))
            .stream())
        .max(Comparator.comparingInt(NextStep.Step::urgency));
  }

  private Optional<NextStep.Step> next(Asked asked, Reinforcement call) {
    if (call.times().corrected().isPresent() && asked.knowsPlace() && !asked.seen()) {
      return Optional.of(step(CORRECTED, "reinforcement.step.corrected", call));
    }
    if (!call.live(clock.instant())) {
      return Optional.empty();
    }
    return switch (asked.state()) {
      case ASKED -> call.missing() > 0
          ? Optional.of(step(ANSWER, "reinforcement.step.asked", call))
          : Optional.empty();
      case COMING -> Optional.of(step(COMES, "reinforcement.step.comes", call));
      case WAITING, CANNOT, WITHDRAWN, HERE -> Optional.empty();
    };
  }

  private NextStep.Step step(int urgency, String key, Reinforcement call) {
    return new NextStep.Step(urgency, key, key + ".detail",
        List.of(call.told().title(), call.when().starts().atZone(call.when().zone()), call.told().area()),
        "reinforcements/" + call.id(), key + ".action");
  }
}
