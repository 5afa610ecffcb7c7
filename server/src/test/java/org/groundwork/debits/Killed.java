// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.Product;

/** Runs steps as a job does, and breaks off at some of them: before, in the middle, and after. */
final class Killed implements JobContext {
  private enum Break {
    NOT, BEFORE, WITHIN, AFTER
  }

  /** The process is gone. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Transactions transactions = Product.shared().bean(Transactions.class);
  private final Random random;
  private Optional<String> checkpoint = Optional.empty();

  Killed(Random random) { this.random = random; }

  /** Does work over and over until it ends by itself; answers how often it was killed. */
  static int untilDone(Killed context, Runnable work) {
    int killed = 0;
    while (true) {
      try {
        work.run();
        return killed;
      } catch (Broken e) {
        killed++;
      }
    }
  }

  @Override
  public UUID job() { return UUID.randomUUID(); }

  @Override
  public Optional<String> checkpoint() { return checkpoint; }

  @Override
  public void step(String after, Runnable work) {
    step(() -> {
      work.run();
      return after;
    });
  }

  @Override
  public String step(Supplier<String> work) {
    Break how = List.of(Break.values()).get(random.nextInt(4));
    breakOff(how, Break.BEFORE);
    String after = transactions.write(() -> {
      String made = work.get();
      breakOff(how, Break.WITHIN);
      return made;
    });
    checkpoint = Optional.of(after);
    breakOff(how, Break.AFTER);
    return after;
  }

  private static void breakOff(Break how, Break at) {
    if (how == at) {
      throw new Broken();
    }
  }

  @Override
  public void progress(long done, long total) {}

  @Override
  public void count(String name, long more) {}

  @Override
  public void refused(String place, String reason, Object... arguments) {}
}
