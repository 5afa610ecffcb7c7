// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groundwork.count.Ballots;
import org.groundwork.count.internal.read.AbifLine.Wrong;

/**
 * The papers of an ABIF file. {@code >} begins the next rank and {@code =} shares one; between candidates that stand apart
 * only by commas the scores decide, higher first, and without any score they share a rank.
 */
final class AbifVotes {
  private static final int MOST_SCORE = 1_000_000_000;
  private static final int NONE = -1;

  /** Candidates joined by =, with the score of the first that has one. */
  private record Equals(List<Integer> candidates, int score, int at) {}

  private final Nominated candidates;
  private final Ballots.Builder ballots = new Ballots.Builder();

  AbifVotes(Nominated candidates) { this.candidates = candidates; }

  /** Reads a line of papers. */
  void read(AbifLine line) throws Wrong {
    int from = line.at();
    int weight = line.number(1, Ballots.MOST_WEIGHT,
        "a line stands for 1 to " + Ballots.MOST_WEIGHT + " papers, in a whole number");
    if (!line.pass(':') && !line.pass('*')) {
      throw new Wrong(line.at(), "a colon is expected here, between how many papers there are and what is on them");
    }
    try {
      if (!line.ended()) {
        ranks(line);
      }
      ballots.paper(weight);
    } catch (Wrong wrong) {
      ballots.drop();
      throw wrong;
    } catch (ArithmeticException tooMany) {
      throw new Wrong(from, String.valueOf(tooMany.getMessage()));
    }
  }

  /** The papers, with the numbers that candidates were given in the end. */
  Ballots papers() {
    return candidates.renumber(ballots.build());
  }

  private void ranks(AbifLine line) throws Wrong {
    do {
      var apart = new ArrayList<Equals>();
      do {
        apart.add(equals(line));
      } while (line.pass(','));
      if (apart.size() == 1 || apart.stream().allMatch(each -> each.score() == NONE)) {
        rank(apart);
      } else {
        scored(apart);
      }
    } while (line.pass('>'));
    line.end("one of > = , is expected between candidates, and a score is a whole number behind /");
  }

  private Equals equals(AbifLine line) throws Wrong {
    var equal = new ArrayList<Integer>();
    int score = NONE;
    int from = line.at();
    do {
      int at = line.at();
      int number = candidates.number(line.token("a candidate is expected here"));
      if (number == 0) {
        throw new Wrong(at, "there are more than " + Ballots.MOST_CANDIDATES + " candidates");
      }
      equal.add(number);
      if (line.pass('/')) {
        int given = line.number(0, MOST_SCORE, "a score is a whole number, 0 to " + MOST_SCORE);
        score = score == NONE ? given : score;
      }
    } while (line.pass('='));
    return new Equals(equal, score, from);
  }

  private void scored(List<Equals> apart) throws Wrong {
    for (Equals each : apart) {
      if (each.score() == NONE) {
        throw new Wrong(each.at(), "this candidate has no score, and others between commas have");
      }
    }
    apart.sort(Comparator.comparingInt(Equals::score).reversed());
    for (int at = 0; at < apart.size();) {
      int from = at;
      while (at < apart.size() && apart.get(at).score() == apart.get(from).score()) {
        at++;
      }
      rank(apart.subList(from, at));
    }
  }

  private void rank(List<Equals> sharing) {
    boolean first = true;
    for (Equals each : sharing) {
      for (int candidate : each.candidates()) {
        if (first) {
          ballots.rank(candidate);
        } else {
          ballots.same(candidate);
        }
        first = false;
      }
    }
  }
}
