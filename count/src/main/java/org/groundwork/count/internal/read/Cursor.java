// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.count.BadFile;
import org.groundwork.count.Defect;

/** Goes through the bytes of a file and knows at which line it is. */
final class Cursor {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  final byte[] bytes;
  int at;
  private int line = 1;
  private int lineStart;
  private final List<Defect> defects = new ArrayList<>();

  Cursor(byte[] bytes) {
    this.bytes = bytes;
    if (bytes.length >= 3 && java.util.Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      at = 3;
      lineStart = 3;
    }
  }

  /** The byte here; a line feed behind the end. */
  byte here() { return at < bytes.length ? bytes[at] : (byte) '\n'; }

  boolean ended() { return at >= bytes.length; }

  /** Passes spaces, tabs, commas and carriage returns, and a comment up to the end of its line. */
  void skipBlanks() {
    while (at < bytes.length) {
      byte here = bytes[at];
      if (here == '#') {
        while (at < bytes.length && bytes[at] != '\n') {
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

  /** Goes to the begin of the next line. */
  void nextLine() {
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    at++;
    line++;
    lineStart = at;
  }

  int line() { return line; }

  /** The column of a byte of this line, from one. */
  int column(int of) { return of - lineStart + 1; }

  /** Notes a defect at a byte of this line. */
  void defect(int byteAt, String message) {
    defect(line, column(byteAt), message);
  }

  void defect(int inLine, int column, String message) {
    if (defects.size() < BadFile.MOST_DEFECTS) {
      defects.add(new Defect(inLine, column, message));
    }
  }

  boolean tooMany() { return defects.size() >= BadFile.MOST_DEFECTS; }

  void throwDefects() throws BadFile {
    if (!defects.isEmpty()) {
      throw new BadFile(defects);
    }
  }

  boolean good() { return defects.isEmpty(); }
}
