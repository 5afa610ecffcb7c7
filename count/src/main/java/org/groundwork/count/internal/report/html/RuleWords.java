// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import org.groundwork.count.Rule;

/** How a rule counts, in a few sentences. */
final class RuleWords {
  private RuleWords() {}

  static String of(Rule rule) {
    return switch (rule) {
      case Rule.Plurality _ -> "Each paper counts for its first choice. Whoever has the most is elected.";
      case Rule.RunOff _ ->
        "Each paper counts for its first choice. Whoever has more than half is elected; if nobody has, the first two "
            + "meet again, and each paper counts for whichever of them it puts higher.";
      case Rule.Approval _ -> "Each paper counts for everybody it marks. Whoever is on the most papers is elected.";
      case Rule.MajorityJudgement _ ->
        "Each paper gives everybody a grade, 1 the best; whoever is not marked gets the worst. All grades of a candidate "
            + "are put in order, and the one in the middle, the median, counts. Equal medians are told apart by taking "
            + "one median grade after the other away from both.";
      case Rule.InstantRunOff _ ->
        "Each paper counts for its first choice. While nobody has more than half of the papers that still count, "
            + "whoever has the fewest goes out, and their papers move to the next choice who is still in.";
      case Rule.Schulze _ ->
        "Each two candidates are compared: how many papers put the one above the other. A path leads from one to another "
            + "over such wins and is as strong as the weakest of them. Whoever has the stronger path to the other is ahead.";
      case Rule.Gregory gregory ->
        "Each paper counts for its first choice. Whoever reaches the quota is elected; what they have above it moves to "
            + "the next choices, all their papers at a reduced value of " + gregory.decimals()
            + " decimals. When no surplus is left, whoever has the fewest goes out, and their papers move on at the value "
            + "they have. It ends when all seats are filled.";
      case Rule.Meek meek ->
        "Each paper counts for its first choice. Whoever reaches the quota is elected and keeps of each paper only the part "
            + "that is needed to stay there, to " + meek.decimals()
            + " decimals; the rest moves to the next choice. Whoever has the fewest goes out, and the papers are counted as "
            + "if they had never stood. The quota falls when papers name nobody else.";
    };
  }
}
