// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groundwork.count.Ballots;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Outcome;
import org.groundwork.count.Outcome.Papers;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Rule;
import org.groundwork.count.Rule.Ties;

/**
 * Majority judgement. Equal medians are told apart by taking one median grade after the other away from both and looking at
 * the next; what that gives is the order of the grades outwards from the middle, which is compared here run by run.
 */
public final class MajorityJudgementCount {
  private final Election election;
  private final Standing standing;
  private final TieBreaks ties;
  private final Papers papers;
  /** For each candidate how many papers give each grade, the best first; index 0 is nobody. */
  private final long[][] counts;

  private MajorityJudgementCount(Election election, Rule.MajorityJudgement rule, Lots lots) {
    this.election = election;
    papers = papers();
    standing = new Standing(election, 0, 0);
    ties = new TieBreaks(Ties.LOT, lots, standing);
    counts = new long[election.candidates().size() + 1][rule.grades() == 0 ? longest() + 1 : rule.grades()];
  }

  /** Counts. */
  public static Outcome of(Election election, Rule.MajorityJudgement rule, Lots lots) {
    var count = new MajorityJudgementCount(election, rule, lots);
    count.run();
    return new Outcome(election, rule, lots, count.papers, count.standing.elected(), count.standing.rounds());
  }

  private Papers papers() {
    var ballots = election.ballots();
    long blank = 0;
    long spoilt = 0;
    for (int line = 0; line < ballots.size(); line++) {
      boolean marked = false;
      boolean known = false;
      for (int at = ballots.start(line); at < ballots.start(line + 1); at++) {
        marked |= ballots.mark(at) != 0;
        known |= gives(Math.abs(ballots.mark(at)));
      }
      blank += marked ? 0 : ballots.weight(line);
      spoilt += marked && !known ? ballots.weight(line) : 0;
    }
    return new Papers(ballots.papers(), ballots.papers() - blank - spoilt, blank, spoilt, 0);
  }

  /** Whether a mark gives somebody a grade. */
  private static boolean gives(int candidate) {
    return candidate != 0 && candidate != Ballots.UNKNOWN_OVERVOTE;
  }

  private int longest() {
    var ballots = election.ballots();
    int longest = 1;
    for (int line = 0; line < ballots.size(); line++) {
      int ranks = 0;
      for (int at = ballots.start(line); at < ballots.start(line + 1); at++) {
        ranks += ballots.mark(at) >= 0 ? 1 : 0;
      }
      longest = Math.max(longest, ranks);
    }
    return longest;
  }

  private void run() {
    grade();
    var order = new ArrayList<>(standing.continuing());
    order.sort((one, other) -> {
      int better = compare(counts[one], counts[other]);
      return better != 0 ? better : Integer.compare(one, other);
    });
    for (int candidate : order) {
      long[] grades = counts[candidate];
      standing.credit(candidate, Arrays.stream(grades, 0, median(grades) + 1).sum());
    }
    order.retainAll(standing.eligible());
    if (papers.valid() > 0 || order.size() <= election.seats()) {
      elect(order);
    }
    standing.stage(new Event.Grades(
        Arrays.stream(counts).skip(1).map(each -> Arrays.stream(each).boxed().toList()).toList(),
        Arrays.stream(counts).skip(1).map(each -> median(each) + 1).toList()), Optional.empty(), List.of());
  }

  private void elect(List<Integer> order) {
    int at = 0;
    while (at < order.size() && standing.elected().size() < election.seats()) {
      int end = at + 1;
      while (end < order.size() && compare(counts[order.get(at)], counts[order.get(end)]) == 0) {
        end++;
      }
      ties.elect(order.subList(at, end), election.seats() - standing.elected().size());
      at = end;
    }
  }

  private void grade() {
    var ballots = election.ballots();
    var seen = new int[counts.length];
    int worst = counts[0].length - 1;
    for (int line = 0; line < ballots.size(); line++) {
      int rank = -1;
      boolean marked = false;
      for (int at = ballots.start(line); at < ballots.start(line + 1); at++) {
        int candidate = Math.abs(ballots.mark(at));
        rank += ballots.mark(at) >= 0 ? 1 : 0;
        marked |= gives(candidate);
        if (gives(candidate) && seen[candidate] != line + 1) {
          seen[candidate] = line + 1;
          counts[candidate][Math.min(rank, worst)] += ballots.weight(line);
        }
      }
      for (int candidate = 1; candidate < counts.length && marked; candidate++) {
        counts[candidate][worst] += seen[candidate] == line + 1 ? 0 : ballots.weight(line);
      }
    }
  }

  /** The worse of the two in the middle where there are two; the grade's place, 0 the best. */
  private static int median(long[] grades) {
    return at(grades, Arrays.stream(grades).sum() / 2);
  }

  /** The grade of a paper when all are put in order, the best first. */
  private static int at(long[] grades, long paper) {
    long before = 0;
    for (int grade = 0; grade < grades.length; grade++) {
      before += grades[grade];
      if (paper < before) {
        return grade;
      }
    }
    return grades.length - 1;
  }

  /** Negative when the first is better. Both are grades of the same number of papers. */
  static int compare(long[] one, long[] other) {
    long papers = Arrays.stream(one).sum();
    long middle = papers / 2;
    int median = Integer.compare(at(one, middle), at(other, middle));
    if (median != 0 || papers == 0) {
      return median;
    }
    long nearer = papers % 2 == 0 ? -1 : 1;
    for (long step : steps(middle, one, other)) {
      for (long side : new long[]{nearer, -nearer}) {
        long place = middle + side * step;
        if (place >= 0 && place < papers) {
          int better = Integer.compare(at(one, place), at(other, place));
          if (better != 0) {
            return better;
          }
        }
      }
    }
    return 0;
  }

  /** How far from the middle a grade of either begins or ends: between two such steps nothing changes. */
  private static SortedSet<Long> steps(long middle, long[]... both) {
    var steps = new TreeSet<Long>();
    for (long[] grades : both) {
      long edge = 0;
      for (long papers : grades) {
        edge += papers;
        long[] around = {middle - edge + 1, middle - edge, edge - middle, edge - 1 - middle};
        Arrays.stream(around).filter(step -> step > 0).forEach(steps::add);
      }
    }
    return steps;
  }
}
