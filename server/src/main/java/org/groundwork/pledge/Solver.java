// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds the largest set of pledges that holds together. A pledge says "I do it if at least so many do, I among them"; a
 * set is consistent if it has at least as many members as each of its members asks for.
 *
 * <p>The largest is unique. Let A and B be consistent. Each member of A asks for at most |A|, which is at most |A ∪ B|, and
 * likewise for B; so the union is consistent, and the union of all consistent sets is the largest one, which contains every
 * other. It is found by size: let H(k) be how many pledges ask for at most k. A consistent set of size k needs H(k) ≥ k; and
 * for the largest k with H(k) ≥ k, the pledges that ask for at most k are consistent and, because H never falls, exactly
 * k in number: were there more, H(H(k)) ≥ H(k) would make H(k) a larger such k. So it is
 * {@code {i : atLeast(i) ≤ k}}. H comes from counting, not from comparing: linear time, whole numbers.
 *
 * <p>A rule asks for a number and for a share of every part. Both only gain from a larger set, so some consistent set
 * meets the rule if and only if the largest one does. See {@code docs/SPEC-pledge.md}.
 */
public final class Solver {
  /** The part of what belongs to none. */
  public static final int NO_PART = -1;

  private Solver() {}

  /**
   * What shares are of: homes or people of the chart as it is now.
   *
   * @param of over all
   * @param parts part by part; a part may have none
   */
  public record Chart(int of, List<Integer> parts) {
    public Chart { parts = List.copyOf(parts); }
  }

  /**
   * The largest consistent set, held against a rule.
   *
   * @param in its size; a pledge is in if it asks for at most so many
   * @param needed what the rule asks for over all; absent where it says nothing
   * @param more how many further unconditional pledges would bring the set to what is needed; 0 if it is there, or nothing
   *     is asked
   * @param inParts its members part by part
   * @param floors whether each part has its share
   */
  public record Solved(int in, OptionalInt needed, int more, List<Integer> inParts, List<Boolean> floors) {
    public Solved {
      inParts = List.copyOf(inParts);
      floors = List.copyOf(floors);
    }

    /** Whether a pledge that asks for so many is in. */
    public boolean includes(int atLeast) { return atLeast <= in; }

    /** Whether the rule is met. */
    public boolean met() {
      return needed.isPresent() && in >= needed.getAsInt() && floors.stream().allMatch(Boolean::booleanValue);
    }
  }

  /**
   * Solves.
   *
   * @param atLeast what each pledge asks for, at least 1, itself counted; an unconditional one asks for 1
   * @param parts the part of each pledge, as a place in the chart's parts, or {@link #NO_PART}
   */
  public static Solved solve(int[] atLeast, int[] parts, Rule rule, Chart chart) {
    if (atLeast.length != parts.length) {
      throw new IllegalArgumentException("every pledge has a part");
    }
    var needed = rule.needed(chart.of());
    int[] asking = asking(atLeast, needed.orElse(0));
    int in = largest(asking, atLeast.length);
    int[] inParts = new int[chart.parts().size()];
    for (int i = 0; i < atLeast.length; i++) {
      if (atLeast[i] <= in && parts[i] != NO_PART) {
        inParts[parts[i]]++;
      }
    }
    var have = new ArrayList<Integer>(inParts.length);
    var floors = new ArrayList<Boolean>(inParts.length);
    for (int part = 0; part < inParts.length; part++) {
      have.add(inParts[part]);
      floors.add(rule.holds(inParts[part], chart.parts().get(part)));
    }
    return new Solved(in, needed, more(asking, needed, in), have, floors);
  }

  /**
   * How many pledges ask for at most k, for every k that can matter: beyond all pledges and all that is needed together
   * it would be cheaper to find what is needed among others.
   */
  private static int[] asking(int[] atLeast, int needed) {
    int highest = 1;
    for (int asked : atLeast) {
      if (asked < 1) {
        throw new IllegalArgumentException("a pledge asks for at least one, itself");
      }
      highest = Math.max(highest, asked);
    }
    long most = Math.max(Math.max(atLeast.length, needed), Math.min(highest, (long) atLeast.length + needed));
    int[] asking = new int[Math.toIntExact(most + 1)];
    for (int asked : atLeast) {
      if (asked < asking.length) {
        asking[asked]++;
      }
    }
    for (int k = 1; k < asking.length; k++) {
      asking[k] += asking[k - 1];
    }
    return asking;
  }

  private static int largest(int[] asking, int pledges) {
    int k = pledges;
    while (k > 0 && asking[k] < k) {
      k--;
    }
    return k;
  }

  /** With m more unconditional pledges the set has size k if H(k) + m ≥ k; the cheapest k that is enough decides. */
  private static int more(int[] asking, OptionalInt needed, int in) {
    if (needed.isEmpty() || in >= needed.getAsInt()) {
      return 0;
    }
    int fewest = Integer.MAX_VALUE;
    for (int k = needed.getAsInt(); k < asking.length; k++) {
      fewest = Math.min(fewest, k - asking[k]);
    }
    return Math.max(0, fewest);
  }
}
