// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.Serial;

/** Carries a {@link StartRefusal} out of a start that cannot go on. Its message is the refusal's. */
public final class DatabaseStartException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;
  private final transient StartRefusal refusal;

  public DatabaseStartException(StartRefusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  DatabaseStartException(StartRefusal refusal, Throwable cause) {
    super(refusal.message(), cause);
    this.refusal = refusal;
  }

  /** The reason, as a value. */
  public StartRefusal refusal() { return refusal; }
}
