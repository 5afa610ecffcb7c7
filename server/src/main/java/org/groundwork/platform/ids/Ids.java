// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.ids;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers. Rows of ordinary records get UUID version 7 (RFC 9562, section 5.7), which keeps one tenant's rows
 * together in an index; anything sealed or secret gets a random one, because version 7 tells the time.
 */
public final class Ids {
  private final Clock clock;
  private final RandomGenerator random;

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A UUID version 7: 48 bits of milliseconds, then 74 random bits. */
  public UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | random.nextInt(1 << 12);
    long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** A UUID version 4, which tells nothing. */
  public UUID random() {
    long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
    long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
