// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.groundwork.count.BadFile;
import org.groundwork.count.BltReader;
import org.groundwork.count.Counting;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.NamedRule;

/**
 * Counts made-up elections: by {@code ./groundwork count} as a process, with reading and start, and within this one. Scottish
 * STV of 1,000,000 papers of 20 candidates for 5 seats: whole command under 1.2 s, counting under 0.6 s, memory under 1 GB;
 * Meek on the same under 4 s; Schulze of 100,000 full rankings of 100 candidates under 1 s; the command on a small file
 * under 0.5 s. Beside them {@code belenios-tool method stv} on a tenth of the papers, so that a slow machine shows as a
 * ratio. Exit 1 if one is missed.
 *
 * <p>
 * Arguments: a directory for the files, which is made, and the number of papers (1000000).
 */
public final class CountBench {
  private static final int CANDIDATES = 20;
  private static final int TIMES = 7;
  private static final long SEED = 20_261_127;
  private static final Lots LOTS = new Lots.Seeded("0");
  private static boolean kept = true;
  /** The most memory that a command held of the machine, in MB, as Linux tells it while the command runs. */
  private static volatile long held;

  private CountBench() {}

  /** Makes the files and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1 || arguments.length > 2
        || (arguments.length == 2 && !arguments[1].matches("[1-9]\\d{2,7}"))) {
      System.err.println("usage: count DIRECTORY [PAPERS]");
      System.exit(2);
    }
    int papers = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 1_000_000;
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    double share = papers / 1e6;
    List<int[]> all = rankings(papers, CANDIDATES, 3);
    Path large = blt(folder.resolve("large.blt"), all, CANDIDATES, 5);
    System.out.printf(Locale.ROOT, "%,d papers, %d candidates, %,d bytes%n", papers, CANDIDATES, Files.size(large));
    commands(folder, large, share, papers > 1_000_000 ? "2g" : "1g");
    counting(large, share);
    schulze(folder);
    belenios(folder, all.subList(0, papers / 10));
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private static void commands(Path folder, Path large, double share, String heap) throws Exception {
    Path small = blt(folder.resolve("small.blt"), rankings(20, 4, 1), 4, 2);
    bound("the command on a small file", wall("1g", "scottish", small), 500);
    held = 0;
    bound("the command, scottish", wall(heap, "scottish", large), Math.max(500, 1_200 * share));
    System.out.printf(Locale.ROOT, "  with a heap of %s it held %,d MB of memory%n", heap, held);
    bound("the command, meek", wall(heap, "meek", large), Math.max(500, 4_000 * share));
  }

  private static void counting(Path large, double share) throws IOException, BadFile {
    byte[] file = Files.readAllBytes(large);
    var reading = new ArrayList<Double>();
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      BltReader.read(file);
      reading.add((System.nanoTime() - start) / 1e6);
    }
    say("reading in a warm process", reading);
    Election election = BltReader.read(file);
    bound("counting, scottish", counted(election, NamedRule.SCOTTISH), Math.max(100, 600 * share));
    bound("counting, meek", counted(election, NamedRule.MEEK), Math.max(100, 4_000 * share));
  }

  private static void schulze(Path folder) throws IOException, BadFile {
    Path full = blt(folder.resolve("full.blt"), rankings(100_000, 100, 100), 100, 1);
    bound("counting, schulze, 100,000 full rankings of 100",
        counted(BltReader.read(Files.readAllBytes(full)), NamedRule.SCHULZE),
        1_000);
  }

  /** The same papers by both, a tenth of them, since Belenios takes seconds for each hundred thousand. */
  private static void belenios(Path folder, List<int[]> papers) throws Exception {
    Path blt = blt(folder.resolve("tenth.blt"), papers, CANDIDATES, 5);
    Path json = folder.resolve("tenth.json");
    try (var out = Files.newBufferedWriter(json)) {
      out.write('[');
      for (int at = 0; at < papers.size(); at++) {
        var ranks = new int[CANDIDATES];
        int[] paper = papers.get(at);
        for (int rank = 0; rank < paper.length; rank++) {
          ranks[paper[rank] - 1] = rank + 1;
        }
        out.write((at == 0 ? "" : ",") + Arrays.toString(ranks));
      }
      out.write(']');
    }
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    for (int time = 0; time < 3; time++) {
      ours.add(millis(new ProcessBuilder(command("1g", "scottish", blt))));
      theirs.add(
          millis(new ProcessBuilder("belenios-tool", "method", "stv", "--nseats", "5").redirectInput(json.toFile())));
    }
    say(String.format(Locale.ROOT, "the command, scottish, %,d papers", papers.size()), ours);
    say("belenios-tool method stv on the same", theirs);
    System.out.printf(Locale.ROOT, "ratio of medians %.2f%n", median(ours) / median(theirs));
  }

