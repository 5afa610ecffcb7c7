// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.util.Arrays;

/** Some whole rows of a file, as bytes. */
final class Chunk {
  /** What the splitter saw. */
  enum Trouble {
    NONE, TOO_LONG, UNCLOSED_QUOTE
  }

  final byte[] bytes;
  private int[] ends = new int[1024];
  private int[] starts = new int[1024];
  private long[] lines = new long[1024];
  private Trouble[] troubles = new Trouble[1024];
  private int size;

  Chunk(byte[] bytes) { this.bytes = bytes; }

  void add(int start, int end, long line, Trouble trouble) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
      troubles = Arrays.copyOf(troubles, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    lines[size] = line;
    troubles[size++] = trouble;
  }

  int size() { return size; }

  int start(int row) { return starts[row]; }

  int end(int row) { return ends[row]; }

  long line(int row) { return lines[row]; }

  Trouble trouble(int row) { return troubles[row]; }
}
