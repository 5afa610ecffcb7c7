// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The product's clock: goes on by itself and can be set forward, never back, because sessions outlive one test. It begins
 * at the next noon in UTC, so that it is the same day for everybody from the Pacific to the Urals at whatever hour tests
 * are run; {@link SameHour} brings it back to that hour after each class.
 */
public final class TestClock extends Clock {
  private static final Duration DAY = Duration.ofDays(1);
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
  private final Clock base;

  TestClock() { this(Clock.offset(Clock.systemUTC(), untilNoon())); }

  private TestClock(Clock base) { this.base = base; }

  private static Duration untilNoon() {
    Instant now = Instant.now(Clock.systemUTC());
    Instant noon = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
    return Duration.between(now, noon.isBefore(now) ? noon.plus(DAY) : noon);
  }

  /** Lets {@code time} pass for everything in the product; a negative duration is refused. */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("the product's clock does not go back");
    }
    AHEAD.accumulateAndGet(time, Duration::plus);
  }

  /** Lets the rest of a day pass, so that whole days have passed. */
  static void finishTheDay() {
    AHEAD.updateAndGet(ahead -> {
      Duration into = ahead.minus(DAY.multipliedBy(ahead.dividedBy(DAY)));
      return into.isZero() ? ahead : ahead.minus(into).plus(DAY);
    });
  }

  @Override
  public Instant instant() { return base.instant().plus(AHEAD.get()); }

  @Override
  public ZoneId getZone() { return base.getZone(); }

  @Override
  public Clock withZone(ZoneId zone) { return new TestClock(base.withZone(zone)); }
}
