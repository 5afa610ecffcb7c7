// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.Verification;

/**
 * A record of 100,000 ballots in the group Ed25519 beside one of a tenth: the time grows with the ballots, and what the
 * verifier holds stays below 200 bytes for each credential. Run with a heap of 900 MB ({@code GROUNDWORK_HEAP=900m}).
 *
 * <p>
 * Arguments: a folder, and the number of ballots (100,000).
 */
public final class BallotScaleBench {
  private static final int BALLOTS = 100_000;
  private static final int TENTH = 10;
  private static final double MILLION = 1e6;
  private static final double MOST_RATIO = 11;
  private static final long MOST_BYTES = 200;
  private static final long MOST_HEAP = 1_000;

  private BallotScaleBench() {}

  /** Measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1 || arguments.length > 2
        || (arguments.length == 2 && !arguments[1].matches("[1-9]\\d{3,6}"))) {
      System.err.println("usage: ballot-scale DIRECTORY [BALLOTS]");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int ballots = arguments.length == 2 ? Integer.parseInt(arguments[1]) : BALLOTS;
    Path small = record(folder.resolve("small"), ballots / TENTH);
    Path large = record(folder.resolve("large"), ballots);
    seconds(small);
    double tenth = seconds(small);
    long before = used();
    double all = seconds(large);
    long most = peak();
    double ratio = all / tenth;
    System.out.printf(Locale.ROOT, "%,d ballots in %.1f s, %,d in %.1f s: %.1f times (bound %.0f)%n", ballots, all,
        ballots / TENTH, tenth, ratio, MOST_RATIO);
    System.out.printf(Locale.ROOT, "%,d MB file; most heap %,d MB (bound %,d)%n", Files.size(large) >> 20, most >> 20,
        MOST_HEAP);
    long held = Holding.bytes(large) - before;
    System.out.printf(Locale.ROOT, "%d bytes held for each credential (bound %d)%n", held / ballots, MOST_BYTES);
    boolean kept = ratio <= MOST_RATIO && most >> 20 < MOST_HEAP && held / ballots <= MOST_BYTES;
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private static Path record(Path folder, int ballots) throws Exception {
    var records = new BallotRecords(folder, "Ed25519", ballots);
    records.cast();
    return records.file();
  }

  private static double seconds(Path record) throws Exception {
    long start = System.nanoTime();
    Verdict verdict = Verification.of(record).run(_ -> {}, _ -> {});
    if (verdict == Verdict.INVALID) {
      throw new IllegalStateException("the record is false");
    }
    return (System.nanoTime() - start) / (MILLION * 1_000);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans()
        .stream()
        .filter(each -> each.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(each -> each.getUsed())
        .sum();
  }

  /** What is live while the last ballots of a record are verified. */
  private static final class Holding {
    static long bytes(Path record) throws Exception {
      long size = Files.size(record);
      var most = new long[1];
      Verification.of(record).run(_ -> {}, read -> {
        if (read > size - (size >> 6) && most[0] == 0) {
          most[0] = used();
        }
      });
      return most[0];
    }
  }
}
