// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.LinkageFiles;
import org.groundwork.linkage.Network;

/**
 * Links 100,000 and 1,000,000 invented rows and compares with the truth; then the real portfolios, if they are there.
 * Start it with {@code -Xmx2g}. Ends with 1 if a bound is missed.
 */
public final class LinkageBench {
  private static final int SMALL = 100_000;
  private static final int LARGE = 1_000_000;
  private static final long SEED = 7;
  private static final double MOST_SECONDS = 20;
  private static final double MOST_RATIO = 12;
  private static final double LEAST_AGREEMENT = 0.95;
  private boolean missed;

  private LinkageBench() {}

  /**
   * Runs it.
   *
   * @param args the folder of the real data; without one, {@code GROUNDWORK_DATA} or {@code ../shared/data}
   */
  public static void main(String[] args) throws IOException, BadMapping {
    var bench = new LinkageBench();
    Path folder = Files.createTempDirectory("linkage-bench");
    try {
      bench.measure(folder);
    } finally {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
    Path data = Path.of(args.length > 0 ? args[0] : System.getenv().getOrDefault("GROUNDWORK_DATA", "../shared/data"));
    if (Files.isDirectory(data)) {
      Portfolios.print(data, System.out, false);
    } else {
      System.out.println("no real data at " + data + ": agreement with the portfolios is left out");
    }
    System.exit(bench.missed ? 1 : 0);
  }

  private void measure(Path folder) throws IOException, BadMapping {
    Path small = folder.resolve("small.csv");
    Path large = folder.resolve("large.csv");
    int[] truthOfSmall = SyntheticRegister.write(small, SMALL, SEED);
    int[] truthOfLarge = SyntheticRegister.write(large, LARGE, SEED);
    // Once for the compiler, so that the ratio compares like with like.
    Linking.link(small);
    double secondsOfSmall = timed(small, truthOfSmall, folder);
    double secondsOfLarge = timed(large, truthOfLarge, folder);
    bound("seconds for 1,000,000 rows, files written", secondsOfLarge, MOST_SECONDS);
    bound("times the seconds of 100,000 rows", secondsOfLarge / secondsOfSmall, MOST_RATIO);
    System.out.printf(Locale.ROOT, "heap at most %d MB, used at peak %d MB%n",
        Runtime.getRuntime().maxMemory() >> 20, peak() >> 20);
  }

  private double timed(Path register, int[] truth, Path folder) throws IOException, BadMapping {
    long cpu = cpu();
    long start = System.nanoTime();
    Linkage linkage = Linking.link(register);
    long linked = System.nanoTime();
    try (BufferedWriter networks = Files.newBufferedWriter(folder.resolve("networks.csv"));
        BufferedWriter links = Files.newBufferedWriter(folder.resolve("links.csv"))) {
      LinkageFiles.networks(linkage, networks);
      LinkageFiles.links(linkage, links);
    }
    long end = System.nanoTime();
    System.out.printf(Locale.ROOT,
        "%,d rows: linked in %.2f s, written in %.2f s, processor %.2f s; %,d networks, %,d links%n",
        truth.length, (linked - start) / 1e9, (end - linked) / 1e9, (cpu() - cpu) / 1e9, linkage.networks().size(),
        linkage.links().size());
    Agreement agreement = Agreement.of(truth, networks(linkage, truth.length));
    System.out.println(agreement);
    int joined = Justification.joined(linkage);
    int needed = truth.length - linkage.networks().size();
    System.out.printf(Locale.ROOT, "%,d joins told by links, %,d needed for the networks%n", joined, needed);
    missed |= joined != needed || agreement.precision() < LEAST_AGREEMENT || agreement.recall() < LEAST_AGREEMENT;
    return (end - start) / 1e9;
  }

  private static int[] networks(Linkage linkage, int rows) {
    Map<String, Integer> numbers = new HashMap<>();
    int number = 0;
    for (Network network : linkage.networks()) {
      for (String site : network.sites()) {
        numbers.put(site, number);
      }
      number++;
    }
    int[] networks = new int[rows];
    for (int row = 0; row < rows; row++) {
      networks[row] = numbers.getOrDefault(SyntheticRegister.site(row, rows), -1);
    }
    return networks;
  }

  private void bound(String what, double value, double most) {
    boolean kept = value <= most;
    missed |= !kept;
    System.out.printf(Locale.ROOT, "%.2f %s (at most %.0f): %s%n", value, what, most, kept ? "kept" : "MISSED");
  }

  /** Processor time of all threads so far, in nanoseconds: comparable on a machine that others use too. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans()
        .stream()
        .filter(p -> p.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(u -> u.getUsed())
        .sum();
  }
}
