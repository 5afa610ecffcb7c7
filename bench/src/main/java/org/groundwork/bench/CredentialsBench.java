// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.CredentialIssue;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.Randomness;

/**
 * What it takes to make the credentials of a large union, of both lengths, in the group Ed25519 on all cores: processor and
 * clock, to the public list.
 *
 * <p>
 * Argument: how many (250,000).
 */
public final class CredentialsBench {
  private static final int VOTERS = 250_000;
  private static final double MOST_SECONDS = 60;
  private static final double NANOSECONDS = 1e9;

  private CredentialsBench() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].matches("[1-9]\\d{2,6}"))) {
      System.err.println("usage: credentials [VOTERS]");
      System.exit(2);
    }
    int voters = arguments.length == 1 ? Integer.parseInt(arguments[0]) : VOTERS;
    boolean kept = true;
    for (CredentialIssue.Form form : CredentialIssue.Form.values()) {
      kept &= measured(form, voters);
    }
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private static boolean measured(CredentialIssue.Form form, int number) throws IOException {
    byte[] template = ElectionDraft.template("Bench", "",
        List.of(new Asked("Strike?", List.of("Yes", "No"), false, false, 1, 1)), Optional.empty(), Optional.empty());
    ElectionDraft draft = ElectionDraft.create(template, Optional.of("Ed25519"), false, Randomness.secure());
    List<CredentialIssue.Voter> voters = IntStream.range(0, number)
        .mapToObj(each -> new CredentialIssue.Voter("member " + each, 1))
        .toList();
    var bean = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = bean.getProcessCpuTime();
    long clock = System.nanoTime();
    int cores = Runtime.getRuntime().availableProcessors();
    var handed = new int[1];
    String list = new CredentialIssue(draft, form, false, Randomness.secure())
        .make(voters, cores, (_, _, _) -> handed[0]++);
    double wall = (System.nanoTime() - clock) / NANOSECONDS;
    double spent = (bean.getProcessCpuTime() - cpu) / NANOSECONDS;
    boolean good = wall <= MOST_SECONDS && spent <= MOST_SECONDS && handed[0] == number;
    System.out.printf(Locale.ROOT, "%,d credentials %-11s %6.1f s CPU, %6.1f s wall on %d cores, list of %,d bytes "
        + "(bound %.0f s)%s%n", number, form, spent, wall, cores, list.length(), MOST_SECONDS, good ? "" : " MISSED");
    return good;
  }
}
