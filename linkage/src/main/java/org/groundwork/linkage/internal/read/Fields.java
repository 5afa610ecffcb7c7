// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes one row of a chunk apart into fields. Reused for row after row by one thread. */
final class Fields {
  private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class,
      ByteOrder.LITTLE_ENDIAN);
  private final byte separator;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] quoted = new boolean[64];
  private byte[] bytes = new byte[0];
  private int rowStart;
  private int count;
  private boolean hasNul;

  Fields(char separator) { this.separator = (byte) separator; }

  /** Finds the fields of a row whose quotes are known to close. */
  void take(Chunk chunk, int row) {
    bytes = chunk.bytes;
    rowStart = chunk.start(row);
    count = 0;
    hasNul = false;
    int end = chunk.end(row);
    int at = rowStart;
    while (at <= end) {
      at = field(at, end) + 1;
    }
  }

  private int field(int from, int end) {
    boolean opens = from < end && bytes[from] == '"';
    int i = opens ? closing(from + 1, end) : from;
    while (i < end && bytes[i] != separator) {
      hasNul |= bytes[i] == 0;
      i++;
    }
    room();
    starts[count] = from;
    ends[count] = i;
    quoted[count++] = opens;
    return i;
  }

  /** The place after the quote that closes. */
  private int closing(int from, int end) {
    int i = from;
    while (i < end) {
      hasNul |= bytes[i] == 0;
      if (bytes[i] == '"') {
        if (i + 1 < end && bytes[i + 1] == '"') {
          i++;
        } else {
          return i + 1;
        }
      }
      i++;
    }
    return end;
  }

  private void room() {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      quoted = Arrays.copyOf(quoted, count * 2);
    }
  }

  int count() { return count; }

  boolean hasNul() { return hasNul; }

  /** Where the field starts in its row, in bytes from 1. */
  int column(int field) {
    return starts[field] - rowStart + 1;
  }

  /** Length in bytes, quotes included. */
  int length(int field) { return ends[field] - starts[field]; }

  /**
   * The field's text without quotes and without spaces around it.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  String text(int field) throws CharacterCodingException {
    if (quoted[field]) {
      return unquoted(decode(starts[field], ends[field])).strip();
    }
    return decode(starts[field], ends[field]).strip();
  }

  private static String unquoted(String text) {
    int last = text.lastIndexOf('"');
    String inner = last > 0 ? text.substring(1, last) + text.substring(last + 1) : text.substring(1);
    return inner.indexOf('"') < 0 ? inner : inner.replace("\"\"", "\"");
  }

  private String decode(int from, int to) throws CharacterCodingException {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** A number that two different rows share only by an accident of one in billions of billions. */
  static long hash(Chunk chunk, int row) {
    long h = (long) chunk.end(row) - chunk.start(row);
    int i = chunk.start(row);
    for (; i + Long.BYTES <= chunk.end(row); i += Long.BYTES) {
      h = mixed(h, (long) EIGHT_BYTES.get(chunk.bytes, i));
    }
    for (; i < chunk.end(row); i++) {
      h = mixed(h, chunk.bytes[i]);
    }
    return h == 0 ? 1 : h;
  }

  private static long mixed(long h, long more) {
    long product = (h ^ more) * 0xFF51AFD7ED558CCDL;
    return (product ^ (product >>> 32)) * 0x9E3779B97F4A7C15L;
  }
}
