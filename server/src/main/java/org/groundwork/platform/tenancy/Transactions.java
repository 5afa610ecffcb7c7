// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a transaction starts and ends, said in the code that needs it. Inner calls join the outer transaction. */
public final class Transactions {
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  public Transactions(PlatformTransactionManager manager) {
    writing = new TransactionTemplate(manager);
    reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_DEFAULT);
  }

  /** Runs {@code work} in a transaction that commits unless it throws. */
  public <T> T write(Supplier<T> work) {
    return Objects.requireNonNull(writing.execute(status -> work.get()));
  }

  /** Runs {@code work} in a transaction that commits unless it throws. */
  public void run(Runnable work) {
    writing.executeWithoutResult(status -> work.run());
  }

  /** Runs {@code work} in a transaction that the database lets only read. */
  public <T> T read(Supplier<T> work) {
    return Objects.requireNonNull(reading.execute(status -> work.get()));
  }
}
