// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.groundwork.count.Round.Transfer;
import org.groundwork.count.internal.Lines;
import org.groundwork.count.internal.Rankings;

/** Which paper lies with whom, at what value. */
final class Piles {
  /** Papers of one value on one pile. */
  private record Parcel(long value, Lines lines) {}

  private final Rankings rankings;
  private final Standing standing;
  private final int[] at;
  private final List<List<Parcel>> piles = new ArrayList<>();

  Piles(Rankings rankings, Standing standing) {
    this.rankings = rankings;
    this.standing = standing;
    at = new int[rankings.size()];
    for (int candidate = 0; candidate <= standing.candidates(); candidate++) {
      piles.add(new ArrayList<>());
    }
  }

  /** Puts every paper on the pile of its first choice. */
  List<Transfer> deal() {
    var all = new Lines();
    for (int line = 0; line < rankings.size(); line++) {
      if (rankings.end(line) > rankings.start(line)) {
        at[line] = rankings.start(line) - 1;
        all.add(line);
      }
    }
    return move(0, List.of(new Parcel(standing.one(), all)), value -> value);
  }

  /** Moves all papers of a pile on to their next choice to whom papers come, each at a value made of the one it had. */
  List<Transfer> empty(int candidate, LongUnaryOperator value) {
    List<Parcel> pile = piles.set(candidate, new ArrayList<>());
    return move(candidate, pile, value);
  }

  private List<Transfer> move(int from, List<Parcel> pile, LongUnaryOperator revalue) {
    var moved = new ArrayList<Transfer>();
    for (Parcel parcel : pile) {
      long value = revalue.applyAsLong(parcel.value());
      long[] papers = sort(parcel.lines(), value);
      for (int turn = 1; turn <= papers.length; turn++) {
        int to = turn % papers.length;
        if (papers[to] > 0) {
          long votes = Math.multiplyExact(papers[to], value);
          standing.credit(to, votes);
          moved.add(new Transfer(from, to, papers[to], standing.votes(value), standing.votes(votes)));
        }
      }
    }
    return moved;
  }

  private long[] sort(Lines lines, long value) {
    var papers = new long[standing.candidates() + 1];
    var into = new Lines[papers.length];
    for (int index = 0; index < lines.size(); index++) {
      int line = lines.get(index);
      int to = next(line);
      papers[to] += rankings.weight(line);
      if (to != 0) {
        if (into[to] == null) {
          into[to] = parcel(to, value);
        }
        into[to].add(line);
      }
    }
    return papers;
  }

  private Lines parcel(int candidate, long value) {
    List<Parcel> pile = piles.get(candidate);
    for (Parcel parcel : pile) {
      if (parcel.value() == value) {
        return parcel.lines();
      }
    }
    var parcel = new Parcel(value, new Lines());
    pile.add(parcel);
    return parcel.lines();
  }

  /** The next choice of a paper to whom papers come; 0 if there is none. */
  private int next(int line) {
    int end = rankings.end(line);
    for (int place = at[line] + 1; place < end; place++) {
      int choice = rankings.choice(place);
      int found = choice > 0 && standing.receives(choice) ? choice : 0;
      while (place + 1 < end && rankings.choice(place + 1) < 0) {
        place++;
        int other = -rankings.choice(place);
        if (standing.receives(other)) {
          if (found != 0) {
            at[line] = end;
            return 0;
          }
          found = other;
        }
      }
      if (found != 0) {
        at[line] = place;
        return found;
      }
    }
    at[line] = end;
    return 0;
  }
}
