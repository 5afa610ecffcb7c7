// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.count.Ballots;
import org.groundwork.count.internal.Rankings;

/**
 * Papers gathered by the candidates they go through: those elected in the order of the paper, up to the first who continues
 * and takes all that is left. However many papers there are, few such ways differ, and each is reckoned once, exactly as
 * each of its papers would be. Candidates who are equal on a paper are one step of the way.
 */
final class Flow {
  private static final int ROOT = 0;
  /** Steps from this number on are of several equal candidates. */
  private static final int GROUPS = Ballots.MOST_CANDIDATES + 1;
  private final Rankings rankings;
  private final Standing standing;
  private int[] parent = new int[256];
  private int[] step = new int[256];
  private long[] papers = new long[256];
  private long[] left = new long[256];
  private int size = 1;
  private long[] keys = new long[1024];
  private int[] nodes = new int[1024];
  /** Equal candidates who all count, ascending. */
  private final List<int[]> groups = new ArrayList<>();
  private final Map<List<Integer>, Integer> groupNumbers = new HashMap<>();

  /** Gathers all papers as everybody stands now. */
  Flow(Rankings rankings, Standing standing) {
    this.rankings = rankings;
    this.standing = standing;
    for (int line = 0; line < rankings.size(); line++) {
      if (rankings.end(line) > rankings.start(line)) {
        gather(rankings.start(line), rankings.end(line), rankings.weight(line));
      }
    }
  }

  /** Goes through the choices of a paper, up to the first who continues. */
  private void gather(int from, int end, long weight) {
    int node = ROOT;
    for (int at = from; at < end; at++) {
      int after = at + 1;
      while (after < end && rankings.choice(after) < 0) {
        after++;
      }
      int next = after == at + 1 ? single(rankings.choice(at)) : several(at, after);
      if (next != 0) {
        node = child(node, next);
        papers[node] += weight;
        if (ends(next)) {
          return;
        }
      }
      at = after - 1;
    }
  }

  private int single(int candidate) { return standing.counts(candidate) ? candidate : 0; }

  /** The step of equal candidates: of those of them who count; 0 if there are none. */
  private int several(int from, int to) {
    var equal = new ArrayList<Integer>(to - from);
    for (int at = from; at < to; at++) {
      int candidate = Math.abs(rankings.choice(at));
      if (standing.counts(candidate)) {
        equal.add(candidate);
      }
    }
    if (equal.size() < 2) {
      return equal.isEmpty() ? 0 : equal.getFirst();
    }
    equal.sort(Integer::compare);
    return GROUPS + groupNumbers.computeIfAbsent(equal, group -> {
      groups.add(group.stream().mapToInt(Integer::intValue).toArray());
      return groups.size() - 1;
    });
  }

  /** Whether somebody in a step continues: nothing goes on behind them. */
  private boolean ends(int of) {
    return of < GROUPS
        ? standing.continues(of)
        : Arrays.stream(groups.get(of - GROUPS)).anyMatch(standing::continues);
  }

  private int child(int node, int of) {
    long key = ((long) node << Integer.SIZE | of) + 1;
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return nodes[slot];
      }
      slot = slot + 1 & keys.length - 1;
    }
    if (size == parent.length) {
      grow();
    }
    parent[size] = node;
    step[size] = of;
    keys[slot] = key;
    nodes[slot] = size;
    size++;
    if (size * 2 > keys.length) {
      rehash();
    }
    return size - 1;
  }

  private int slot(long key) { return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & keys.length - 1; }

  private void grow() {
    int larger = parent.length * 2;
    parent = Arrays.copyOf(parent, larger);
    step = Arrays.copyOf(step, larger);
    papers = Arrays.copyOf(papers, larger);
    left = Arrays.copyOf(left, larger);
  }

  private void rehash() {
    long[] old = keys;
    int[] oldNodes = nodes;
    keys = new long[old.length * 2];
    nodes = new int[keys.length];
    for (int at = 0; at < old.length; at++) {
      if (old[at] != 0) {
        int slot = slot(old[at]);
        while (keys[slot] != 0) {
          slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = old[at];
        nodes[slot] = oldNodes[at];
      }
    }
  }

  /**
   * Gives each candidate what its keep value keeps of each paper that comes to it, rounded up to the last decimal; what is
   * left goes on. Equal candidates get their parts cut to the decimals, and what is cut goes on.
   *
   * @param keep for each candidate, in units of the last decimal
   * @param votes for each candidate; added to
   */
  void distribute(long[] keep, long[] votes) {
    long one = standing.one();
    long[][] parts = groups.stream().map(group -> parts(group, keep)).toArray(long[][]::new);
    left[ROOT] = one;
    for (int node = 1; node < size; node++) {
      long comes = left[parent[node]];
      int of = step[node];
      if (of < GROUPS) {
        long kept = (comes * keep[of] + one - 1) / one;
        left[node] = comes - kept;
        votes[of] += kept * papers[node];
      } else {
        left[node] = share(groups.get(of - GROUPS), parts[of - GROUPS], comes, papers[node], votes);
      }
    }
  }

  private long share(int[] group, long[] parts, long comes, long many, long[] votes) {
    long rest = comes;
    for (int at = 0; at < group.length; at++) {
      long kept = comes * parts[at] / standing.one();
      rest -= kept;
      votes[group[at]] += kept * many;
    }
    return rest;
  }

  /** The part of each of some equal candidates, in their order. */
  private long[] parts(int[] group, long[] keep) {
    int[] elected = Arrays.stream(group).filter(each -> !standing.continues(each)).toArray();
    long[] kept = Arrays.stream(elected).mapToLong(each -> keep[each]).toArray();
    long[] parts = new EqualShares(standing.one(), kept, group.length - elected.length).parts();
    int next = 0;
    var inOrder = new long[group.length];
    for (int at = 0; at < group.length; at++) {
      inOrder[at] = standing.continues(group[at]) ? parts[elected.length] : parts[next++];
    }
    return inOrder;
  }
}
