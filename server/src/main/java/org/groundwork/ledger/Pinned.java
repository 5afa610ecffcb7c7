// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;

/**
 * Port: another module relies on an entry, as a bank's line is one. Such an entry is not undone before that module lets go of it.
 * Implementations are beans, asked in a transaction of the local.
 */
public interface Pinned {

  /** Whether something relies on it. */
  boolean pinned(UUID entry);
}
