// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.Verification;
import org.groundwork.ballot.internal.role.RecordKeeper;

/**
 * What it takes to add one ballot to the record of an election with thousands: the record is verified once, and then only
 * what was added. Beside it one verification of the same record, in turns.
 *
 * <p>
 * Arguments: a folder, the number of ballots (4,000), and the group (Ed25519).
 */
public final class BallotAddBench {
  private static final int BALLOTS = 4_000;
  private static final int TIMES = 5;
  private static final double MOST = 1.2;
  private static final double NANOSECONDS = 1e9;

  private BallotAddBench() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 3
        || (arguments.length > 1 && !arguments[1].matches("[1-9]\\d{1,5}"))) {
      System.err.println("usage: ballot-add DIRECTORY [BALLOTS [GROUP]]");
      System.exit(2);
    }
    int ballots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : BALLOTS;
    String group = arguments.length > 2 ? arguments[2] : "Ed25519";
    var records = new BallotRecords(Path.of(arguments[0]).toAbsolutePath(), group, ballots);
    records.cast();
    var verified = new double[TIMES];
    var added = new double[TIMES];
    for (int i = -1; i < TIMES; i++) {
      List<String> again = records.ballots(0, 1);
      double verifying = seconds(() -> {
        if (Verification.of(records.file()).run(_ -> {}, _ -> {}) == Verdict.INVALID) {
          throw new IllegalStateException("the record is false");
        }
      });
      double adding = seconds(() -> {
        RecordKeeper after = RecordKeeper.change(records.file(), keeper -> keeper.receive(again).record());
        if (after.state().voters() != ballots) {
          throw new IllegalStateException("the ballot was not taken");
        }
      });
      if (i >= 0) {
        verified[i] = verifying;
        added[i] = adding;
      }
    }
    double ratio = median(added) / median(verified);
    System.out.printf(Locale.ROOT,
        "%s, %,d ballots, seconds of processor, medians of %d: verified in %.2f s, one added in"
            + " %.2f s: %.2f times (bound %.1f)%s%n",
        group, ballots, TIMES, median(verified), median(added), ratio, MOST,
        ratio <= MOST ? "" : " MISSED");
    System.exit(ratio <= MOST ? 0 : 1);
  }

  /** Some work. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    var bean = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begun = bean.getProcessCpuTime();
    work.run();
    return (bean.getProcessCpuTime() - begun) / NANOSECONDS;
  }

  private static double median(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i])
        .sorted()
        .skip(values.length >> 1)
        .findFirst()
        .orElseThrow();
  }
}
