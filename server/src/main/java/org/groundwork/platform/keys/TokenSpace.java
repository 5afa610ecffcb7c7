// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

/** What a name's token stands for. Equal letters in different spaces give unrelated tokens. */
enum TokenSpace {
  /** A whole word. */
  WORD('w'),
  /** The beginning of a word. */
  PREFIX('p'),
  /** A word's first letters with none, one or two of them left out. */
  DELETION('d'),
  /** A word's consonants. */
  SKELETON('s');

  private final char mark;

  TokenSpace(char mark) { this.mark = mark; }

  String tag(String letters) { return mark + letters; }
}
