// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills the product as a whole, again and again, at random moments of dues runs and of statements that are brought in,
 * taken and confirmed, and looks afterwards whether everything is there once: each charge, each line, each payment; and
 * whether the books add up. A program of its own is the product, so that the kill is one: SIGKILL to the Java process, from
 * which its PostgreSQL recovers. Exit 1 if anything is there twice or missing.
 *
 * <p>Arguments: a directory for the data, which is made anew, and how often it is killed.
 */
public final class MoneyKillsBench {
  private static final Duration LONG = Duration.ofMinutes(5);
  /** The kill falls within so many milliseconds of the moment at which work begins. */
  private static final int WITHIN = 2_500;
  private final Path directory;
  private final Random random = new Random(20_261_128);

  private MoneyKillsBench(Path directory) { this.directory = directory; }

  /** Kills and looks. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{0,3}")) {
      System.err.println("usage: MoneyKillsBench DIRECTORY TIMES");
      System.exit(2);
    }
    boolean kept = new MoneyKillsBench(Path.of(arguments[0]).toAbsolutePath()).run(Integer.parseInt(arguments[1]));
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private boolean run(int times) throws Exception {
    if (!ended(product("seed", 0))) {
      return false;
    }
    int early = 0;
    for (int time = 1; time <= times; time++) {
      Process product = product("work", time);
      awaitWork(product);
      boolean over = product.waitFor(random.nextInt(WITHIN), TimeUnit.MILLISECONDS);
      early += over ? 1 : 0;
      product.destroyForcibly().waitFor();
      if (time % 10 == 0) {
        System.out.printf(Locale.ROOT, "killed %d times%n", time);
      }
    }
    System.out.printf(Locale.ROOT, "killed %d times, %d of them after its work had ended%n", times, early);
    return ended(product("check", times));
  }

  private Process product(String what, int time) throws IOException {
    var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), MoneyKilled.class.getName(),
        directory.toString(), what, Integer.toString(time)));
    Files.deleteIfExists(directory.resolveSibling(directory.getFileName() + ".working"));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private void awaitWork(Process product) throws Exception {
    Path working = directory.resolveSibling(directory.getFileName() + ".working");
    long end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(working)) {
      if (!product.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the product does not begin to work");
      }
      Thread.sleep(5);
    }
  }

  private static boolean ended(Process product) throws InterruptedException { return product.waitFor() == 0; }
}
