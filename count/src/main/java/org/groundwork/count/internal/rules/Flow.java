// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.Arrays;
import org.groundwork.count.internal.Rankings;

/**
 * Papers gathered by the candidates they go through: those elected in the order of the paper, up to the first who continues
 * and takes all that is left. However many papers there are, few such ways differ, and each is reckoned once, exactly as
 * each of its papers would be.
 */
final class Flow {
  private static final int ROOT = 0;
  private final Rankings rankings;
  private final Standing standing;
  private int[] parent = new int[256];
  private int[] candidate = new int[256];
  private int[] shares = new int[256];
  private long[] papers = new long[256];
  private long[] left = new long[256];
  private int size = 1;
  private long[] keys = new long[1024];
  private int[] nodes = new int[1024];

  /** Gathers all papers as everybody stands now. */
  Flow(Rankings rankings, Standing standing) {
    this.rankings = rankings;
    this.standing = standing;
    for (int line = 0; line < rankings.size(); line++) {
      if (rankings.end(line) > rankings.start(line)) {
        goOn(rankings.start(line), rankings.end(line), ROOT, rankings.weight(line));
      }
    }
  }

  /** Goes on with equal candidates: each of them first, then the others, then what follows. */
  private void share(int at, int end, int node, long weight) {
    int after = at + 1;
    while (after < end && rankings.choice(after) < 0) {
      after++;
    }
    int[] equal = new int[after - at];
    int many = 0;
    for (int place = at; place < after; place++) {
      int choice = Math.abs(rankings.choice(place));
      if (standing.counts(choice)) {
        equal[many++] = choice;
      }
    }
    share(Arrays.copyOf(equal, many), after, end, node, weight);
  }

  private void share(int[] equal, int after, int end, int node, long weight) {
    if (equal.length == 0) {
      goOn(after, end, node, weight);
      return;
    }
    for (int first : equal) {
      int next = child(node, first, equal.length);
      papers[next] += weight;
      if (!standing.continues(first)) {
        share(Arrays.stream(equal).filter(each -> each != first).toArray(), after, end, next, weight);
      }
    }
  }

  /** Goes through the choices of a paper from a place on, up to the first who continues. */
  private void goOn(int from, int end, int start, long weight) {
    int node = start;
    for (int at = from; at < end; at++) {
      if (at + 1 < end && rankings.choice(at + 1) < 0) {
        share(at, end, node, weight);
        return;
      }
      int choice = rankings.choice(at);
      if (standing.counts(choice)) {
        node = child(node, choice, 1);
        papers[node] += weight;
        if (standing.continues(choice)) {
          return;
        }
      }
    }
  }

  private int child(int node, int of, int equal) {
    long key = ((long) node << 24 | (long) of << 12 | equal) + 1;
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
    candidate[size] = of;
    shares[size] = equal;
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
    candidate = Arrays.copyOf(candidate, larger);
    shares = Arrays.copyOf(shares, larger);
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
   * left goes on.
   *
   * @param keep for each candidate, in units of the last decimal
   * @param votes for each candidate; added to
   */
  void distribute(long[] keep, long[] votes) {
    long one = standing.one();
    left[ROOT] = one;
    for (int node = 1; node < size; node++) {
      long comes = left[parent[node]] / shares[node];
      long kept = (comes * keep[candidate[node]] + one - 1) / one;
      left[node] = comes - kept;
      votes[candidate[node]] += kept * papers[node];
    }
  }
}
