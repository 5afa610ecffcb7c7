// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts uses of a form by one address, in memory of this process and no longer than it needs: after {@link #KEPT}
 * addresses the one unused for longest is forgotten, so that a flood from many cannot fill the memory.
 */
public final class RateLimits {
  /** Uses per minute of a public form by one address; a hall full of people behind one router still gets through. */
  public static final int USUAL = 60;
  static final int KEPT = 50_000;

  private final TimeMeter meter;
  private final int factor;
  private final int kept;
  private final Map<String, Bucket> buckets;

  /** @param factor multiplies every limit; 1 for a server that others can reach */
  RateLimits(Clock clock, int factor) {
    this(clock, factor, KEPT);
  }

  RateLimits(Clock clock, int factor, int kept) {
    this.meter = new ClockMeter(clock);
    this.factor = factor;
    this.kept = kept;
    this.buckets = new LinkedHashMap<>(1024, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) { return size() > RateLimits.this.kept; }
    };
  }

  /** Whether one more use of {@code form} from {@code prefix} is within {@code perMinute}. */
  boolean allows(String form, String prefix, int perMinute) {
    return bucket(form + " " + prefix, perMinute).tryConsume(1);
  }

  int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Bucket bucket(String key, int perMinute) {
    int most = Math.multiplyExact(perMinute, factor);
    synchronized (buckets) {
      return buckets.computeIfAbsent(key, k -> Bucket.builder()
          .withCustomTimePrecision(meter)
          .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
          .build());
    }
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() { return Math.multiplyExact(clock.millis(), 1_000_000L); }

    @Override
    public boolean isWallClockBased() { return true; }
  }
}
