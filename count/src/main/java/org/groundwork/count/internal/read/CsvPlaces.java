// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

/** Finds where a cell of a CSV file stands. Only needed for what is wrong; places are asked for in the order of the file. */
final class CsvPlaces implements Places {
  private final Source source;
  private final String text;
  private final char separator;
  private int line = 1;
  private int start;

  CsvPlaces(Source source, char separator) {
    this.source = source;
    this.text = source.text;
    this.separator = separator;
  }

  @Override
  public Place cell(long row, int cell) {
    go(row);
    int at = start;
    for (int passed = 0; passed < cell; passed++) {
      int after = cellEnd(at);
      if (after >= text.length() || text.charAt(after) != separator) {
        break;
      }
      at = after + 1;
    }
    return place(at);
  }

  /** Where the row behind the one at a line, or the first if that is 0, cannot be read. */
  Place broken(long row) {
    go(row);
    int at = start;
    int rowStart = row == 0 ? start : -1;
    while (at < text.length()) {
      int after = cellEnd(at);
      boolean closed = after < text.length() && isEnd(text.charAt(after));
      if (!closed && text.charAt(at) == '"') {
        return place(at);
      }
      if (closed && text.charAt(after) != separator && rowStart < 0) {
        rowStart = after + 1;
      }
      at = after + 1;
    }
    return place(Math.max(start, rowStart));
  }

  private boolean isEnd(char character) { return character == separator || character == '\n' || character == '\r'; }

  /** Where a cell that begins at a place ends: at a separator, a line's end, the file's end, or what cannot stand there. */
  private int cellEnd(int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length()) {
        if (text.charAt(at) != '"') {
          at++;
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at += 2;
        } else {
          return at + 1;
        }
      }
      return at;
    }
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Place place(int at) {
    int inLine = line;
    int from = start;
    for (int next = afterLine(from); next <= at && next > from; next = afterLine(from)) {
      inLine++;
      from = next;
    }
    return new Place(inLine, source.bytes(from, Math.max(from, at)) + 1);
  }

  private void go(long row) {
    while (line < row) {
      int next = afterLine(start);
      if (next == start) {
        return;
      }
      start = next;
      line++;
    }
  }

  /** Where the line behind the one that begins at a place begins; the place itself if there is none. */
  private int afterLine(int from) {
    for (int at = from; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '\n' || here == '\r') {
        return here == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
      }
    }
    return from;
  }
}
