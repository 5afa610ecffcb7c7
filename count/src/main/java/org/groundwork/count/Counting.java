// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import org.groundwork.count.internal.rules.GregoryCount;
import org.groundwork.count.internal.rules.InstantRunOffCount;
import org.groundwork.count.internal.rules.MajorityJudgementCount;
import org.groundwork.count.internal.rules.MeekCount;
import org.groundwork.count.internal.rules.MostVotes;
import org.groundwork.count.internal.rules.SchulzeCount;

/** Counts an election by a rule. */
public final class Counting {
  private Counting() {}

  /**
   * Counts. The same election, rule and lots give the same outcome, whatever the order of the ballots.
   *
   * @param lots drawn only for what the rule cannot tell apart
   * @throws IllegalArgumentException when the rule fills one seat and there are more, or somebody's lot was drawn who is no
   *           candidate
   */
  public static Outcome count(Election election, Rule rule, Lots lots) {
    if (rule instanceof Rule.RunOff && election.seats() > 1) {
      throw new IllegalArgumentException("a run-off fills one seat, and " + election.seats() + " are to be filled");
    }
    if (lots instanceof Lots.Drawn(var order)) {
      order.forEach(election::mustHave);
    }
    return switch (rule) {
      case Rule.Gregory gregory -> GregoryCount.of(election, gregory, lots);
      case Rule.Meek meek -> MeekCount.of(election, meek, lots);
      case Rule.InstantRunOff runOff -> InstantRunOffCount.of(election, runOff, lots);
      case Rule.Plurality plurality -> MostVotes.plurality(election, plurality, lots);
      case Rule.RunOff runOff -> MostVotes.runOff(election, runOff, lots);
      case Rule.Approval approval -> MostVotes.approval(election, approval, lots);
      case Rule.MajorityJudgement judgement -> MajorityJudgementCount.of(election, judgement, lots);
      case Rule.Schulze schulze -> SchulzeCount.of(election, schulze, lots);
    };
  }
}
