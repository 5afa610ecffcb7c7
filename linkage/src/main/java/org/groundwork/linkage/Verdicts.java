// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.Set;

/**
 * What people decided about pairs of sites; it overrides every evidence.
 *
 * @param confirmed pairs that belong to one network
 * @param split pairs that must not end in one network; where a chain of confirmed pairs would join them, the split
 *          holds
 */
public record Verdicts(Set<SitePair> confirmed, Set<SitePair> split) {
  /** No decisions. */
  public static final Verdicts NONE = new Verdicts(Set.of(), Set.of());

  public Verdicts {
    confirmed = Set.copyOf(confirmed);
    split = Set.copyOf(split);
  }
}
