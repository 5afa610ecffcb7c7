// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

/**
 * How an election is counted: a named value with its parameters. Each cites the text it implements in
 * {@code docs/SPEC-count.md}. Whoever has to know every rule switches over this type without a default, so that a new rule
 * does not compile until all of them know it.
 */
public sealed interface Rule {
  /**
   * Each paper's first choice counts one; the most win. With several seats it is the single non-transferable vote.
   *
   * @param marks how first choices are read
   */
  record Plurality(Marks marks) implements Rule {
    /** @throws IllegalArgumentException when the marks are to be shared, as in all rules that count a paper for one */
    public Plurality {
      marks.forOneAtATime();
    }
  }

  /** One seat: more than half of the valid papers wins; else the first two meet again, each paper counting for the higher. */
  record RunOff(Marks marks) implements Rule {
    public RunOff { marks.forOneAtATime(); }
  }

  /** Everybody whom a paper marks gets one vote; the most win. */
  record Approval() implements Rule {}

  /**
   * Papers give grades; the highest median wins, ties by taking out median grades one after the other (Balinski and Laraki,
   * <i>Majority Judgment</i>, 2011, chapter 12). A rank is a grade, the first the best; whoever is not marked has the worst.
   *
   * @param grades how many grades there are, at least 2; 0 for as many as the longest paper has ranks, and the worst
   */
  record MajorityJudgement(int grades) implements Rule {
    /** @throws IllegalArgumentException when the number of grades is 1 or negative */
    public MajorityJudgement {
      if (grades < 0 || grades == 1) {
        throw new IllegalArgumentException(
            "there are at least 2 grades, or 0 for as many as ranks are used, not " + grades);
      }
    }
  }

  /**
   * Instant run-off: the lowest go out one after the other until somebody has more than half of the papers that still count.
   * With several seats they go out until as many are left, who are elected together: the majority gets no share of its own
   * that way, so an election of several is better counted by a single transferable vote.
   *
   * @param bulk whether all who cannot come level with the next above them go out together
   * @param toTheEnd whether it goes on until two are left, also when somebody has more than half before: they are elected
   *          then, and papers still come to them
   * @param fixed whether the majority is that of the first round throughout
   */
  record InstantRunOff(Marks marks, Ties ties, boolean bulk, boolean toTheEnd, boolean fixed) implements Rule {
    public InstantRunOff { marks.forOneAtATime(); }
  }

  /** Schulze's method, with winning votes (Schulze, <i>Social Choice and Welfare</i> 36, 2011, sections 2 and 5). */
  record Schulze() implements Rule {}

  /**
   * Single transferable vote with weighted inclusive transfers: every paper of whoever has a surplus moves on, each at its
   * value times surplus over total.
   *
   * @param quota how many votes elect
   * @param decimals of a vote, 0 … 9; what is beyond is lost, and counted as lost
   * @param rounding of the value at which a paper moves on
   * @param surplus when a surplus moves
   * @param bulk whether all who cannot come level with the next above them go out together
   * @param elects who of several with enough votes is elected at a stage
   * @param lastSeats when it ends after an exclusion that leaves as many as there are seats
   */
  record Gregory(Marks marks, Quota quota, int decimals, Rounding rounding, Surplus surplus, boolean bulk,
      Elects elects,
      LastSeats lastSeats, Ties ties) implements Rule {
    /** @throws IllegalArgumentException when the number of decimals is not 0 … 9, or parts do not go together */
    public Gregory {
      marks.forOneAtATime();
      if (decimals < 0 || decimals > 9) {
        throw new IllegalArgumentException("a vote has 0 to 9 decimals, not " + decimals);
      }
      if (elects == Elects.ONE_A_STAGE && surplus == Surplus.WHEN_IT_MATTERS) {
        throw new IllegalArgumentException(
            "where one a stage is elected, no surplus can wait: somebody with enough votes could go out meanwhile");
      }
    }
  }

  /**
   * Meek's single transferable vote: whoever is elected keeps of each paper just what keeps them at the quota, and the rest
   * moves on as if they were not there; repeated until it holds for all at once, or until whoever is lowest could not be
   * saved by all the surplus that is left.
   *
   * @param decimals of a vote and a keep value, 1 … 9
   * @param close a surplus in total of fewer units of the last decimal than these is none
   * @param text whose steps are followed, where texts differ
   */
  record Meek(Marks marks, int decimals, long close, Text text, Ties ties) implements Rule {
    /** @throws IllegalArgumentException when a bound is not kept */
    public Meek {
      if (marks.several() == Marks.Several.END_IF_SEVERAL_CONTINUE) {
        throw new IllegalArgumentException(
            "by Meek's method a paper cannot end at several who continue: it goes through all");
      }
      if (close < 0) {
        throw new IllegalArgumentException("a surplus is close to nothing below 0 or more units, not " + close);
      }
      if (decimals < 1 || decimals > 9) {
        throw new IllegalArgumentException("a vote has 1 to 9 decimals, not " + decimals);
      }
    }
  }

  /** Which text of Meek's method is followed step by step; they elect the same people but for votes very close. */
  enum Text {
    /** New Zealand's regulations: each time papers were gone through, whoever cannot be saved goes out at once. */
    NEW_ZEALAND,
    /**
     * The reference rule of the Proportional Representation Foundation: only when nothing more moves does anybody go out,
     * and all count as equal whom the surplus that is left could overtake.
     */
    REFERENCE
  }

  /** How many votes elect. */
  enum Quota {
    /** Papers over seats and one, the fraction dropped, and one (Droop). */
    DROOP,
    /** Papers over seats and one, with the decimals of a vote, and one unit of the last. */
    DROOP_EXACT,
    /** Papers over seats, rounded up (Hare). */
    HARE
  }

  /** How value times surplus over total is cut to the decimals of a vote. */
  enum Rounding {
    /** The quotient once, of the exact product. */
    ONCE,
    /** The product, then the quotient. */
    EACH_STEP,
    /** The fraction surplus over total, then its product with the value. */
    FRACTION_FIRST
  }

  /** When a surplus moves. */
  enum Surplus {
    /** The largest first, one a stage, always before anybody goes out. */
    LARGEST_FIRST,
    /** Those of all who were elected at one stage move together at the next, also where there is nothing to move. */
    TOGETHER,
    /** The largest first, unless all of them together could not change who goes out next: then they wait. */
    WHEN_IT_MATTERS
  }

  /** Who of several with enough votes is elected at a stage. */
  enum Elects {
    /** All of them. */
    ALL_AT_ONCE,
    /** Whoever has the most; papers still come to the others. */
    ONE_A_STAGE
  }

  /** When it ends after an exclusion that leaves as many as there are seats. */
  enum LastSeats {
    /** At once. */
    BEFORE_TRANSFER,
    /** When the papers of whoever went out have moved. */
    AFTER_TRANSFER
  }

  /** How equal votes are told apart before lots are drawn. */
  enum Ties {
    /** By the last stage before at which they differed. */
    LAST_DIFFERENCE,
    /** By the first stage at which they differed. */
    FIRST_DIFFERENCE,
    /** Not: at once by lot. */
    LOT
  }
}
