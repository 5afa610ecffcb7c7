// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.List;

/**
 * Sites that belong together.
 *
 * @param id the smallest of the sites
 * @param sites one or more, in {@link SiteIds#ORDER}
 */
public record Network(String id, List<String> sites) {
  public Network { sites = List.copyOf(sites); }
}
