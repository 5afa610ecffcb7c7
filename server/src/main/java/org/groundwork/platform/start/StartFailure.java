// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.database.DatabaseStartException;
import org.groundwork.platform.keys.KeyRefusal;

/** Why a start failed, in one sentence for whoever started it. */
public final class StartFailure {
  private StartFailure() {}

  /** The sentence of the innermost cause, which says what is wrong; the wrapping around it is the framework's. */
  public static String sentence(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      if (cause instanceof DatabaseStartException || cause instanceof KeyRefusal) {
        break;
      }
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
