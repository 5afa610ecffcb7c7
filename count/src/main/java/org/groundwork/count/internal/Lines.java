// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal;

import java.util.Arrays;

/** Numbers of lines, growing. */
public final class Lines {
  private int[] lines = new int[16];
  private int size;

  /** How many. */
  public int size() { return size; }

  /** One of them. */
  public int get(int at) { return lines[at]; }

  /** Adds one. */
  public void add(int line) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, Math.addExact(size, (size >> 1) + 16));
    }
    lines[size++] = line;
  }
}
