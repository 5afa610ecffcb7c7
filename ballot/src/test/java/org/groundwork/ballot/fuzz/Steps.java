// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundwork.ballot.made.Story;

/**
 * The steps of a record as lines that a fuzzer can change: a letter and texts with tabs between them. Written down again, every
 * hash is right, which no change of a record's bytes would leave so.
 */
final class Steps {
  private static final long SECONDS = 1_795_456_939L;
  /** More steps take longer and say nothing new. */
  private static final int MOST = 12;
  private static final String TAB = "\t";

  private Steps() {}

  static Story story(byte[] bytes) {
    var steps = new ArrayList<Story.Step>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", MOST + 1)) {
      if (!line.isEmpty() && steps.size() < MOST) {
        steps.add(step(line.charAt(0), (line.substring(1) + "\t\t\t").split(TAB, -1)));
      }
    }
    return new Story(SECONDS, steps);
  }

  private static Story.Step step(char kind, String[] texts) {
    return switch (kind) {
      case 'S' -> new Story.Setup(texts[0], texts[1], texts[2]);
      case 'E' -> new Story.EndBallots();
      case 'T' -> new Story.Tallied(number(texts[0]), texts[1], texts[2]);
      case 'H' -> new Story.Shuffled(number(texts[0]), texts[1]);
      case 'F' -> new Story.EndShuffles();
      case 'P' -> new Story.Part(number(texts[0]), texts[1]);
      case 'R' -> new Story.Result(texts[0]);
      default -> new Story.Ballot(texts[0]);
    };
  }

  private static int number(String text) { return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0; }

  static byte[] lines(Story story) {
    return story.steps()
        .stream()
        .map(Steps::line)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Story.Step step) {
    return switch (step) {
      case Story.Setup setup ->
        "S" + String.join(TAB, List.of(setup.election(), setup.trustees(), setup.credentials()));
      case Story.Ballot ballot -> "B" + ballot.text();
      case Story.EndBallots _ -> "E";
      case Story.Tallied tallied -> "T" + tallied.ballots() + TAB + tallied.weight() + TAB + tallied.tally();
      case Story.Shuffled shuffled -> "H" + shuffled.owner() + TAB + shuffled.text();
      case Story.EndShuffles _ -> "F";
      case Story.Part part -> "P" + part.owner() + TAB + part.text();
      case Story.Result result -> "R" + result.text();
    };
  }
}
