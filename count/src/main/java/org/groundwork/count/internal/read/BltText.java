// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.List;
import org.groundwork.count.BadFile;
import org.groundwork.count.Defect;

/** The bytes of a BLT file without what says nothing in it; every other byte stays at its line and column. */
final class BltText {
  private final byte[] bytes;
  private byte[] cleared;
  private boolean copied;

  private BltText(byte[] bytes) {
    this.bytes = bytes;
    cleared = bytes;
  }

  /** With line feeds where a file has only carriage returns, as old machines wrote. */
  static byte[] lines(byte[] file) {
    boolean returns = false;
    for (byte each : file) {
      if (each == '\n') {
        return file;
      }
      returns |= each == '\r';
    }
    if (!returns) {
      return file;
    }
    byte[] lines = file.clone();
    for (int at = 0; at < lines.length; at++) {
      lines[at] = lines[at] == '\r' ? (byte) '\n' : lines[at];
    }
    return lines;
  }

  /**
   * With blanks where comments stand between slash and asterisk, which may stand within each other. The same array if there is
   * none behind a place.
   */
  static byte[] withoutComments(byte[] file, int from) throws BadFile { return new BltText(file).cleared(from); }

  private byte[] cleared(int from) throws BadFile {
    boolean quoted = false;
    for (int at = from; at + 1 < bytes.length; at++) {
      byte here = bytes[at];
      if (here == '\n') {
        quoted = false;
      } else if (here == '"') {
        quoted = !quoted;
      } else if (here == '#' && !quoted) {
        at = lineEnd(at) - 1;
      } else if (here == '/' && bytes[at + 1] == '*' && !quoted && begins(at)) {
        at = clear(at);
      }
    }
    return cleared;
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Whether what stands here is no part of a name. */
  private boolean begins(int at) {
    return at == 0 || " \t\r\n,;\")]0123456789".indexOf(bytes[at - 1]) >= 0;
  }

  /** Clears the comment that begins at a place; where its last byte stands. */
  private int clear(int from) throws BadFile {
    if (!copied) {
      cleared = bytes.clone();
      copied = true;
    }
    int open = 0;
    for (int at = from; at + 1 < bytes.length; at++) {
      boolean begin = bytes[at] == '/' && bytes[at + 1] == '*';
      boolean end = bytes[at] == '*' && bytes[at + 1] == '/';
      if (bytes[at] != '\n') {
        cleared[at] = ' ';
      }
      if (begin || end) {
        cleared[++at] = ' ';
        open += begin ? 1 : -1;
      }
      if (open == 0) {
        return at;
      }
    }
    throw notClosed(from);
  }

  private BadFile notClosed(int from) {
    int line = 1;
    int start = Source.mark(bytes);
    for (int at = start; at < from; at++) {
      if (bytes[at] == '\n') {
        line++;
        start = at + 1;
      }
    }
    return new BadFile(List.of(new Defect(line, from - start + 1, "the comment that begins here is not closed by */")));
  }
}
