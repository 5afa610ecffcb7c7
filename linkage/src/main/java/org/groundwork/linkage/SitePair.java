// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/**
 * Two different sites.
 *
 * @param siteA the smaller identifier by {@link SiteIds#ORDER}
 * @param siteB the larger identifier
 */
public record SitePair(String siteA, String siteB) {
  /**
   * Puts the two in order.
   *
   * @throws IllegalArgumentException if both are the same site
   */
  public static SitePair of(String one, String other) {
    int order = SiteIds.ORDER.compare(one, other);
    if (order == 0) {
      throw new IllegalArgumentException("a site and itself: " + one);
    }
    return order < 0 ? new SitePair(one, other) : new SitePair(other, one);
  }
}
