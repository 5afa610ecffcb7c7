// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Marks;
import org.groundwork.count.Marks.Several;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Purpose;
import org.groundwork.count.Round.Transfer;
import org.groundwork.count.Rule;
import org.groundwork.count.Rule.Ties;
import org.groundwork.count.internal.Rankings;

/** Rules by which the most votes win: plurality, approval, majority with run-off. */
public final class MostVotes {
  private static final Marks ALL = new Marks(Several.SHARE, Marks.ANY, false);
  private final Election election;
  private final Lots lots;
  private final Rankings rankings;
  private final Standing standing;
  private final TieBreaks ties;

  /** @param one whether a paper counts for one candidate at a time */
  private MostVotes(Election election, Marks marks, boolean one, Lots lots) {
    this.election = election;
    this.lots = lots;
    rankings = Rankings.of(election, marks);
    standing = new Standing(election, 0, one ? rankings.papers().valid() : 0);
    ties = new TieBreaks(Ties.LAST_DIFFERENCE, lots, standing);
  }

  /** Each paper's first choice counts one. */
  public static Outcome plurality(Election election, Rule.Plurality rule, Lots lots) {
    var count = new MostVotes(election, rule.marks(), true, lots);
    List<Transfer> given = count.firstChoices();
    count.electMost();
    count.standing.stage(new Event.First(), Optional.empty(), given);
    return count.outcome(rule);
  }

  /** Each candidate on a paper gets one. */
  public static Outcome approval(Election election, Rule.Approval rule, Lots lots) {
    var count = new MostVotes(election, ALL, false, lots);
    List<Transfer> given = count.everybodyMarked();
    count.electMost();
    count.standing.stage(new Event.First(), Optional.empty(), given);
    return count.outcome(rule);
  }

  /** More than half, or the higher of the first two. */
  public static Outcome runOff(Election election, Rule.RunOff rule, Lots lots) {
    var count = new MostVotes(election, rule.marks(), true, lots);
    count.twoRounds();
    return count.outcome(rule);
  }

  private Outcome outcome(Rule rule) {
    return new Outcome(election, rule, lots, rankings.papers(), standing.elected(), standing.rounds());
  }

  private List<Transfer> firstChoices() {
    var papers = new long[standing.candidates() + 1];
    for (int line = 0; line < rankings.size(); line++) {
      if (rankings.end(line) > rankings.start(line)) {
        papers[rankings.choice(rankings.start(line))] += rankings.weight(line);
      }
    }
    return give(0, papers);
  }

  private List<Transfer> everybodyMarked() {
    var papers = new long[standing.candidates() + 1];
    for (int line = 0; line < rankings.size(); line++) {
      for (int at = rankings.start(line); at < rankings.end(line); at++) {
        papers[Math.abs(rankings.choice(at))] += rankings.weight(line);
      }
    }
    return give(0, papers);
  }

  private List<Transfer> give(int from, long[] papers) {
    var given = new ArrayList<Transfer>();
    for (int turn = 1; turn <= papers.length; turn++) {
      int candidate = turn % papers.length;
      if (papers[candidate] > 0) {
        standing.credit(candidate, papers[candidate]);
        given.add(
            new Transfer(from, candidate, papers[candidate], standing.votes(1), standing.votes(papers[candidate])));
      }
    }
    return given;
  }

  private void electMost() {
    if (rankings.papers().valid() == 0 && standing.eligible().size() > election.seats()) {
      return;
    }
    for (List<Integer> left = standing.eligible(); standing.elected().size() < election.seats()
        && !left.isEmpty(); left = standing.eligible()) {
      long most = left.stream().mapToLong(standing::of).max().orElseThrow();
      ties.elect(left.stream().filter(each -> standing.of(each) == most).toList(),
          election.seats() - standing.elected().size());
    }
  }

  private void twoRounds() {
    List<Transfer> given = firstChoices();
    long half = rankings.papers().valid() / 2 + 1;
    List<Integer> all = standing.eligible();
    all.stream().filter(each -> standing.of(each) >= half || all.size() == 1).forEach(standing::elect);
    if (!standing.elected().isEmpty() || rankings.papers().valid() == 0 || all.isEmpty()) {
      standing.stage(new Event.First(), Optional.of(standing.votes(half)), given);
      return;
    }
    List<Integer> two = firstTwo(all);
    standing.continuing().stream().filter(each -> !two.contains(each)).forEach(standing::exclude);
    standing.stage(new Event.First(), Optional.of(standing.votes(half)), given);
    secondRound(two.getFirst(), two.getLast());
  }

  /** Those with the most votes, by number; equal ones are told apart only where not both have a place. */
  private List<Integer> firstTwo(List<Integer> all) {
    var left = new ArrayList<>(all);
    var two = new ArrayList<Integer>();
    while (two.size() < 2) {
      long most = left.stream().mapToLong(standing::of).max().orElseThrow();
      List<Integer> equal = left.stream().filter(each -> standing.of(each) == most).toList();
      List<Integer> next = two.size() + equal.size() <= 2 ? equal : List.of(ties.most(equal, Purpose.SECOND_ROUND));
      two.addAll(next);
      left.removeAll(next);
    }
    two.sort(Integer::compare);
    return two;
  }

  private void secondRound(int one, int other) {
    var moved = new ArrayList<Transfer>();
    for (int from = 1; from <= standing.candidates(); from++) {
      if (from != one && from != other) {
        standing.clear(from);
        moved.addAll(give(from, higher(from, one, other)));
      }
    }
    int winner = ties.most(List.of(one, other), Purpose.ELECTION);
    standing.elect(winner);
    standing.exclude(winner == one ? other : one);
    standing.stage(new Event.SecondRound(List.of(one, other)), Optional.empty(), moved);
  }

  /** Papers whose first choice is one candidate, by which of two they put higher; at 0 those that name neither. */
  private long[] higher(int from, int one, int other) {
    var papers = new long[standing.candidates() + 1];
    for (int line = 0; line < rankings.size(); line++) {
      int start = rankings.start(line);
      if (rankings.end(line) > start && rankings.choice(start) == from) {
        int found = 0;
        for (int at = start + 1; at < rankings.end(line) && found == 0; at++) {
          int choice = rankings.choice(at);
          found = choice == one || choice == other ? choice : 0;
        }
        papers[found] += rankings.weight(line);
      }
    }
    return papers;
  }
}
