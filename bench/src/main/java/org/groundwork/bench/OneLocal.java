// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.Groundwork;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product with one local, to be measured from within; remembers whether every bound was kept. */
final class OneLocal implements AutoCloseable {
  private final ConfigurableApplicationContext application;
  private final LocalId local;
  private boolean kept = true;

  private OneLocal(ConfigurableApplicationContext application, LocalId local) {
    this.application = application;
    this.local = local;
  }

  /** Starts the product in a directory, which is made anew, and founds a local in it; settings as in {@code --name=value}. */
  static OneLocal in(String directory, String currency, String... settings) throws Exception {
    var application = start(directory, settings);
    var opened = application.getBean(Accounts.class).open("en", "271828", false);
    var local = application.getBean(Founding.class)
        .found(opened.account(), "Ana", new Locals.Profile("Bench", Locale.ENGLISH, ZoneId.of("UTC"),
            Currency.getInstance(currency)));
    return new OneLocal(application, local.id());
  }

  /** Starts the product in a directory in which it was before, with the local of that time. */
  static OneLocal again(String directory, String local, String... settings) {
    return new OneLocal(start(directory, settings), new LocalId(UUID.fromString(local.strip())));
  }

  private static ConfigurableApplicationContext start(String directory, String... settings) {
    var all = new ArrayList<String>(List.of(settings));
    all.add("--server.port=0");
    all.add("--groundwork.data=" + Path.of(directory).toAbsolutePath());
    return SpringApplication.run(Groundwork.class, all.toArray(String[]::new));
  }

  LocalId id() { return local; }

  /** The port of this machine on which the product answers. */
  int port() {
    return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
  }

  <T> T bean(Class<T> type) { return application.getBean(type); }

  /** Does work in a writing transaction of the local. */
  <T> T in(Callable<T> work) throws Exception {
    return Tenancy.in(local, () -> bean(Transactions.class).write(() -> {
      try {
        return work.call();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }));
  }

  /** The same for what takes longer than a statement may that somebody waits for. */
  <T> T patiently(Callable<T> work) throws Exception {
    return in(() -> {
      bean(JdbcClient.class).sql("set local statement_timeout = 0").update();
      return work.call();
    });
  }

  double millis(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    in(work::call);
    return (System.nanoTime() - start) / 1e6;
  }

  /** Prints a time, and whether it is more than it may be. */
  void bound(String what, double took, double most) {
    System.out.printf(Locale.ROOT, "%s: %.1f ms%n", what, took);
    require(took <= most, "more than %.0f ms".formatted(most));
  }

  /** Remembers, and says, that something is not as it must be. */
  void require(boolean holds, String otherwise) {
    if (!holds) {
      kept = false;
      System.out.println("  " + otherwise);
    }
  }

  boolean kept() { return kept; }

  @Override
  public void close() { application.close(); }
}
