// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.tenancy.Transactions;

/** Lets a test run a kind of job in its own thread: each step in a transaction of its own, nothing kept but what was refused. */
public final class StepByStep implements JobContext {
  private final Optional<String> from;
  private final List<String> refused = new ArrayList<>();
  private final Transactions transactions = Product.shared().bean(Transactions.class);

  /** From the beginning. */
  public StepByStep() { this(Optional.empty()); }

  private StepByStep(Optional<String> from) { this.from = from; }

  /** As a run that goes on behind a checkpoint. */
  public static StepByStep behind(String checkpoint) {
    return new StepByStep(Optional.of(checkpoint));
  }

  /** The reasons of what was refused. */
  public List<String> refused() { return List.copyOf(refused); }

  @Override
  public UUID job() { return UUID.randomUUID(); }

  @Override
  public Optional<String> checkpoint() { return from; }

  @Override
  public void step(String checkpoint, Runnable work) { transactions.run(work); }

  @Override
  public String step(Supplier<String> work) { return transactions.write(work); }

  @Override
  public void progress(long done, long total) {}

  @Override
  public void count(String name, long more) {}

  @Override
  public void refused(String place, String reason, Object... arguments) { refused.add(reason); }
}
