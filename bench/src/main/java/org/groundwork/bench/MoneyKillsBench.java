// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Kills the product as a whole, again and again, at random moments of dues runs and of statements that are brought in,
 * taken and confirmed, and of messages by which Stripe tells of payments by card, and looks afterwards whether everything is
 * there once: each charge, each line, each payment; and whether the books add up. A program of its own is the product, so that
 * the kill is one: SIGKILL to the Java process, from which its PostgreSQL recovers. What stands in for Stripe is in the process
 * that kills, and so outlives it. Exit 1 if anything is there twice or missing.
 *
 * <p>Arguments: a directory for the data, which is made anew, and how often it is killed.
 */
public final class MoneyKillsBench {
  private static final Duration LONG = Duration.ofMinutes(5);
  /** The kill falls within so many milliseconds of the moment at which work begins. */
  private static final int WITHIN = 2_500;
  private final Path directory;
  private final Random random = new Random(20_261_128);
  private final StripeStandIn stripe;
  private final StripeCourier courier;

  private MoneyKillsBench(Path directory, StripeStandIn stripe) {
    this.directory = directory;
    this.stripe = stripe;
    courier = new StripeCourier(stripe, new Random(20_261_129));
  }

  /** Kills and looks. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{0,3}")) {
      System.err.println("usage: MoneyKillsBench DIRECTORY TIMES");
      System.exit(2);
    }
    boolean kept;
    try (var stripe = new StripeStandIn()) {
      kept = new MoneyKillsBench(Path.of(arguments[0]).toAbsolutePath(), stripe).run(Integer.parseInt(arguments[1]));
    }
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
      try (var _ = courier.round(awaitHook(product))) {
        await(product, beside(".working"));
        boolean over = product.waitFor(random.nextInt(WITHIN), TimeUnit.MILLISECONDS);
        early += over ? 1 : 0;
        if (over && product.exitValue() != 0) {
          System.out.println("the product broke off by itself");
          return false;
        }
        product.destroyForcibly().waitFor();
      }
      if (time % 10 == 0) {
        System.out.printf(Locale.ROOT, "killed %d times%n", time);
      }
    }
    System.out.printf(Locale.ROOT, "killed %d times, %d of them after its work had ended%n", times, early);
    return looked(product("check", times));
  }

  /** Has the last messages come in while it ends what was begun, and then has it look. */
  private boolean looked(Process product) throws Exception {
    try {
      courier.finish(awaitHook(product));
    } catch (IllegalStateException e) {
      product.destroyForcibly().waitFor();
      throw e;
    }
    stripe.report().write(beside(".told"));
    boolean right = ended(product);
    System.out.println(courier.line());
    var faults = new TreeSet<String>(courier.faults());
    faults.addAll(stripe.faults());
    faults.forEach(each -> System.out.println("  " + each));
    return right && faults.isEmpty();
  }

  private Path beside(String ending) { return directory.resolveSibling(directory.getFileName() + ending); }

  private Process product(String what, int time) throws IOException {
    var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), MoneyKilled.class.getName(),
        directory.toString(), what, Integer.toString(time), stripe.url()));
    for (String ending : List.of(".hook", ".working", ".told")) {
      Files.deleteIfExists(beside(ending));
    }
    return new ProcessBuilder(command).inheritIO().start();
  }

  /** Waits until it hears Stripe; answers at which address. */
  private URI awaitHook(Process product) throws Exception {
    await(product, beside(".hook"));
    return URI.create(Files.readString(beside(".hook")));
  }

  private static void await(Process product, Path sign) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(sign)) {
      if (!product.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the product does not begin to work");
      }
      Thread.sleep(5);
    }
  }

  private static boolean ended(Process product) throws InterruptedException { return product.waitFor() == 0; }
}
