// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a piece of work in one local after another. Where it fails in one, the others have it done all the same. */
public final class EveryLocal {
  private static final Logger log = LoggerFactory.getLogger(EveryLocal.class);

  private EveryLocal() {}

  /** Does {@code work} in every local, outside of a transaction; {@code name} stands in the log where it fails. */
  public static void run(String name, Locals locals, Transactions transactions, Consumer<Locals.Entry> work) {
    for (Locals.Entry local : all(locals, transactions)) {
      try {
        Tenancy.run(local.id(), () -> work.accept(local));
      } catch (RuntimeException e) {
        log.error("{} failed in local {} and went on: {}", name, local.id().value(), e.getClass().getName());
      }
    }
  }

  /** Does {@code work} in one local and a writing transaction of its own, as {@link #run} would do it in each. */
  public static <T> T write(Locals.Entry local, Transactions transactions, Supplier<T> work) {
    return bound(() -> Tenancy.in(local.id(), () -> transactions.write(work)));
  }

  private static List<Locals.Entry> all(Locals locals, Transactions transactions) {
    return bound(() -> Tenancy.inInstallation(() -> transactions.read(locals::all)));
  }

  private static <T> T bound(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("what is done in a local throws nothing checked", e);
    }
  }
}
