// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.groundwork.Groundwork;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.NameSearch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the search for a name in one large local, as the application does it: as {@code gw_app}, within row
 * security, names opened and ranked. Prints percentiles over searches of five kinds; exit 1 above 30 ms.
 *
 * <p>Arguments: a directory for the data, which is made and kept, so that a second run only searches, and the number of
 * people.
 */
public final class NameSearchBench {
  private static final long SEED = 20261124;
  private static final int WARM_UP = 300;
  private static final int SEARCHES = 2_000;
  private static final long GOAL_NANOS = 30_000_000;

  private NameSearchBench() {}

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{2,6}")) {
      System.err.println("usage: NameSearchBench DIRECTORY PEOPLE");
      System.exit(2);
    }
    int people = Integer.parseInt(arguments[1]);
    boolean met;
    try (var application = SpringApplication.run(Groundwork.class, "--server.port=0",
        "--groundwork.data=" + Path.of(arguments[0]).toAbsolutePath())) {
      met = measure(application, people);
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean measure(ConfigurableApplicationContext application, int people) throws Exception {
    var names = new Names(new Random(SEED));
    LocalId local = filled(application, names, people);
    var search = application.getBean(NameSearch.class);
    var transactions = application.getBean(Transactions.class);
    var queries = new Queries(new Random(SEED + 1), names);
    long[] nanos = new long[SEARCHES];
    int found = 0;
    for (int i = -WARM_UP; i < SEARCHES; i++) {
      String typed = queries.next(Math.floorMod(i, Queries.KINDS));
      long start = System.nanoTime();
      var outcome = Tenancy.in(local, () -> transactions.read(() -> search.find(typed, Optional.empty())));
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
        found += outcome instanceof NameSearch.Outcome.Found all && !all.people().isEmpty() ? 1 : 0;
      }
    }
    return report(nanos, found);
  }

  /** The local of an earlier run in this directory, or a new one with people in it. */
  private static LocalId filled(ConfigurableApplicationContext application, Names names, int people) throws Exception {
    var transactions = application.getBean(Transactions.class);
    var locals = application.getBean(Locals.class);
    var earlier = Tenancy.inInstallation(() -> transactions.read(locals::all));
    if (!earlier.isEmpty()) {
      System.out.println("searching among the people of an earlier run");
      return earlier.getFirst().id();
    }
    var opened = application.getBean(Accounts.class).open("en", "271828", false);
    var local = application.getBean(Founding.class)
        .found(opened.account(), "Ana", new Locals.Profile("Bench", Locale.ENGLISH, ZoneId.of("UTC"),
            Currency.getInstance("USD")));
    long began = System.nanoTime();
    new PeopleSeed(application, local.id()).fill(names, people);
    System.out.printf("seeded %,d people in %d s%n", people, (System.nanoTime() - began) / 1_000_000_000L);
    return local.id();
  }

  private static boolean report(long[] nanos, int found) {
    for (int kind = 0; kind < Queries.KINDS; kind++) {
      int which = kind;
      long[] of = java.util.stream.IntStream.range(0, nanos.length)
          .filter(i -> i % Queries.KINDS == which)
          .mapToLong(i -> nanos[i])
          .sorted()
          .toArray();
      System.out.printf("%-26s p50 %6.2f ms  p95 %6.2f ms  worst %6.2f ms%n", Queries.name(kind), at(of, 50),
          at(of, 95), at(of, 100));
    }
    long[] all = nanos.clone();
    Arrays.sort(all);
    System.out.printf("%-26s p50 %6.2f ms  p95 %6.2f ms  worst %6.2f ms  found something %d of %d%n", "all",
        at(all, 50),
        at(all, 95), at(all, 100), found, all.length);
    return all[(int) Math.ceil(all.length * 0.95) - 1] <= GOAL_NANOS;
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)] / 1e6;
  }
}
