// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.List;

/**
 * Networks and what made them. Each network is one connected component of the links, and the same sites give the same
 * result in whatever order they came.
 *
 * @param networks every site in exactly one, sorted by id; sites without links alone
 * @param links sorted by first site, second site and kind
 */
public record Linkage(List<Network> networks, List<Link> links) {
  public Linkage {
    networks = List.copyOf(networks);
    links = List.copyOf(links);
  }
}
