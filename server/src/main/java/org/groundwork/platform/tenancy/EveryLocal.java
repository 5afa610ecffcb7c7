// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.util.List;
import java.util.function.Consumer;
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

  private static List<Locals.Entry> all(Locals locals, Transactions transactions) {
    try {
      return Tenancy.inInstallation(() -> transactions.read(locals::all));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("reading locals throws nothing checked", e);
    }
  }
}
