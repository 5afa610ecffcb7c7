// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Set;
import java.util.UUID;

/** Which sites a mandate speaks of: all of the local, or those named. */
public sealed interface Reach {

  /** Every site of the local, also those added later. */
  record WholeLocal() implements Reach {}

  /** The named sites and no others; an empty set reaches nothing. */
  record Sites(Set<UUID> sites) implements Reach {
    public Sites { sites = Set.copyOf(sites); }
  }

  /** Whether {@code site} lies within reach. */
  default boolean covers(UUID site) {
    return switch (this) {
      case WholeLocal _ -> true;
      case Sites(var sites) -> sites.contains(site);
    };
  }
}
