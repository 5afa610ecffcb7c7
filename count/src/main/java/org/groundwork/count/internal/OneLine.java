// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal;

import java.util.regex.Pattern;

/** Names and titles as they are read and written: on one line, and not endless. */
public final class OneLine {
  /** The most characters a name or a title has. */
  public static final int LONGEST = 500;
  private static final Pattern GAPS = Pattern.compile("[\\s\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]+");

  private OneLine() {}

  /** With one space wherever there were blanks or control characters, and none around. */
  public static String of(String text) {
    return GAPS.matcher(text).replaceAll(" ").strip();
  }
}
