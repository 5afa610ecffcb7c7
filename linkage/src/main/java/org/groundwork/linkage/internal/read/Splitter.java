// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.groundwork.linkage.internal.read.Chunk.Trouble;

/**
 * Cuts a CSV file into rows, minding quotes. A row longer than {@link Limits#ROW_BYTES} is passed over to the end of
 * its line. A quote that is not closed within {@link Limits#LINES_IN_A_FIELD} lines costs the line in which it opens,
 * and reading goes on with the next.
 */
final class Splitter {
  private static final int CHUNK = 1 << 18;
  private final InputStream in;
  private final byte separator;
  private byte[] buffer = new byte[2 * CHUNK];
  private int from;
  private int limit;
  private boolean ended;
  private long line = 1;

  // The row being looked for.
  private int end;
  private int next;
  private int newlines;
  private int firstNewline;
  private boolean quoted;

  private enum Found {
    ROW, UNCLOSED, MORE
  }

  Splitter(InputStream in, char separator) {
    this.in = in;
    this.separator = (byte) separator;
  }

  /** The next rows, at least one; empty at the end of the file. */
  Optional<Chunk> next() throws IOException {
    while (true) {
      fill();
      if (from == limit) {
        return Optional.empty();
      }
      int start = from;
      int target = Math.min(limit, start + CHUNK);
      var rows = new Chunk(buffer);
      boolean more = true;
      while (more && from < target) {
        more = row(rows);
      }
      if (rows.size() > 0) {
        return Optional.of(copy(rows, start));
      }
      if (!more && from == start && limit - from >= Limits.ROW_BYTES) {
        return Optional.of(tooLong());
      }
      makeRoom();
    }
  }

  private static Chunk copy(Chunk rows, int start) {
    int last = rows.end(rows.size() - 1);
    var copy = new Chunk(Arrays.copyOfRange(rows.bytes, start, last));
    for (int i = 0; i < rows.size(); i++) {
      copy.add(rows.start(i) - start, rows.end(i) - start, rows.line(i), rows.trouble(i));
    }
    return copy;
  }

  private void makeRoom() {
    if (from == 0 && limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, Limits.ROW_BYTES + CHUNK));
    }
  }

  private Chunk tooLong() throws IOException {
    var rows = new Chunk(new byte[0]);
    rows.add(0, 0, line, Trouble.TOO_LONG);
    skipLine();
    return rows;
  }

  private void skipLine() throws IOException {
    while (true) {
      for (int i = from; i < limit; i++) {
        if (buffer[i] == '\n') {
          from = i + 1;
          line++;
          return;
        }
      }
      from = limit;
      fill();
      if (from == limit) {
        return;
      }
    }
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    from = 0;
    while (!ended && limit < buffer.length) {
      int n = in.read(buffer, limit, buffer.length - limit);
      ended = n < 0;
      limit += Math.max(n, 0);
    }
  }

  /** Takes one row into the list; false if it does not end within the bytes at hand. */
  private boolean row(Chunk rows) {
    Found found = find();
    if (found == Found.MORE) {
      return false;
    }
    int last = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    boolean blank = last == from;
    if (!blank) {
      rows.add(from, last, line, found == Found.ROW ? Trouble.NONE : Trouble.UNCLOSED_QUOTE);
    }
    from = next;
    line += found == Found.ROW ? newlines : 1;
    return true;
  }

  private Found find() {
    newlines = 0;
    firstNewline = -1;
    quoted = false;
    boolean fieldStart = true;
    for (int i = from; i < limit; i++) {
      byte c = buffer[i];
      if (c == '"') {
        if (quoted && i + 1 == limit && !ended) {
          return Found.MORE;
        }
        if (quoted && i + 1 < limit && buffer[i + 1] == '"') {
          i++;
        } else {
          quoted = !quoted && fieldStart;
        }
        fieldStart = false;
      } else if (c == '\n') {
        newlines++;
        if (!quoted) {
          return ends(i, i + 1);
        }
        firstNewline = firstNewline < 0 ? i : firstNewline;
        if (newlines > Limits.LINES_IN_A_FIELD) {
          return unclosed();
        }
      } else {
        fieldStart = !quoted && c == separator;
      }
    }
    return atLimit();
  }

  private Found atLimit() {
    if (quoted && (ended || (firstNewline >= 0 && limit - from >= Limits.ROW_BYTES))) {
      return unclosed();
    }
    if (!ended) {
      return Found.MORE;
    }
    newlines++;
    return ends(limit, limit);
  }

  private Found ends(int at, int after) {
    end = at;
    next = after;
    return Found.ROW;
  }

  private Found unclosed() {
    boolean known = firstNewline >= 0;
    end = known ? firstNewline : limit;
    next = known ? firstNewline + 1 : limit;
    return Found.UNCLOSED;
  }
}
