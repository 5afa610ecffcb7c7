// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps letters in memory to be read on a page, where there is no mail server and nobody else could read them. */
final class ReadableHere implements Delivery {
  /** How many letters are kept; the oldest goes first. */
  static final int MOST = 100;
  private final Deque<Kept> kept = new ArrayDeque<>();

  /** A letter and when it would have left. */
  record Kept(Letter letter, Instant at) {}

  @Override
  public synchronized Outcome deliver(Letter letter, Instant at) {
    kept.addFirst(new Kept(letter, at));
    if (kept.size() > MOST) {
      kept.removeLast();
    }
    return new Delivered();
  }

  /** The newest first. */
  synchronized List<Kept> all() { return List.copyOf(kept); }
}
