// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.List;
import java.util.UUID;

/**
 * How answers are kept, so that states, thresholds, races and the talk afterwards do not depend on who can read them.
 * Implementations are beans, at most one of a kind; a kind without one cannot be chosen. Called in a writing transaction
 * that holds the lock of the rung's call, or in a reading one.
 */
public interface Seal {

  /** Which kind this keeps. */
  SealKind kind();

  /**
   * Keeps an answer if it was not said before the one that is there.
   *
   * @return whether it stands now
   */
  boolean keep(UUID step, Said said);

  /** The answers that may be counted, each person once as who they are now. */
  List<Said> answers(UUID step);

  /** Destroys all answers to a rung, with the codes to them. */
  void destroy(UUID step);
}
