// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** Writes markup that is HTML and well-formed XML alike. Whatever comes from a file goes through {@link #text}. */
final class Markup {
  private final Writer to;

  Markup(Writer to) { this.to = to; }

  /** Markup of our own. */
  Markup raw(String markup) {
    try {
      to.write(markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A number as it is. */
  Markup raw(long number) { return raw(Long.toString(number)); }

  /** Words from anywhere, also inside of a quoted attribute. */
  Markup text(String words) {
    return raw(escaped(words));
  }

  /** A whole element with words in it; the tag may carry attributes. */
  Markup element(String tag, String words) {
    int end = tag.indexOf(' ');
    return raw("<" + tag + ">").text(words).raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
  }

  /** Votes, the decimals set apart so that columns are easy to read. */
  Markup votes(Votes votes) {
    String all = Account.number(votes);
    int point = all.indexOf('.');
    return point < 0 ? raw(all) : raw(all.substring(0, point) + "<i>" + all.substring(point) + "</i>");
  }

  private static String escaped(String words) {
    if (words.chars().allMatch(Markup::plain)) {
      return words;
    }
    var out = new StringBuilder(words.length() + 16);
    for (int at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
      int point = words.codePointAt(at);
      switch (point) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(allowed(point) ? point : 0xFFFD);
      }
    }
    return out.toString();
  }

  /** Letters, digits and most signs, which stay as they are. */
  private static boolean plain(int sign) {
    return sign >= ' ' && sign < 0x7F && sign != '&' && sign != '<' && sign != '>' && sign != '"' && sign != '\'';
  }

  private static boolean allowed(int point) {
    boolean control = point < ' ' || (point >= 0x7F && point <= 0x9F);
    boolean half = point >= 0xD800 && point <= 0xDFFF;
    boolean none = (point & 0xFFFE) == 0xFFFE;
    return point == '\t' || point == '\n' || !(control || half || none);
  }
}
