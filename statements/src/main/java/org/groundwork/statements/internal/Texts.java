// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import org.groundwork.statements.Line;

/** Text of a file as it may be kept. */
public final class Texts {
  private static final int LONGEST_FIELD = 500;

  private Texts() {}

  /** A short text on one line: runs of blanks and control characters become one blank; at most 500 characters. */
  public static String oneLine(String text) {
    return cut(clean(text, false), LONGEST_FIELD);
  }

  /** A text of several lines without control characters and blanks at the ends of lines, cut at the longest that is kept. */
  public static String lines(String text) {
    return cut(clean(text, true), Line.LONGEST_TEXT);
  }

  private static String clean(String text, boolean breaks) {
    var kept = new StringBuilder(Math.min(text.length(), Line.LONGEST_TEXT));
    char pending = 0;
    for (int at = 0; at < text.length() && kept.length() <= Line.LONGEST_TEXT; at++) {
      char here = text.charAt(at);
      if (breaks && here == '\n') {
        pending = '\n';
      } else if (blank(here)) {
        pending = pending == '\n' ? '\n' : ' ';
      } else {
        if (pending != 0 && !kept.isEmpty()) {
          kept.append(pending);
        }
        pending = 0;
        kept.append(here);
      }
    }
    return kept.toString();
  }

  private static boolean blank(char here) {
    return Character.isWhitespace(here) || Character.isISOControl(here) || here == '\u00A0' || here == '\uFEFF';
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
