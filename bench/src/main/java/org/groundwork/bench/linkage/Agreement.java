// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far networks agree with the truth, over pairs of sites.
 *
 * @param together pairs that truly belong together and were put together
 * @param found pairs that were put together
 * @param there pairs that truly belong together
 * @param meanPrecision what share of a site's network truly belongs to it, averaged over sites, so that the largest
 *          networks do not drown the rest
 * @param meanRecall what share of a site's true network was found, averaged over sites
 */
record Agreement(long together, long found, long there, double meanPrecision, double meanRecall) {
  /** Compares, for each site, its true owner with its network; both below 2^31. */
  static Agreement of(int[] truth, int[] network) {
    long[] both = new long[truth.length];
    Arrays.setAll(both, i -> ((long) truth[i] << 32) | network[i]);
    long[] truths = widened(truth);
    long[] networks = widened(network);
    return new Agreement(pairs(both.clone()), pairs(networks.clone()), pairs(truths.clone()), mean(both, networks),
        mean(both, truths));
  }

  private static long[] widened(int[] values) { return Arrays.stream(values).asLongStream().toArray(); }

  private static long pairs(long[] labels) {
    Arrays.sort(labels);
    long pairs = 0;
    long run = 0;
    for (int i = 0; i < labels.length; i++) {
      run = i > 0 && labels[i] == labels[i - 1] ? run + 1 : 0;
      pairs += run;
    }
    return pairs;
  }

  /** Over all sites the mean of how many share the finer label among those that share the coarser. */
  private static double mean(long[] finer, long[] coarser) {
    Map<Long, Integer> fine = counts(finer);
    Map<Long, Integer> coarse = counts(coarser);
    double sum = 0;
    for (int i = 0; i < finer.length; i++) {
      sum += (double) fine.getOrDefault(finer[i], 0) / coarse.getOrDefault(coarser[i], 1);
    }
    return sum / finer.length;
  }

  private static Map<Long, Integer> counts(long[] labels) {
    var counts = new HashMap<Long, Integer>();
    for (long label : labels) {
      counts.merge(label, 1, Integer::sum);
    }
    return counts;
  }

  double precision() { return found == 0 ? 1 : (double) together / found; }

  double recall() { return there == 0 ? 1 : (double) together / there; }

  @Override
  public String toString() {
    return String.format(Locale.ROOT,
        "pairs: precision %.4f recall %.4f (%d true, %d found); mean over sites: precision %.4f recall %.4f",
        precision(),
        recall(), there, found, meanPrecision, meanRecall);
  }
}
