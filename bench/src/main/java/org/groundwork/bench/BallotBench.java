// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.Verification;
import org.groundwork.ballot.internal.verify.BallotCheck;

/**
 * What verifying costs: the same record by {@code belenios-tool election verify} and by ours, as whole programs, with plain
 * arithmetic and with GMP; a record in the group Ed25519, which that tool does not know; and how many ballots a second are
 * received with every check.
 *
 * <p>
 * Arguments: a folder, and how many ballots in BELENIOS-2048 (4,000); Ed25519 has six times as many.
 */
public final class BallotBench {
  private static final String VERIFY = "--verify";
  private static final int BALLOTS = 4_000;
  private static final int EDWARDS = 6;
  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");
  private static final double MILLION = 1e6;
  private boolean kept = true;

  private BallotBench() {}

  /** Measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && arguments[0].equals(VERIFY)) {
      System.exit(verified(Path.of(arguments[1])) ? 0 : 1);
    }
    if (arguments.length < 1 || arguments.length > 2
        || (arguments.length == 2 && !arguments[1].matches("[1-9]\\d{2,5}"))) {
      System.err.println("usage: ballot DIRECTORY [BALLOTS]");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int ballots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : BALLOTS;
    var bench = new BallotBench();
    bench.belenios(folder.resolve("belenios"), ballots);
    bench.edwards(folder.resolve("edwards"), EDWARDS * ballots);
    System.out.println(bench.kept ? "every bound kept" : "a bound was MISSED");
    System.exit(bench.kept ? 0 : 1);
  }

  /** What the program does that is measured: as the command verify, without a word. */
  private static boolean verified(Path record) throws IOException {
    return Verification.of(record).run(_ -> {}, _ -> {}) != Verdict.INVALID;
  }

  /** Seconds of processors and of the clock. */
  private record Cost(double cpu, double wall) {}

  /** A program's cost, as the shell tells it of its children. */
  private static Cost cost(Path folder, List<String> command) throws Exception {
    var shell = new ArrayList<String>(List.of("sh", "-c", "\"$@\" > ../out 2> ../err || exit 1; times", "sh"));
    shell.addAll(command);
    long start = System.nanoTime();
    Process process = new ProcessBuilder(shell).directory(folder.toFile()).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          command + ": " + Files.readString(folder.resolveSibling("err"))
              + Files.readString(folder.resolveSibling("out")));
    }
    double wall = (System.nanoTime() - start) / (MILLION * 1_000);
    String children = told.strip().lines().skip(1).findFirst().orElseThrow();
    Matcher time = TIME.matcher(children);
    double cpu = 0;
    while (time.find()) {
      cpu += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
    }
    return new Cost(cpu, wall);
  }

  private static List<String> ours(Path record, String kernel) {
    return List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx900m", "-XX:+UseParallelGC",
        "--enable-native-access=ALL-UNNAMED", "-Dgroundwork.ballot.kernel=" + kernel, "-cp",
        System.getProperty("java.class.path"), BallotBench.class.getName(), VERIFY, record.toString());
  }

  private static void print(String what, Cost cost, int ballots) {
    System.out.printf(Locale.ROOT, "%-28s %6.2f ms CPU, %6.2f ms wall a ballot%n", what, 1_000 * cost.cpu() / ballots,
        1_000 * cost.wall() / ballots);
  }

  private void bound(String what, double measured, double bound, boolean atLeast) {
    boolean good = atLeast ? measured >= bound : measured <= bound;
    kept &= good;
    System.out.printf(Locale.ROOT, "  %-40s %6.2f (bound %.2f)%s%n", what, measured, bound, good ? "" : " MISSED");
  }

  private void belenios(Path folder, int ballots) throws Exception {
    var records = new BallotRecords(folder, "BELENIOS-2048", ballots);
    records.cast();
    System.out.printf(Locale.ROOT, "BELENIOS-2048, %d ballots, one question of three answers%n", ballots);
    Cost theirs = cost(folder, List.of("belenios-tool", "election", "verify"));
    print("belenios-tool", theirs, ballots);
    Cost plain = cost(folder, ours(records.file(), "plain"));
    print("ours, plain Java", plain, ballots);
    Cost gmp = cost(folder, ours(records.file(), "gmp"));
    print("ours, GMP", gmp, ballots);
    bound("plain: times less CPU", theirs.cpu() / plain.cpu(), 1.6, true);
    bound("plain: times less wall", theirs.wall() / plain.wall(), 3, true);
    bound("GMP: times less CPU", theirs.cpu() / gmp.cpu(), 2.2, true);
    bound("GMP: times less wall", theirs.wall() / gmp.wall(), 4.2, true);
  }

  private void edwards(Path folder, int ballots) throws Exception {
    var records = new BallotRecords(folder, "Ed25519", ballots);
    records.cast();
    System.out.printf(Locale.ROOT, "Ed25519, %d ballots of the same kind%n", ballots);
    Cost cost = cost(folder, ours(records.file(), "plain"));
    print("ours", cost, ballots);
    bound("ms CPU a ballot", 1_000 * cost.cpu() / ballots, 1.2, false);
    bound("ms wall a ballot", 1_000 * cost.wall() / ballots, 0.65, false);
    receive(records, ballots);
  }

  /** Ballots of the record once more, one after the other on one core, with every check exact. */
  private void receive(BallotRecords records, int ballots) throws IOException {
    var check = new BallotCheck(records.election(), records.context(), _ -> true);
    List<byte[]> texts = records.ballots(0, ballots)
        .stream()
        .map(each -> each.getBytes(StandardCharsets.US_ASCII))
        .toList();
    texts.subList(0, texts.size() / 2).forEach(check::checked);
    long start = System.nanoTime();
    texts.subList(texts.size() / 2, texts.size()).forEach(check::checked);
    double seconds = (System.nanoTime() - start) / (MILLION * 1_000);
    bound("ballots a second received on one core", (texts.size() >> 1) / seconds, 300, true);
  }
}
