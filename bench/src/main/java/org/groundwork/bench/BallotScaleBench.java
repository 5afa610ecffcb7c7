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
 * verifier holds grows by at most 200 bytes with each credential; what it holds besides, batches under way and elements that
 * wait to be asked whether they belong, does not grow. Run with a heap of 900 MB ({@code GROUNDWORK_HEAP=900m}).
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
    long heldSmall = Holding.bytes(small) - before;
    long heldLarge = Holding.bytes(large) - before;
    long each = (heldLarge - heldSmall) / (ballots - ballots / TENTH);
    System.out.printf(Locale.ROOT, "held: %,d KB, with a tenth of the ballots %,d KB: %d bytes more for each credential"
        + " (bound %d)%n", heldLarge >> 10, heldSmall >> 10, each, MOST_BYTES);
    boolean kept = ratio <= MOST_RATIO && most >> 20 < MOST_HEAP && each <= MOST_BYTES;
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

  /**
   * The least that is live while the last fifth of a record is verified, of many looks: what batches under way and elements
   * that wait to be asked take comes and goes, and is left out so.
   */
  private static final class Holding {
    private static final int LOOKS = 60;
    private static final int PART = 5;

    static long bytes(Path record) throws Exception {
      long size = Files.size(record);
      var next = new long[]{size - size / PART};
      var least = new long[]{Long.MAX_VALUE};
      Verification.of(record).run(_ -> {}, read -> {
        if (read > next[0]) {
          least[0] = Math.min(least[0], used());
          next[0] = read + size / PART / LOOKS;
        }
      });
      return least[0];
    }
  }
}
