// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.util.concurrent.Callable;

/**
 * Whose data the current thread works on. Bound for the length of a request, a job or a test; a database transaction
 * that starts with nothing bound fails, so forgetting it can never read another local's rows.
 */
public final class Tenancy {

  /** Either one local, or the installation as a whole, which sees shared tables only. */
  sealed interface Scope {}

  record OfLocal(LocalId local) implements Scope {}

  record OfInstallation() implements Scope {}

  private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

  private Tenancy() {}

  /** Runs {@code work} for one local. A piece of work may not change over from one local to another half-way. */
  public static <T> T in(LocalId local, Callable<T> work) throws Exception {
    if (SCOPE.isBound() && SCOPE.get() instanceof OfLocal bound && !bound.local().equals(local)) {
      throw new IllegalStateException("work for one local tried to turn to another; start it as a job of its own");
    }
    return ScopedValue.where(SCOPE, new OfLocal(local)).call(work::call);
  }

  /** Runs {@code work} for one local and needs no answer. */
  public static void run(LocalId local, Runnable work) {
    ScopedValue.where(SCOPE, new OfLocal(local)).run(work);
  }

  /** Runs {@code work} for the installation: shared tables only; a statement on a tenant's table fails. */
  public static <T> T inInstallation(Callable<T> work) throws Exception {
    return ScopedValue.where(SCOPE, new OfInstallation()).call(work::call);
  }

  /** The local bound here; {@link IllegalStateException} if there is none. */
  public static LocalId current() {
    if (scope() instanceof OfLocal bound) {
      return bound.local();
    }
    throw new IllegalStateException("no local is bound to this work");
  }

  /** Whether a local is bound here. */
  public static boolean isLocal() {
    return SCOPE.isBound() && SCOPE.get() instanceof OfLocal;
  }

  static Scope scope() {
    if (!SCOPE.isBound()) {
      throw new IllegalStateException("a transaction starts with a local, or says that it is the installation's");
    }
    return SCOPE.get();
  }
}
