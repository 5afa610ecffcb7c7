// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import org.groundwork.count.BadFile;

/** Goes through the bytes of a file and knows at which line it is. */
final class Cursor {
  final byte[] bytes;
  final int end;
  int at;
  private int line = 1;
  private int lineStart;
  private final Defects defects = new Defects();

  Cursor(byte[] bytes) { this(bytes, Source.mark(bytes), bytes.length); }

  /** Goes through a part of a file as if nothing stood before or behind it. */
  Cursor(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    at = from;
    lineStart = from;
  }

  /** The byte here; a line feed behind the end. */
  byte here() { return at < end ? bytes[at] : (byte) '\n'; }

  boolean ended() { return at >= end; }

  /** Passes spaces, tabs, commas and carriage returns, and a comment up to the end of its line. */
  void skipBlanks() {
    while (at < end) {
      byte here = bytes[at];
      if (here == '#') {
        while (at < end && bytes[at] != '\n') {
          at++;
        }
        return;
      }
      if (here != ' ' && here != '\t' && here != ',' && here != '\r' && here != ';') {
        return;
      }
      at++;
    }
  }

  boolean lineEnds() { return here() == '\n'; }

  /** Goes to the begin of the next line, or to the end of the file. */
  void nextLine() {
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    if (at < end) {
      lineStarts(at + 1, 1);
    }
  }

  /** Goes to where a later line starts. */
  void lineStarts(int start, int lines) {
    at = start;
    lineStart = start;
    line += lines;
  }

  /** Passes lines that say nothing. False at the end of the file. */
  boolean content() {
    while (true) {
      skipBlanks();
      if (ended()) {
        return false;
      }
      if (!lineEnds()) {
        return true;
      }
      nextLine();
    }
  }

  /** A number without sign; -1 if there is none or it is too long. */
  long number() {
    int from = at;
    long number = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
      if (at - from > 12) {
        break;
      }
    }
    return at == from || at - from > 12 ? -1 : number;
  }

  int line() { return line; }

  /** The column of a byte of this line, from one. */
  int column(int of) { return of - lineStart + 1; }

  /** Notes a defect at a byte of this line. */
  void defect(int byteAt, String message) {
    defect(line, column(byteAt), message);
  }

  void defect(int inLine, int column, String message) { defects.add(inLine, column, message); }

  boolean tooMany() { return defects.tooMany(); }

  void throwDefects() throws BadFile { defects.refuse(); }

  boolean good() { return defects.none(); }
}
