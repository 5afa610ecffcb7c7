// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the last texts became, as many as fit; registers repeat themselves. Several threads may use it: a slot
 * holds an immutable record, and losing one costs only the work again.
 */
final class Memo {
  private static final int SLOTS = 1 << 16;

  private record Entry(String text, String became) {}

  private final @Nullable Entry[] slots = new @Nullable Entry[SLOTS];
  private final UnaryOperator<String> work;

  Memo(UnaryOperator<String> work) { this.work = work; }

  String of(String text) {
    int h = text.hashCode();
    int slot = (h ^ (h >>> 16)) & (SLOTS - 1);
    Entry entry = slots[slot];
    if (entry != null && entry.text.equals(text)) {
      return entry.became;
    }
    String became = work.apply(text);
    slots[slot] = new Entry(text, became);
    return became;
  }
}
