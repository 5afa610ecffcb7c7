// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.Network;

/**
 * Prints, for each seed building of the published portfolios, how far its portfolio and our network overlap (Jaccard),
 * then the mean and the mean by size. The published sets are no partition and over-merge in the largest: agreement is a
 * guide.
 */
public final class Portfolios {
  private static final int[] SIZES = {1, 5, 20, 100, Integer.MAX_VALUE};
  private static final String[] NAMES = {"1", "2-5", "6-20", "21-100", "over 100"};

  private Portfolios() {}

  /**
   * Runs it.
   *
   * @param args the folder of the real data; without one, {@code GROUNDWORK_DATA} or {@code ../shared/data}
   */
  public static void main(String[] args) throws IOException, BadMapping {
    String given = System.getenv().getOrDefault("GROUNDWORK_DATA", "../shared/data");
    print(Path.of(args.length > 0 ? args[0] : given), System.out, true);
  }

  /** Prints the agreement; each seed too if {@code seeds}. */
  static void print(Path data, PrintStream out, boolean seeds) throws IOException, BadMapping {
    Path folder = data.resolve("housing/portfolios");
    Linkage linkage = Linking.link(folder.resolve("buildings.csv"));
    Map<String, List<String>> networks = new HashMap<>();
    for (Network network : linkage.networks()) {
      network.sites().forEach(site -> networks.put(site, network.sites()));
    }
    Map<Integer, List<Double>> bySize = new TreeMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("expected_portfolios.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      Set<String> expected = new HashSet<>(Arrays.asList(fields[2].split(" ", -1)));
      List<String> ours = networks.getOrDefault(fields[0], List.of());
      double overlap = jaccard(expected, ours);
      if (seeds) {
        out.printf(Locale.ROOT, "%s published %d ours %d overlap %.3f%n", fields[0], expected.size(), ours.size(),
            overlap);
      }
      bySize.computeIfAbsent(sizeClass(expected.size()), k -> new ArrayList<>()).add(overlap);
    }
    bySize.forEach((size, overlaps) -> out.printf(Locale.ROOT, "portfolios of %s: %d seeds, mean overlap %.3f%n",
        NAMES[size], overlaps.size(), mean(overlaps)));
    out.printf(Locale.ROOT, "all portfolios: %d seeds, mean overlap %.3f%n", lines.size() - 1,
        mean(bySize.values().stream().flatMap(List::stream).toList()));
  }

  private static double jaccard(Set<String> expected, List<String> ours) {
    long both = ours.stream().filter(expected::contains).count();
    return (double) both / (expected.size() + ours.size() - both);
  }

  private static int sizeClass(int size) {
    int at = 0;
    while (size > SIZES[at]) {
      at++;
    }
    return at;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
