// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.Optional;
import java.util.UUID;

/**
 * Port: the fast path from a case to the hardship fund. Contributed as a bean by whoever keeps the fund; while there is
 * none, no page says anything about a fund.
 */
public interface HardshipRequests {

  /** Whether the local has a fund that can be asked now; until then no page says anything of one. */
  default boolean here() {
    return true;
  }

  /**
   * Where the request of this case is, once there is one; asked inside the transaction that shows the case.
   *
   * @return a path below the local's address, without a leading slash
   */
  Optional<String> of(UUID caseId);

  /**
   * Asks for a person who is hit back at, retaliation first. Asked twice for one case it is one request. Runs inside the
   * caller's transaction.
   *
   * @return where the request is, below the local's address, without a leading slash
   */
  String ask(UUID caseId, UUID person);
}
