// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.tenancy.Transactions;

/** Lets a test run a kind of job in its own thread: each step in a transaction of its own, nothing kept of it. */
public final class StepByStep implements JobContext {
  private final Transactions transactions = Product.shared().bean(Transactions.class);

  @Override
  public UUID job() { return UUID.randomUUID(); }

  @Override
  public Optional<String> checkpoint() { return Optional.empty(); }

  @Override
  public void step(String checkpoint, Runnable work) { transactions.run(work); }

  @Override
  public String step(Supplier<String> work) { return transactions.write(work); }

  @Override
  public void progress(long done, long total) {}

  @Override
  public void count(String name, long more) {}

  @Override
  public void refused(String place, String reason, Object... arguments) {}
}
