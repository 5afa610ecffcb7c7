// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

/** Finds where a cell of a table stands. Only needed for what is wrong. */
final class CsvPlaces {
  /** A line and a column, from one. */
  record Place(int line, int column) {}

  private final String text;
  private final char separator;

  CsvPlaces(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** Where a cell, counted from 0, of the row that begins at a line begins. */
  Place cell(int line, int cell) {
    int at = 0;
    for (int passed = 1; passed < line && at >= 0; passed++) {
      at = text.indexOf('\n', at) + 1;
    }
    int here = line;
    int start = at;
    int left = Math.max(0, cell);
    boolean quoted = false;
    while (at < text.length() && left > 0) {
      char next = text.charAt(at++);
      quoted ^= next == '"';
      if (next == '\n') {
        if (!quoted) {
          return new Place(line, 1);
        }
        here++;
        start = at;
      } else if (next == separator && !quoted) {
        left--;
      }
    }
    return new Place(here, at - start + 1);
  }
}
