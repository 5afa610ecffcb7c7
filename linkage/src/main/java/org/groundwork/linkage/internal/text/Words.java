// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Splits text into words: upper case, without accents and punctuation. */
final class Words {
  private final String text;
  private final boolean joinDigits;
  private final List<String> words = new ArrayList<>(6);
  private final StringBuilder word = new StringBuilder(24);

  private Words(String text, boolean joinDigits) {
    this.text = text;
    this.joinDigits = joinDigits;
  }

  /** The words of a name; {@code &} and {@code +} are the word AND. */
  static List<String> ofName(String text) {
    return new Words(plain(text), false).split();
  }

  /** The words of an address; a hyphen between digits is dropped (147-24 is 14724). */
  static List<String> ofAddress(String text) {
    return new Words(plain(text), true).split();
  }

  private static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
      }
    }
    return text;
  }

  private List<String> split() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        word.append(c);
      } else if (c >= 'a' && c <= 'z') {
        word.append((char) (c - 32));
      } else {
        other(c, i);
      }
    }
    end();
    return words;
  }

  private void other(char c, int at) {
    if (c == '\'' || c == '`' || c == '\u2019' || Character.getType(c) == Character.NON_SPACING_MARK) {
      return;
    }
    if (c >= 128 && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
      word.append(Character.isSurrogate(c) ? "" + c : String.valueOf(c).toUpperCase(java.util.Locale.ROOT));
    } else if (c == '.') {
      dot(at);
    } else if (c == '-' && joinDigits && isDigit(at - 1) && isDigit(at + 1)) {
      return;
    } else {
      end();
      if (c == '&' || c == '+') {
        words.add("AND");
      }
    }
  }

  /** H.S.C. is one word, LLC.INC are two. */
  private void dot(int at) {
    boolean initials = !word.isEmpty() && (word.length() == 1 || (at >= 2 && text.charAt(at - 2) == '.'));
    if (!initials) {
      end();
    }
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void end() {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
