// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.Sites;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions that read a site's units and note the look, by several threads on one local: as the product does it, and
 * as if each took the end of the chain first and held it until its commit.
 */
final class AuditedTransactions {
  private static final int THREADS = 8;
  private static final int SECONDS = 10;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Sites sites;
  private final AuditedViewsBench.Place place;

  AuditedTransactions(ConfigurableApplicationContext application, AuditedViewsBench.Place place) {
    transactions = application.getBean(Transactions.class);
    jdbc = application.getBean(JdbcClient.class);
    audit = application.getBean(Audit.class);
    sites = application.getBean(Sites.class);
    this.place = place;
  }

  /** How many entries the local's log has. */
  long entries() throws Exception {
    return Tenancy.in(place.local(),
        () -> transactions.read(() -> jdbc.sql("select count(*) from platform.audit_entry where local_id = ?")
            .param(place.local().value())
            .query(Long.class)
            .single()));
  }

  void compare() throws Exception {
    run(false, 2);
    double free = run(false, SECONDS);
    double held = run(true, SECONDS);
    System.out.printf(java.util.Locale.ROOT,
        "audited transactions a second: %.0f as the product writes them, %.0f holding the end of the chain; ratio %.1f%n",
        free, held, free / held);
  }

  private double run(boolean holding, int seconds) throws Exception {
    var done = new AtomicInteger();
    long began = System.nanoTime();
    long end = began + seconds * 1_000_000_000L;
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int at = 0; at < THREADS; at++) {
        var _ = threads.submit(() -> Tenancy.in(place.local(), () -> Callers.as(place.actor(), () -> {
          while (System.nanoTime() < end) {
            transactions.run(() -> view(holding));
            done.incrementAndGet();
          }
          return done;
        })));
      }
    }
    return done.get() / ((System.nanoTime() - began) / 1e9);
  }

  private void view(boolean holding) {
    if (holding) {
      jdbc.sql("select seq from platform.audit_head where local_id = ? for update")
          .param(place.local().value())
          .query(Long.class)
          .optional();
    }
    sites.units(place.site());
    audit.record("site-seen", new SubjectRef("site", place.site()), "");
  }
}
