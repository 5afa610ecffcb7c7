// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.ArrayList;
import java.util.List;

/** Small things the pages of signing in share. */
final class Going {
  private Going() {}

  /** Only a path on this server is gone to; anything else leads to the front door. */
  static String safe(String next) {
    return next.length() <= 300 && next.matches("/[A-Za-z0-9/_\\-]*") && !next.startsWith("//") ? next : "/";
  }

  /** A code as it is printed, in groups of four. */
  static List<String> groups(String code) {
    var groups = new ArrayList<String>();
    for (int at = 0; at < code.length(); at += 4) {
      groups.add(code.substring(at, Math.min(at + 4, code.length())));
    }
    return List.copyOf(groups);
  }
}
