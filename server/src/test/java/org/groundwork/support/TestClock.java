// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The product's clock: goes on by itself and can be set forward, never back, because sessions outlive one test. */
public final class TestClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> ahead;

  TestClock() { this(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO)); }

  private TestClock(Clock base, AtomicReference<Duration> ahead) {
    this.base = base;
    this.ahead = ahead;
  }

  /** Lets {@code time} pass for everything in the product; a negative duration is refused. */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("the product's clock does not go back");
    }
    ahead.accumulateAndGet(time, Duration::plus);
  }

  @Override
  public Instant instant() { return base.instant().plus(ahead.get()); }

  @Override
  public ZoneId getZone() { return base.getZone(); }

  @Override
  public Clock withZone(ZoneId zone) { return new TestClock(base.withZone(zone), ahead); }
}