  private static List<Double> counted(Election election, NamedRule rule) {
    var times = new ArrayList<Double>();
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      if (Counting.count(election, rule.rule(), LOTS).elected().isEmpty()) {
        throw new IllegalStateException("nobody was elected");
      }
      times.add((System.nanoTime() - start) / 1e6);
    }
    return times;
  }

  private static List<Double> wall(String heap, String rule, Path file) throws Exception {
    var times = new ArrayList<Double>();
    for (int time = 0; time < TIMES; time++) {
      times.add(millis(new ProcessBuilder(command(heap, rule, file))));
    }
    return times;
  }

  private static List<String> command(String heap, String rule, Path file) {
    return List.of("env", "GROUNDWORK_HEAP=" + heap, "./groundwork", "count", "--rule", rule, "--format", "json",
        file.toString());
  }

  private static double millis(ProcessBuilder builder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread.ofVirtual().start(() -> watch(process));
    try (var out = process.getInputStream()) {
      out.transferTo(java.io.OutputStream.nullOutputStream());
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(builder.command() + " ended with " + process.exitValue());
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Looks now and then at the most that a process has held so far: the last look is a few milliseconds before its end. */
  private static void watch(Process process) {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try {
      while (process.isAlive()) {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            held = Math.max(held, Long.parseLong(line.replaceAll("\\D", "")) / 1024);
          }
        }
        Thread.sleep(5);
      }
    } catch (IOException ended) {
      // The process ended between the question whether it runs and the look.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Papers of at least so many of the candidates, who are not all liked as much. */
  private static List<int[]> rankings(int papers, int candidates, int least) {
    var random = new SplittableRandom(SEED);
    var all = new ArrayList<int[]>(papers);
    for (int paper = 0; paper < papers; paper++) {
      var order = new int[candidates];
      for (int at = 0; at < candidates; at++) {
        int other = random.nextInt(at + 1);
        order[at] = order[other];
        order[other] = at + 1;
      }
      int liked = random.nextInt(candidates) * random.nextInt(candidates) / candidates;
      int first = order[0];
      order[0] = order[liked];
      order[liked] = first;
      all.add(Arrays.copyOf(order,
          least >= candidates ? candidates : least + random.nextInt(Math.max(1, candidates - 4 - least))));
    }
    return all;
  }

  private static Path blt(Path file, List<int[]> papers, int candidates, int seats) {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(candidates + " " + seats + "\n");
      for (int[] paper : papers) {
        var line = new StringBuilder("1 ");
        for (int candidate : paper) {
          line.append(candidate).append(' ');
        }
        out.write(line.append("0\n").toString());
      }
      out.write("0\n");
      for (int candidate = 1; candidate <= candidates; candidate++) {
        out.write("\"Candidate " + candidate + "\"\n");
      }
      out.write("\"Made up\"\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void bound(String what, List<Double> times, double most) {
    say(what, times);
    if (median(times) > most) {
      kept = false;
      System.out.printf(Locale.ROOT, "  more than %.0f ms%n", most);
    }
  }

  private static void say(String what, List<Double> times) {
    System.out.printf(Locale.ROOT, "%s: median %.0f ms, first %.0f ms, of %d%n", what, median(times), times.getFirst(),
        times.size());
  }

  private static double median(List<Double> times) {
    var sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
