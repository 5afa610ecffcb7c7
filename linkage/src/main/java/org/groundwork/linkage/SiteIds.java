// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.Comparator;

/** The one order of site identifiers, used in every file and every result. */
public final class SiteIds {
  /**
   * By Unicode code point, which is also the order of the UTF-8 bytes and of {@code LC_ALL=C sort}. Identifiers are
   * text: {@code "10"} comes before {@code "9"}.
   */
  public static final Comparator<String> ORDER = SiteIds::compare;

  private SiteIds() {}

  private static int compare(String a, String b) {
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // Surrogates stand for code points above every other char.
        boolean high = Character.isSurrogate(x);
        return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
