// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a transaction starts and ends, said in the code that needs it. Inner calls join the outer transaction. */
public final class Transactions {
  /** SQLSTATE of PostgreSQL for a transaction that was ended because two waited for one another. */
  private static final String DEADLOCK = "40P01";
  /** So often work is begun in all. */
  private static final int MOST_TIMES = 4;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final TransactionTemplate steady;
  private final TransactionTemplate within;

  public Transactions(PlatformTransactionManager manager) {
    writing = new TransactionTemplate(manager);
    reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_DEFAULT);
    steady = new TransactionTemplate(manager);
    steady.setReadOnly(true);
    steady.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    within = new TransactionTemplate(manager);
    within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Runs {@code work} in a transaction that commits unless it throws. Where two waited for one another, the database ends
   * one of them, and nothing it wrote is there: that one begins anew, a few times. So {@code work} keeps what it does
   * within the database, or may do it again.
   */
  public <T> T write(Supplier<T> work) {
    boolean inner = TransactionSynchronizationManager.isActualTransactionActive();
    for (int time = 1; !inner && time < MOST_TIMES; time++) {
      try {
        return writeOnce(work);
      } catch (ConcurrencyFailureException ended) {
        if (!isDeadlock(ended)) {
          throw ended;
        }
      }
    }
    return writeOnce(work);
  }

  /** The same, without beginning anew: for work that keeps count outside of the database. */
  public <T> T writeOnce(Supplier<T> work) {
    return Objects.requireNonNull(writing.execute(status -> work.get()));
  }

  /**
   * Runs {@code work} within the transaction that is under way. What it wrote is undone, and nothing else of the
   * transaction, unless its answer is good.
   */
  public <T> T allOrNothing(Supplier<T> work, Predicate<T> good) {
    return Objects.requireNonNull(within.execute(status -> {
      T answer = work.get();
      if (!good.test(answer)) {
        status.setRollbackOnly();
      }
      return answer;
    }));
  }

  private static boolean isDeadlock(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException told && DEADLOCK.equals(told.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** As {@link #write}. */
  public void run(Runnable work) {
    write(() -> {
      work.run();
      return true;
    });
  }

  /** Begins {@code work} as {@link #write} does, in a thread of its own. */
  public <T> Beside<T> beside(Supplier<T> work) {
    return Beside.begin(this, work);
  }

  /** Runs {@code work} in a transaction that the database lets only read. */
  public <T> T read(Supplier<T> work) {
    return Objects.requireNonNull(reading.execute(status -> work.get()));
  }

  /**
   * The same, and all of {@code work} sees the database as it was at its first statement, however many it makes and
   * whatever others write meanwhile: for what is read a piece at a time and must come to one whole.
   *
   * @throws IllegalStateException within another transaction, which may see more
   */
  public <T> T readSteady(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a steady reading begins a transaction of its own");
    }
    return Objects.requireNonNull(steady.execute(status -> work.get()));
  }
}
