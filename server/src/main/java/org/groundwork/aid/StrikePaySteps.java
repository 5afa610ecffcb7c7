// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;

/** What somebody has to do about strike pay: to be the second person, or to pay what a further person released. */
final class StrikePaySteps {
  private static final int SOON = 78;
  private final StrikeRuleChanges changes;
  private final StrikeReleases releases;

  StrikePaySteps(StrikeRuleChanges changes, StrikeReleases releases) {
    this.changes = changes;
    this.releases = releases;
  }

  /** What somebody else proposed for a day and the reader can say yes to. */
  Optional<NextStep.Step> second(Caller.Actor actor) {
    boolean seconds = actor.mayEverywhere(Power.APPROVE_MONEY) || actor.mayEverywhere(Power.GIVE_AID);
    return seconds
        ? changes.proposed()
            .stream()
            .filter(each -> !each.by(actor.person()))
            .findFirst()
            .map(each -> new NextStep.Step(SOON, "strike-pay.step.rule", "strike-pay.step.rule.detail", List.of(),
                "aid/strikes/" + each.rule().step() + "#proposed", "strike-pay.step.action"))
        : Optional.empty();
  }

  /** Strike pay above the limit that somebody else asked for and the reader can release. */
  Optional<NextStep.Step> release(Caller.Actor actor) {
    return actor.mayEverywhere(Power.APPROVE_MONEY)
        ? releases.waiting()
            .stream()
            .filter(each -> !each.released() && !each.by(actor.person()))
            .findFirst()
            .map(each -> new NextStep.Step(SOON, "strike-pay.step.release", "strike-pay.step.release.detail",
                List.of(each.people()), "aid/strikes/" + each.step() + "#release", "strike-pay.step.action"))
        : Optional.empty();
  }

  /** What was released and the reader can pay. */
  Optional<NextStep.Step> pay(Caller.Actor actor) {
    return actor.mayEverywhere(Power.KEEP_MONEY)
        ? releases.waiting()
            .stream()
            .filter(each -> each.released() && each.releasedBy().filter(actor.person()::equals).isEmpty())
            .findFirst()
            .map(each -> new NextStep.Step(SOON, "strike-pay.step.pay", "strike-pay.step.pay.detail",
                List.of(each.people()), "aid/strikes/" + each.step() + "/due?until=" + each.until(),
                "strike-pay.step.pay.action"))
        : Optional.empty();
  }
}
