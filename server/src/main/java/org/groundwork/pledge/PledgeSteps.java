// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;

/** What comes next with pledges, for stewards and organisers. Asked in a reading transaction. */
final class PledgeSteps {
  private static final int TELL = 72;
  private static final int CONFIRM = 74;
  private static final int COUNT = 48;
  /** So many calls are looked at. */
  private static final int MOST = 20;
  private final Calls calls;
  private final FollowUps followUps;
  private final StandBy standBy;
  private final OwnPledgers own;

  PledgeSteps(Calls calls, FollowUps followUps, StandBy standBy, OwnPledgers own) {
    this.standBy = standBy;
    this.calls = calls;
    this.followUps = followUps;
    this.own = own;
  }

  /** A steward's own people who wait to hear what became of a call. */
  Optional<NextStep.Step> toTell(Caller.Actor actor) {
    if (!actor.may(Power.TALK)) {
      return Optional.empty();
    }
    long waiting = own.waiting(actor).stream().map(FollowUps.Line::person).distinct().count();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new NextStep.Step(TELL, "pledge.step.tell", "pledge.step.tell.detail", List.of(waiting),
            "my-people/to-tell", "pledge.step.tell.action"));
  }

  /** A steward's own people who are in and have not been asked once more. */
  Optional<NextStep.Step> toAskAgain(Caller.Actor actor) {
    if (!actor.may(Power.TALK)) {
      return Optional.empty();
    }
    long waiting = standBy.of(actor)
        .stream()
        .flatMap(round -> round.in().stream())
        .filter(StandBy.In::waits)
        .map(StandBy.In::person)
        .distinct()
        .count();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new NextStep.Step(CONFIRM + 1, "pledge.step.once-more", "pledge.step.once-more.detail",
            List.of(waiting), "my-people/stand-by", "pledge.step.once-more.action"));
  }

  /** The call of a campaign that the reader runs: to confirm, to tell people, or simply how many are in. */
  Optional<NextStep.Step> running(Caller.Actor actor) {
    if (!actor.may(Power.RUN_CAMPAIGNS)) {
      return Optional.empty();
    }
    return calls.goingOn()
        .stream()
        .flatMap(step -> calls.step(step).stream())
        .filter(step -> step.linked() ? actor.may(Power.RUN_CAMPAIGNS, step.site()) : Runners.wholeLocal(actor))
        .limit(MOST)
        .flatMap(this::next)
        .max(Comparator.comparingInt(NextStep.Step::urgency));
  }

  private Stream<NextStep.Step> next(AskedStep step) {
    var call = calls.of(step.id()).orElseThrow();
    int waiting = followUps.waiting(step.id());
    if (waiting > 0) {
      return Stream.of(step(TELL - 1, "pledge.step.told", List.of(waiting, calls.text(step)), step));
    }
    return calls.standing(step).stream().flatMap(standing -> {
      var solved = standing.solved();
      if (call instanceof Call.Met) {
        return Stream.of(step(CONFIRM, "pledge.step.confirm", List.of(solved.in(), calls.text(step)), step));
      }
      return solved.needed().isPresent() && call.asks() && standing.answered() > 0
          ? Stream
              .of(step(COUNT, "pledge.step.count",
                  List.of(standing.pledged(), solved.needed().getAsInt(), calls.text(step)),
                  step))
          : Stream.empty();
    });
  }

  private static NextStep.Step step(int urgency, String key, List<Object> arguments, AskedStep step) {
    return new NextStep.Step(urgency, key, key + ".detail", arguments, PledgedCounts.path(step), key + ".action");
  }
}
