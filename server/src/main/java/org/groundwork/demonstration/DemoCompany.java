// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;

/** Everybody of the demonstration who has an account: each acts as themselves, with the mandates they hold. */
final class DemoCompany {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private final Parts parts;
  private final Locals.Entry local;
  private final Map<String, UUID> accounts;

  /** What acting needs. */
  record Parts(Transactions transactions, Mandates mandates) {}

  /** @param accounts by the names of their holders */
  DemoCompany(Parts parts, Locals.Entry local, Map<String, UUID> accounts) {
    this.parts = parts;
    this.local = local;
    this.accounts = Map.copyOf(accounts);
  }

  /** Somebody does something, within one transaction. */
  <T> T does(String who, Supplier<T> work) throws Exception {
    return alone(who, () -> parts.transactions().write(work));
  }

  /** Somebody does something that opens its own transactions. */
  <T> T alone(String who, Callable<T> work) throws Exception {
    UUID account = Objects.requireNonNull(accounts.get(who), who);
    Caller.Actor actor = Tenancy.in(local.id(), () -> parts.transactions().read(() -> {
      UUID person = parts.mandates().personOf(account).orElseThrow();
      return new Caller.Actor(account, false, local.id(), local.handle(), person, parts.mandates().inForce(person));
    }));
    return Tenancy.in(local.id(), () -> Callers.as(actor, work));
  }

  /**
   * Waits until a job has done something.
   *
   * @throws IllegalStateException if it is not done within five minutes, or the waiting is interrupted
   */
  void until(String what, BooleanSupplier done) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!Tenancy.in(local.id(), () -> parts.transactions().read(done::getAsBoolean))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the demonstration waits in vain: " + what);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the demonstration was stopped while it is set up", stopped);
      }
    }
  }
}
