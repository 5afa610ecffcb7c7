// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives each different key a number, and keeps the smallest of the texts in which it was written. */
final class Interner {
  private @Nullable String[] keys = new @Nullable String[1 << 10];
  /** For each slot the key's hash and its number plus one; 0 if free. */
  private long[] table = new long[1 << 11];
  private @Nullable String[] shown = new @Nullable String[1 << 10];
  private int size;

  int number(String key, String written) {
    int at = slot(key);
    int number = (int) table[at] - 1;
    if (number < 0) {
      number = add(key, written, at);
    } else if (written.compareTo(shown(number)) < 0) {
      shown[number] = written;
    }
    return number;
  }

  private int add(String key, String written, int at) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      shown = Arrays.copyOf(shown, size * 2);
    }
    keys[size] = key;
    shown[size] = written.equals(key) ? key : written;
    size++;
    table[at] = entry(key, size);
    if (size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  private static long entry(String key, int number) { return ((long) key.hashCode() << 32) | number; }

  private int slot(String key) {
    int mask = table.length - 1;
    int h = key.hashCode();
    int at = (h ^ (h >>> 15)) & mask;
    while (table[at] != 0 && ((int) (table[at] >>> 32) != h || !key.equals(keys[(int) table[at] - 1]))) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rehash() {
    long[] old = table;
    table = new long[old.length * 2];
    int mask = table.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int h = (int) (entry >>> 32);
        int at = (h ^ (h >>> 15)) & mask;
        while (table[at] != 0) {
          at = (at + 1) & mask;
        }
        table[at] = entry;
      }
    }
  }

  int size() { return size; }

  String key(int number) { return present(keys[number]); }

  String shown(int number) { return present(shown[number]); }

  private static String present(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("no such number");
    }
    return text;
  }
}
