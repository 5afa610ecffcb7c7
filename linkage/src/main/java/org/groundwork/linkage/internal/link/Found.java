// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.List;
import org.groundwork.linkage.Link;

/** What the engine found: for each site the smallest of its network, and the links in order. */
public final class Found {
  private final int[] networks;
  private final List<Link> links;

  Found(int[] networks, List<Link> links) {
    this.networks = networks;
    this.links = links;
  }

  /** The smallest site in the network of this one, by numbers. */
  public int network(int site) {
    return networks[site];
  }

  /** Sites in all. */
  public int size() { return networks.length; }

  /** The links, sorted. */
  public List<Link> links() { return links; }
}
