// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal;

import java.util.Arrays;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Election;
import org.groundwork.count.Marks;
import org.groundwork.count.Marks.Several;
import org.groundwork.count.Outcome.Papers;

/**
 * Papers as a rule reads them: who has withdrawn is not there, nobody stands twice, a paper ends where its marks end for the
 * rule. What is left is one candidate a rank; several on one rank (all but the first negative) only for a rule to which that
 * still means something when it counts.
 */
public final class Rankings {
  private final short[] choices;
  private final int[] starts;
  private final Ballots ballots;
  private final Papers papers;

  private Rankings(short[] choices, int[] starts, Ballots ballots, Papers papers) {
    this.choices = choices;
    this.starts = starts;
    this.ballots = ballots;
    this.papers = papers;
  }

  /** Reads the papers of an election. */
  public static Rankings of(Election election, Marks marks) {
    return new Reader(election, marks).read();
  }

  /** How many lines of equal papers. */
  public int size() { return ballots.size(); }

  /** How many papers a line stands for. */
  public int weight(int line) { return ballots.weight(line); }

  /** Where the choices of a line begin; see {@link #end}. */
  public int start(int line) { return starts[line]; }

  /** Behind the last choice of a line. */
  public int end(int line) { return starts[line + 1]; }

  /** A candidate's number; negative when on the rank of the choice before. */
  public int choice(int at) {
    return choices[at];
  }

  /** How the papers fall before anything is counted. */
  public Papers papers() { return papers; }

  private static final class Reader {
    private final Ballots ballots;
    private final Marks rule;
    private final boolean[] gone;
    private final int[] seen;
    private final short[] choices;
    private int end;
    private int start;

    Reader(Election election, Marks rule) {
      this.ballots = election.ballots();
      this.rule = rule;
      gone = new boolean[Ballots.UNKNOWN_OVERVOTE + 1];
      gone[Ballots.UNKNOWN_OVERVOTE] = true;
      election.candidates().stream().filter(Candidate::withdrawn).forEach(each -> gone[each.number()] = true);
      seen = new int[Ballots.MOST_CANDIDATES + 1];
      choices = new short[ballots.start(ballots.size())];
    }

    Rankings read() {
      var starts = new int[ballots.size() + 1];
      long valid = 0;
      long blank = 0;
      long withdrawn = 0;
      for (int line = 0; line < ballots.size(); line++) {
        start = end;
        line(line);
        starts[line + 1] = end;
        int weight = ballots.weight(line);
        if (end > start) {
          valid += weight;
        } else {
          switch (nothing(line)) {
            case BLANK -> blank += weight;
            case WITHDRAWN -> withdrawn += weight;
            case SPOILT -> {
            }
          }
        }
      }
      long cast = ballots.papers();
      return new Rankings(Arrays.copyOf(choices, end), starts, ballots,
          new Papers(cast, valid, blank, cast - valid - blank - withdrawn, withdrawn));
    }

    private enum Nothing {
      BLANK, SPOILT, WITHDRAWN
    }

    /** Why a paper that has no choice has none. */
    private Nothing nothing(int line) {
      boolean marked = false;
      for (int at = ballots.start(line); at < ballots.start(line + 1); at++) {
        int candidate = Math.abs(ballots.mark(at));
        if (candidate == Ballots.UNKNOWN_OVERVOTE || (candidate != 0 && !gone[candidate])) {
          return Nothing.SPOILT;
        }
        marked |= candidate != 0;
      }
      return marked ? Nothing.WITHDRAWN : Nothing.BLANK;
    }

    private void line(int line) {
      int skipped = 0;
      int stop = ballots.start(line + 1);
      for (int at = ballots.start(line); at < stop;) {
        if (ballots.mark(at) == Ballots.UNKNOWN_OVERVOTE && rule.several() != Several.PASS) {
          return;
        }
        int from = end;
        boolean repeats = false;
        boolean named = ballots.mark(at) != 0;
        int after = at;
        do {
          repeats |= named && mark(line, Math.abs(ballots.mark(after)), from);
          after++;
        } while (after < stop && ballots.mark(after) < 0);
        at = after;
        skipped = named ? 0 : skipped + 1;
        if (skipped > rule.skips() || (repeats && rule.endsAtRepeat())) {
          end = from;
          return;
        }
        if (end > from + 1 && !several(from)) {
          return;
        }
      }
    }

    /** Takes a mark of somebody known and not withdrawn into the rank that begins at {@code from}; tells whether the paper had it on an earlier rank. */
    private boolean mark(int line, int candidate, int from) {
      if (gone[candidate]) {
        return false;
      }
      if (seen[candidate] == line + 1) {
        for (int at = from; at < end; at++) {
          if (Math.abs(choices[at]) == candidate) {
            return false;
          }
        }
        return true;
      }
      seen[candidate] = line + 1;
      choices[end] = (short) (end == from ? candidate : -candidate);
      end++;
      return false;
    }

    /** What several on the rank that begins at {@code from} mean; false if the paper ends there. */
    private boolean several(int from) {
      return switch (rule.several()) {
        case END -> {
          end = from;
          yield false;
        }
        case PASS -> {
          for (int at = from; at < end; at++) {
            seen[Math.abs(choices[at])] = 0;
          }
          end = from;
          yield true;
        }
        case END_IF_SEVERAL_CONTINUE, SHARE -> true;
      };
    }
  }
}
