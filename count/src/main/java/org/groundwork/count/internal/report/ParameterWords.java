// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parameter of a rule means, in a sentence for whoever reads a report. */
public final class ParameterWords {
  private ParameterWords() {}

  /** The sentence; empty for a parameter that nobody has put into words. */
  public static Optional<String> of(String name, String value) {
    return Optional.ofNullable(switch (name + " " + value) {
      case "several end" -> "Several candidates on one rank end a paper.";
      case "several pass" -> "A rank with several candidates is passed over.";
      case "several end-if-several-continue" ->
        "A rank with several candidates counts for the only one of them who is still in; with two of them the paper ends.";
      case "several share" -> "Several candidates on one rank share the paper.";
      case "skips 0" -> "A skipped rank ends a paper.";
      case "skips any" -> "Skipped ranks are passed over.";
      case "ends-at-repeat yes" -> "A candidate marked again ends a paper.";
      case "ends-at-repeat no" -> "A candidate marked again is passed over.";
      case "ties last-difference" ->
        "Equal votes are told apart by the last round before at which they differed, then by lot.";
      case "ties first-difference" -> "Equal votes are told apart by the first time they differed, then by lot.";
      case "ties lot" -> "Equal votes are told apart by lot.";
      case "bulk yes" -> "All go out together who cannot come level with the next above them.";
      case "bulk no" -> "One after the other goes out.";
      case "to-the-end yes" -> "It goes on until two are left, also when somebody is elected before.";
      case "to-the-end no" -> "It ends when somebody is elected.";
      case "fixed yes" -> "More than half means of the first round, throughout.";
      case "fixed no" -> "More than half means of the papers that still count.";
      default -> transferable(name, value);
    });
  }

  private static @Nullable String transferable(String name, String value) {
    return switch (name + " " + value) {
      case "quota droop" -> "The quota is the papers divided by seats and one, the fraction dropped, and one more.";
      case "quota droop-exact" -> "The quota is the papers divided by seats and one, with decimals, and one unit more.";
      case "quota hare" -> "The quota is the papers divided by the seats, rounded up.";
      case "rounding once" -> "The value of a paper that moves on is cut once.";
      case "rounding each-step" -> "The value of a paper that moves on is cut after multiplying and after dividing.";
      case "rounding fraction-first" ->
        "The share of a surplus in the votes is cut before papers are multiplied by it.";
      case "surplus largest-first" -> "The largest surplus moves first.";
      case "surplus together" -> "The surpluses of a round move together in the next.";
      case "surplus when-it-matters" -> "Surpluses wait while all of them could not change who goes out.";
      case "elects all-at-once" -> "All who reach the quota are elected at once.";
      case "elects one-a-stage" -> "One a round is elected, whoever has the most; papers still come to the others.";
      case "last-seats before-transfer" -> "It ends at once when as many are left as there are seats.";
      case "last-seats after-transfer" -> "The last seats are filled when the papers of whoever went out have moved.";
      case "text new-zealand" -> "The steps are those of New Zealand’s regulations.";
      case "text reference" ->
        "The steps are those of the reference rule of the Proportional Representation Foundation.";
      default -> number(name, value);
    };
  }

  private static @Nullable String number(String name, String value) {
    return switch (name) {
      case "skips" -> "More than " + value + " skipped "
          + (value.equals("1") ? "rank in a row ends" : "ranks in a row end") + " a paper.";
      case "decimals" -> "A vote has " + value + " decimal" + (value.equals("1") ? "." : "s.");
      case "close" -> "A surplus of fewer than " + value + " units of the last decimal is none.";
      case "grades" -> value.equals("0")
          ? "There are as many grades as the longest paper has ranks, and the worst."
          : "There are " + value + " grades.";
      default -> null;
    };
  }
}
