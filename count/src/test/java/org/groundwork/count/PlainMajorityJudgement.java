// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Majority judgement by taking one median grade after the other away until nothing is left. */
final class PlainMajorityJudgement {
  private PlainMajorityJudgement() {}

  /** The grades in the order in which they are the median, 1 the best; that of two in the middle which is worse. */
  static List<Integer> value(Election election, int candidate) {
    int ranks = IntStream.range(0, election.ballots().size())
        .map(line -> election.ballots().ranks(line).size())
        .max()
        .orElse(0);
    var grades = new ArrayList<Integer>();
    for (int line = 0; line < election.ballots().size(); line++) {
      List<List<Integer>> paper = election.ballots().ranks(line);
      int grade = IntStream.range(0, paper.size())
          .filter(rank -> paper.get(rank).contains(candidate))
          .findFirst()
          .orElse(Math.max(1, ranks)) + 1;
      for (int copy = 0; copy < election.ballots().weight(line) && marksSomebody(paper); copy++) {
        grades.add(grade);
      }
    }
    return medians(grades);
  }

  static List<Integer> medians(List<Integer> grades) {
    var left = new ArrayList<>(grades.stream().sorted().toList());
    var medians = new ArrayList<Integer>();
    while (!left.isEmpty()) {
      List<Integer> median = left.subList(left.size() / 2, left.size() / 2 + 1);
      medians.addAll(median);
      median.clear();
    }
    return medians;
  }

  /** Negative when the first is better. */
  static int compare(List<Integer> one, List<Integer> other) {
    return IntStream.range(0, one.size())
        .map(at -> Integer.compare(one.get(at), other.get(at)))
        .filter(better -> better != 0)
        .findFirst()
        .orElse(0);
  }

  private static boolean marksSomebody(List<List<Integer>> paper) {
    return paper.stream().anyMatch(rank -> !rank.isEmpty());
  }
}
