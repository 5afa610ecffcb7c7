// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.ids;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers. Rows of ordinary records get UUID version 7 (RFC 9562, section 5.7), which keeps one tenant's rows
 * together in an index and in the order in which this process made them; anything sealed or secret gets a random one,
 * because version 7 tells the time.
 */
public final class Ids {
  private static final int COUNTER_BITS = 12;
  /** A millisecond's counter begins in the lower half, so that it seldom runs into the next (RFC 9562, section 6.2). */
  private static final int SEEDS = 1 << (COUNTER_BITS - 1);
  /** A clock that was set back by more than this is believed; by less, identifiers go on from the last one. */
  private static final long MOST_AHEAD_MILLIS = 10_000;
  private final Clock clock;
  private final RandomGenerator random;
  /** The milliseconds and the counter of the last identifier made. */
  private final AtomicLong last = new AtomicLong();

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * A UUID version 7: 48 bits of milliseconds, a counter of 12 bits, then 62 random bits. Each is greater than the one
   * before, whichever thread asks, as long as the clock is not set back by more than ten seconds.
   */
  public UUID next() {
    long millis = clock.millis();
    long fresh = (millis << COUNTER_BITS) | random.nextInt(SEEDS);
    long step = last.updateAndGet(before -> follows(before, millis) ? Math.max(before + 1, fresh) : fresh);
    long high = (step >>> COUNTER_BITS << 16) | 0x7000L | (step & ((1 << COUNTER_BITS) - 1));
    long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static boolean follows(long before, long millis) {
    return (before >>> COUNTER_BITS) - millis <= MOST_AHEAD_MILLIS;
  }

  /** A UUID version 4, which tells nothing. */
  public UUID random() {
    long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
    long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
