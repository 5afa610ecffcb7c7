// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ballot papers as they were marked: ranks in order, each with no candidate (a rank that was skipped), one, or several (equal
 * preferences, or an overvote: what it means is the rule's to say). Equal papers may stand together with a weight.
 *
 * <p>
 * Ten million papers are kept in a few arrays: a mark is a candidate's number, negative when it shares the rank of the mark
 * before it, 0 for a rank that was skipped, {@link #UNKNOWN_OVERVOTE} for one with several not known.
 */
public final class Ballots {
  /** The highest number a candidate can have. */
  public static final int MOST_CANDIDATES = 2_000;
  /** In place of a candidate's number: several on a rank, and it is not known who. It stands alone on its rank. */
  public static final int UNKNOWN_OVERVOTE = MOST_CANDIDATES + 1;
  /** The highest weight of one line. */
  public static final int MOST_WEIGHT = 1_000_000_000;
  /** The most papers in one count, weights counted: with it a vote of nine decimals still fits in 63 bits. */
  public static final long MOST_PAPERS = 4_000_000_000L;

  private final short[] marks;
  private final int[] starts;
  private final int[] weights;
  private final int size;
  private final long papers;

  private Ballots(List<Builder> parts) {
    size = parts.stream().mapToInt(each -> each.size).reduce(0, Math::addExact);
    marks = new short[parts.stream().mapToInt(each -> each.starts[each.size]).reduce(0, Math::addExact)];
    starts = new int[size + 1];
    weights = new int[size];
    papers = parts.stream().mapToLong(each -> each.papers).sum();
    if (papers > MOST_PAPERS) {
      throw new ArithmeticException("more than " + MOST_PAPERS + " papers");
    }
    int line = 0;
    for (Builder part : parts) {
      int end = starts[line];
      System.arraycopy(part.marks, 0, marks, end, part.starts[part.size]);
      System.arraycopy(part.weights, 0, weights, line, part.size);
      for (int at = 1; at <= part.size; at++) {
        starts[line + at] = end + part.starts[at];
      }
      line += part.size;
    }
  }

  /**
   * The papers that were read in several parts, one part behind the other.
   *
   * @throws ArithmeticException when there would be more papers than {@value #MOST_PAPERS}
   */
  public static Ballots of(List<Builder> parts) { return new Ballots(parts); }

  /** How many lines there are, each of one or more equal papers. */
  public int size() { return size; }

  /** How many papers there are, weights counted. */
  public long papers() { return papers; }

  /** How many papers a line stands for, 1 … {@value #MOST_WEIGHT}. */
  public int weight(int line) {
    return weights[line];
  }

  /**
   * The ranks of a line, in order; an empty list is a rank that was skipped, {@link #UNKNOWN_OVERVOTE} alone one with
   * several of whom it is not known who they are.
   */
  public List<List<Integer>> ranks(int line) {
    var ranks = new ArrayList<List<Integer>>();
    for (int at = starts[line]; at < starts[line + 1]; at++) {
      if (marks[at] < 0) {
        ranks.getLast().add(-marks[at]);
      } else {
        ranks.add(marks[at] == 0 ? new ArrayList<>(0) : new ArrayList<>(List.of((int) marks[at])));
      }
    }
    return ranks;
  }

  /** A mark, as the class says; those of all lines stand one behind the other. */
  public short mark(int at) {
    return marks[at];
  }

  /** Where the marks of a line begin; they end where those of the next line begin, also after the last. */
  public int start(int line) {
    return starts[line];
  }

  /** Papers being read, one mark after the other. */
  public static final class Builder {
    private short[] marks = new short[1 << 12];
    private int[] starts = new int[1 << 10];
    private int[] weights = new int[1 << 10];
    private int size;
    private int end;
    private long papers;

    /** Begins with room for about so many papers of about so many marks. */
    public static Builder of(int papers, int marks) {
      var builder = new Builder();
      builder.starts = new int[Math.max(16, papers + 1)];
      builder.weights = new int[Math.max(16, papers)];
      builder.marks = new short[Math.max(16, marks)];
      return builder;
    }

    /** A candidate on a rank of its own, after the ranks so far. */
    public Builder rank(int candidate) {
      add((short) candidate);
      return this;
    }

    /** A rank several were given, it is not known who. */
    public Builder overvote() { return rank(UNKNOWN_OVERVOTE); }

    /** A candidate on the rank of the mark before it. */
    public Builder same(int candidate) {
      if (end == starts[size]) {
        throw new IllegalStateException("there is no rank to share yet");
      }
      add((short) -candidate);
      return this;
    }

    /** A rank that nobody was given. */
    public Builder skip() {
      add((short) 0);
      return this;
    }

    /**
     * Ends a paper.
     *
     * @param weight how many equal papers it stands for, 1 … {@value Ballots#MOST_WEIGHT}
     * @throws IllegalArgumentException when the weight is not within its bounds
     * @throws ArithmeticException when there would be more papers than {@value Ballots#MOST_PAPERS}
     */
    public Builder paper(int weight) {
      if (weight < 1 || weight > MOST_WEIGHT) {
        throw new IllegalArgumentException("a paper weighs " + weight);
      }
      papers += weight;
      if (papers > MOST_PAPERS) {
        throw new ArithmeticException("more than " + MOST_PAPERS + " papers");
      }
      if (size + 1 >= weights.length) {
        weights = Arrays.copyOf(weights, larger(weights.length));
        starts = Arrays.copyOf(starts, weights.length + 1);
      }
      weights[size++] = weight;
      starts[size] = end;
      return this;
    }

    /** Takes back the marks since the last paper ended. */
    public void drop() { end = starts[size]; }

    /** What was read. */
    public Ballots build() { return new Ballots(List.of(this)); }

    private void add(short mark) {
      if (end == marks.length) {
        marks = Arrays.copyOf(marks, larger(marks.length));
      }
      marks[end++] = mark;
    }

    private static int larger(int length) { return Math.addExact(length, (length >> 1) + 16); }
  }
}
