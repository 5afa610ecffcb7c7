// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.pledge.AskedStep;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.FollowUps;
import org.groundwork.pledge.StandBy;
import org.groundwork.pledge.Standing;

/**
 * The call of a rung, for those who run its campaign: how many are in, what it takes, who said what, and whom to tell.
 *
 * @param title of the fight
 * @param text what is asked
 * @param call absent while nobody has been asked and nothing was set
 * @param answers steward by steward
 * @param round who is in and asked once more; absent unless the call is being confirmed
 * @param toTell whoever had answered and is to be told what became of it
 * @param form how the call is held
 * @param meanwhile whether somebody changed it meanwhile
 */
public record CallPage(String title, String text, AskedStep step, Optional<Call> call, Standing standing,
    List<OfSteward> answers, Optional<StandBy.Round> round, List<Tell> toTell, RuleForm form, FormErrors errors,
    boolean meanwhile, ZoneId zone)
    implements
      View {
  public CallPage {
    answers = List.copyOf(answers);
    toTell = List.copyOf(toTell);
  }

  /** The answers of one steward's people; without one they are uncovered. */
  public record OfSteward(Optional<String> steward, List<Line> people) {
    public OfSteward { people = List.copyOf(people); }
  }

  /**
   * What somebody answered.
   *
   * @param in whether the condition holds now
   */
  public record Line(UUID person, String name, String door, Reply reply, OptionalInt atLeast, boolean in) {}

  /** Somebody to be told, or told. */
  public record Tell(UUID person, String name, Optional<String> steward, Optional<FollowUps.Said> said) {}

  /** What somebody said when they were asked once more; absent also for whoever is not in. */
  public Optional<StandBy.Says> says(UUID person) {
    return round.flatMap(now -> now.in()
        .stream()
        .filter(one -> one.person().equals(person))
        .findFirst()
        .flatMap(StandBy.In::says));
  }

  /** Whether somebody may still be asked once more. */
  public boolean toAskAgain(Line line) {
    return line.in() && round.isPresent();
  }

  /** Where the call stands, as the end of a message key. */
  public String state() {
    return call.map(Call::key).orElse("open");
  }

  /** Whether kind, rule and last day may be chosen. */
  public boolean maySet() {
    return step.now() && (call.isEmpty() || call.get() instanceof Call.Open);
  }

  /** Whether it may be asked anew. */
  public boolean mayAgain() {
    return step.now() && call.filter(Call.FollowedUp.class::isInstance).isPresent();
  }

  /** The parts that do not have their share yet, as told to those who may not see their count. */
  public List<String> weakParts() {
    var weak = new java.util.ArrayList<String>();
    for (int part = 0; part < standing.parts().size(); part++) {
      if (!standing.solved().floors().get(part)) {
        weak.addAll(standing.parts().get(part).parts());
      }
    }
    return weak;
  }
}
