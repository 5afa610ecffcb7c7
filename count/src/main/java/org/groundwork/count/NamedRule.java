// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.count.Marks.Several;
import org.groundwork.count.Rule.Elects;
import org.groundwork.count.Rule.LastSeats;
import org.groundwork.count.Rule.Quota;
import org.groundwork.count.Rule.Rounding;
import org.groundwork.count.Rule.Surplus;
import org.groundwork.count.Rule.Text;
import org.groundwork.count.Rule.Ties;

/** The rules by the names people call them, with the parameters that their texts prescribe or that are usual. */
public enum NamedRule {
  PLURALITY("the most first choices", new Rule.Plurality(new Marks(Several.END, 0, false))),
  RUNOFF("a majority, or the higher of the first two", new Rule.RunOff(Marks.USUAL)),
  APPROVAL("the most papers that mark a candidate", new Rule.Approval()),
  MAJORITY_JUDGEMENT("the best median grade", new Rule.MajorityJudgement(0)),
  IRV("instant run-off", new Rule.InstantRunOff(Marks.USUAL, Ties.LAST_DIFFERENCE, false, false, false)),
  SCHULZE("Schulze's method", new Rule.Schulze()),
  /** The Scottish Local Government Elections Order 2007, schedule 1, rules 45 to 51. */
  SCOTTISH("single transferable vote, Scottish Local Government Elections Order 2007", new Rule.Gregory(
      new Marks(Several.END, 0, false), Quota.DROOP, 5, Rounding.ONCE, Surplus.LARGEST_FIRST, false,
      Elects.ALL_AT_ONCE, LastSeats.BEFORE_TRANSFER, Ties.LAST_DIFFERENCE)),
  /** The reference rule of the Proportional Representation Foundation, without its optional defeat of several at once. */
  WIG("single transferable vote, weighted inclusive Gregory", new Rule.Gregory(Marks.USUAL, Quota.DROOP_EXACT, 4,
      Rounding.EACH_STEP, Surplus.LARGEST_FIRST, false, Elects.ALL_AT_ONCE, LastSeats.BEFORE_TRANSFER, Ties.LOT)),
  /** New Zealand's Local Electoral Regulations 2001, schedule 1A, with lots in place of its pseudo-random numbers. */
  MEEK("single transferable vote, Meek", new Rule.Meek(new Marks(Several.SHARE, Marks.ANY, false), 9, 100_000,
      Text.NEW_ZEALAND, Ties.FIRST_DIFFERENCE));

  private final String words;
  @SuppressWarnings("ImmutableEnumChecker") // records of numbers and enums, which the annotation would only say
  private final Rule rule;

  NamedRule(String words, Rule rule) {
    this.words = words;
    this.rule = rule;
  }

  /** As the command takes it, as in {@code majority-judgement}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As a report says it. */
  public String words() { return words; }

  /** What it stands for. */
  public Rule rule() { return rule; }

  /** The rule of a label. */
  public static Optional<NamedRule> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
