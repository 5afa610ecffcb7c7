// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import org.groundwork.count.BadFile;

/** Goes through the bytes of a file and knows at which line it is. */
final class Cursor {
  private static final int MOST_INDENTED = 100;

  final byte[] bytes;
  final int end;
  int at;
  private int line = 1;
  private int lineStart;
  private boolean free;
  private final Defects defects = new Defects();

  Cursor(byte[] bytes) { this(bytes, Source.mark(bytes), bytes.length); }

  /** Goes through a part of a file as if nothing stood before or behind it. */
  Cursor(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    at = from;
    lineStart = from;
  }

  /** Takes the ends of lines for blanks from now on, or again for what ends an item. */
  void free(boolean lineEndsAreBlanks) {
    free = lineEndsAreBlanks;
  }

  /** The byte here; a line feed behind the end. */
  byte here() { return at < end ? bytes[at] : (byte) '\n'; }

  boolean ended() { return at >= end; }

  /** Passes spaces, tabs, commas and carriage returns, and a comment up to the end of its line. */
  void skipBlanks() {
    while (at < end) {
      if (bytes[at] == '#') {
        toLineEnd();
      }
      if (free && at < end && bytes[at] == '\n') {
        lineStarts(at + 1, 1);
      } else if (blank()) {
        at++;
      } else {
        return;
      }
    }
  }

  /** Whether something stands here that only separates, within a line. */
  boolean blank() {
    byte here = here();
    return here == ' ' || here == '\t' || here == ',' || here == '\r' || here == ';';
  }

  /** Whether a digit stands here. */
  boolean digit() {
    byte here = here();
    return here >= '0' && here <= '9';
  }

  /** Whether an item cannot go on here: its line ends, or the file where the ends of lines are blanks. */
  boolean lineEnds() {
    return free ? ended() : here() == '\n';
  }

  /** Goes to the begin of the next line, or to the end of the file. */
  void nextLine() {
    toLineEnd();
    if (at < end) {
      lineStarts(at + 1, 1);
    }
  }

  /** Goes to the line feed that ends the line, or to the end of the file. */
  void toLineEnd() {
    while (at < end && bytes[at] != '\n') {
      at++;
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

  /** What stands here up to a blank or one of some other characters; empty if one of them does. */
  String word(String ends) {
    int from = at;
    while (at < end && !blank() && bytes[at] != '\n' && ends.indexOf(bytes[at]) < 0) {
      at++;
    }
    return Source.decode(bytes, from, at);
  }

  int line() { return line; }

  /** The column of a byte of this line, from one. */
  int column(int of) { return of - lineStart + 1; }

  /** Whether a byte is the first of its line that is no blank; blanks are looked at up to a bound. */
  boolean first(int of) {
    int from = Math.max(lineStart, of - MOST_INDENTED);
    for (int before = from; before < of; before++) {
      if (bytes[before] != ' ' && bytes[before] != '\t') {
        return false;
      }
    }
    return from == lineStart;
  }

  /** Notes a defect at a byte of this line. */
  void defect(int byteAt, String message) {
    defect(line, column(byteAt), message);
  }

  void defect(int inLine, int column, String message) { defects.add(inLine, column, message); }

  boolean tooMany() { return defects.tooMany(); }

  void throwDefects() throws BadFile { defects.refuse(); }

  boolean good() { return defects.none(); }
}
