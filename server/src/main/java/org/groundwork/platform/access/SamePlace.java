// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Set;
import java.util.UUID;

/**
 * Knows which sites are one place that was written down twice, so that a mandate for one of them reaches the other as
 * long as they are one.
 */
@FunctionalInterface
public interface SamePlace {

  /** Where every site is a place of its own. */
  SamePlace NONE = sites -> sites;

  /** These sites of the current local, and every other that is the same place as one of them. In a transaction. */
  Set<UUID> of(Set<UUID> sites);
}
