// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.util.HashMap;
import java.util.Map;
import org.groundwork.linkage.Link;
import org.groundwork.linkage.Linkage;

/** Whether the links told are enough for the networks: as many joins as sites less networks. */
final class Justification {
  private Justification() {}

  /** How often a link joins two groups of sites that earlier links had not joined. */
  static int joined(Linkage linkage) {
    Map<String, String> parents = new HashMap<>();
    int joined = 0;
    for (Link link : linkage.links()) {
      String a = root(parents, link.siteA());
      String b = root(parents, link.siteB());
      if (!a.equals(b)) {
        parents.put(a, b);
        joined++;
      }
    }
    return joined;
  }

  private static String root(Map<String, String> parents, String site) {
    String at = site;
    for (String up = parents.get(at); up != null; up = parents.get(at)) {
      String next = parents.getOrDefault(up, up);
      parents.put(at, next);
      at = up;
    }
    return at;
  }
}
