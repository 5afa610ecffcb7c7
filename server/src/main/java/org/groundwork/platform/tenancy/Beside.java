// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work of the current local in a thread and a transaction of its own, beside what its caller does meanwhile. It commits by
 * itself, whether or not the caller's transaction does: it has to be work that may be done again. It must not wait for
 * anything the caller's transaction holds. Closing waits for its end, so that nothing of it outlives its caller.
 */
public final class Beside<T> implements AutoCloseable {
  private static final Executor THREADS = work -> Thread.ofVirtual().name("beside").start(work);
  private final CompletableFuture<T> ended;

  private Beside(CompletableFuture<T> ended) { this.ended = ended; }

  /** Begins; {@link IllegalStateException} where no local is bound. */
  static <T> Beside<T> begin(Transactions transactions, Supplier<T> work) {
    LocalId local = Tenancy.current();
    return new Beside<>(CompletableFuture.supplyAsync(() -> within(local, transactions, work), THREADS));
  }

  private static <T> T within(LocalId local, Transactions transactions, Supplier<T> work) {
    try {
      return Tenancy.in(local, () -> transactions.write(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it came to, once it is committed; throws what it threw. */
  public T join() {
    try {
      return ended.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Waits for its end, however it ends: whoever wants to know asks {@link #join()}. */
  @Override
  public void close() { ended.handle((done, fault) -> true).join(); }
}
