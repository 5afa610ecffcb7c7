// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.List;
import java.util.Optional;

/**
 * A stage of a count: what was done, and how everybody stands after it.
 *
 * @param number counts from one
 * @param standings of every candidate, in the order of their numbers
 * @param needed how many votes elect at this stage, where the rule has such a number
 * @param exhausted votes that belong to nobody any more, because their papers say nothing more
 * @param lost votes that fell below the last decimal, in all so far
 * @param transfers which votes moved in this stage
 * @param elected in the order of their election, at the end of this stage
 * @param excluded in this stage
 * @param ties what was equal and how it was decided
 */
public record Round(int number, Event event, List<Standing> standings, Optional<Votes> needed, Votes exhausted,
    Votes lost,
    List<Transfer> transfers, List<Integer> elected, List<Integer> excluded, List<Tie> ties) {
  public Round {
    standings = List.copyOf(standings);
    transfers = List.copyOf(transfers);
    elected = List.copyOf(elected);
    excluded = List.copyOf(excluded);
    ties = List.copyOf(ties);
  }

  /** How a candidate stands after the stage. */
  public record Standing(int candidate, Votes votes, Status status) {}

  /** What a candidate is. */
  public enum Status {
    /** Neither elected nor out. */
    CONTINUING,
    ELECTED,
    EXCLUDED,
    /** Before the count. */
    WITHDRAWN
  }

  /**
   * Votes that moved.
   *
   * @param from whose they were; 0 for papers that are counted for the first time
   * @param to whose they are now; 0 for nobody's: the papers name nobody else who continues
   * @param papers how many moved
   * @param value of each of them now
   * @param votes what they add there
   */
  public record Transfer(int from, int to, long papers, Votes value, Votes votes) {}

  /**
   * Equal votes that had to be told apart.
   *
   * @param tied ascending
   * @param purpose what for
   * @param stage the stage at which they differed; empty if it fell to the lot
   * @param order the one taken first, first
   */
  public record Tie(List<Integer> tied, Purpose purpose, Optional<Integer> stage, List<Integer> order) {
    public Tie {
      tied = List.copyOf(tied);
      order = List.copyOf(order);
    }
  }

  /** What equal votes had to be told apart for. */
  public enum Purpose {
    /** Whose surplus moves first. */
    SURPLUS,
    /** Who goes out. */
    EXCLUSION,
    /** Who meets again in a second round. */
    SECOND_ROUND,
    /** Who is elected. */
    ELECTION
  }

  /** What a stage did. */
  public sealed interface Event {
    /** Counts first choices. */
    record First() implements Event {}

    /**
     * Moves a surplus.
     *
     * @param candidates whose; several where the rule moves all at once
     * @param surplus how many votes above what was needed, of all of them
     */
    record Surplus(List<Integer> candidates, Votes surplus) implements Event {}

    /**
     * Excludes those who are lowest and moves their papers on.
     *
     * @param together whether they could not come level with the next above them even together
     */
    record Exclusion(List<Integer> candidates, boolean together) implements Event {}

    /** Counts each paper for whichever of two candidates it puts higher. */
    record SecondRound(List<Integer> candidates) implements Event {}

    /**
     * Compares everybody with everybody. Rows and columns are candidates in the order of their numbers.
     *
     * @param preferring how many papers put the candidate of the row above that of the column
     * @param paths the strength of the strongest path from the row to the column
     */
    record Pairs(List<List<Long>> preferring, List<List<Long>> paths) implements Event {}

    /**
     * Compares medians.
     *
     * @param counts for each candidate in the order of the numbers, how many papers give each grade, the best first
     * @param medians for each candidate the median grade, 1 the best
     */
    record Grades(List<List<Long>> counts, List<Integer> medians) implements Event {}

    /**
     * Lets the elected keep of each paper what keeps them at the quota, until it holds for all at once.
     *
     * @param excluded who goes out first; empty where the last stage left a surplus to be moved
     * @param keep for each candidate in the order of the numbers, which part of a paper stays; 1 for whoever continues
     * @param repeats how often the papers were gone through
     */
    record Kept(List<Integer> excluded, List<Votes> keep, int repeats) implements Event {}
  }
}
