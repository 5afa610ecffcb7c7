// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.groundwork.pledge.Rule;
import org.groundwork.pledge.Solver;

/**
 * Solves invented pledges of one site beside the same with sorting: a tenth unconditional, the others asking for anything up
 * to all, over 10,000 parts. Ends with 1 if 1,000,000 take longer than the bound.
 */
public final class PledgeSolverBench {
  private static final int[] SIZES = {100_000, 1_000_000};
  private static final int PARTS = 10_000;
  private static final int WARM = 10;
  private static final int TIMES = 31;
  private static final double MOST_MILLIS = 150;
  private static final long SEED = 7;

  private PledgeSolverBench() {}

  /** Runs it; no arguments. */
  public static void main(String[] args) {
    boolean missed = false;
    for (int size : SIZES) {
      var random = new SplittableRandom(SEED);
      int[] atLeast = random.ints(size, 1, size + 1).map(n -> n % 10 == 0 ? 1 : n).toArray();
      int[] parts = random.ints(size, 0, PARTS).toArray();
      var chart = new Solver.Chart(size, IntStream.range(0, PARTS).map(_ -> size / PARTS).boxed().toList());
      var rule = new Rule(new Rule.Overall.Share(70), OptionalInt.of(60));
      var counted = new ArrayList<Double>();
      var sorted = new ArrayList<Double>();
      for (int time = -WARM; time < TIMES; time++) {
        long start = System.nanoTime();
        int in = Solver.solve(atLeast, parts, rule, chart).in();
        long middle = System.nanoTime();
        int same = bySorting(atLeast);
        long end = System.nanoTime();
        if (in != same) {
          throw new IllegalStateException("counting finds " + in + ", sorting " + same);
        }
        if (time >= 0) {
          counted.add((middle - start) / 1e6);
          sorted.add((end - middle) / 1e6);
        }
      }
      double worst = counted.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      System.out.printf(Locale.ROOT,
          "%,d pledges: median %.1f ms, worst of %d %.1f ms; by sorting, without parts, %.1f ms; "
              + "ratio %.2f%n",
          size, median(counted), TIMES, worst, median(sorted), median(counted) / median(sorted));
      missed |= size == SIZES[SIZES.length - 1] && worst > MOST_MILLIS;
    }
    System.out.printf(Locale.ROOT, "at most %.0f ms for 1,000,000: %s%n", MOST_MILLIS, missed ? "MISSED" : "kept");
    System.exit(missed ? 1 : 0);
  }

  private static int bySorting(int[] atLeast) {
    int[] sorted = atLeast.clone();
    Arrays.sort(sorted);
    int in = sorted.length;
    while (in > 0 && sorted[in - 1] > in) {
      in--;
    }
    return in;
  }

  private static double median(List<Double> times) { return times.stream().sorted().toList().get(times.size() / 2); }
}
