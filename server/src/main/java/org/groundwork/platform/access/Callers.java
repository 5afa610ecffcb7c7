// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.concurrent.Callable;

/** The caller of the current piece of work. Jobs run without one and say so in the audit log. */
public final class Callers {
  private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();
  private static final Caller NOBODY = new Caller.Anonymous();

  private Callers() {}

  /** Who asks; {@link Caller.Anonymous} where nobody is bound. */
  public static Caller current() {
    return CALLER.orElse(NOBODY);
  }

  /** The person of the local who asks; {@link NotAllowed} if it is somebody else. */
  public static Caller.Actor actor() {
    if (current() instanceof Caller.Actor actor) {
      return actor;
    }
    throw new NotAllowed(NotAllowed.Reason.SIGN_IN);
  }

  /**
   * The person who asks, if {@code power} reaches every site of the local; for pages that speak of the whole of it.
   *
   * @throws NotAllowed for whoever holds it for named sites only
   */
  public static Caller.Actor everywhere(Power power) {
    if (!actor().mayEverywhere(power)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return actor();
  }

  /** Runs {@code work} on behalf of {@code caller}. */
  public static <T> T as(Caller caller, Callable<T> work) throws Exception {
    return ScopedValue.where(CALLER, caller).call(work::call);
  }
}
