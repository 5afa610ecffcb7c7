// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Ids ids = new Ids(ticking(), new SecureRandom());

  private Clock ticking() {
    InstantSource source = now::get;
    return source.withZone(ZoneOffset.UTC);
  }

  private List<UUID> made(int many) { return Stream.generate(ids::next).limit(many).toList(); }

  private static long millis(UUID id) { return id.getMostSignificantBits() >>> 16; }

  @Test
  void makesVersionSevenIdentifiersThatTellTheTimeAndRandomOnesThatTellNothing() {
    UUID id = ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(millis(id)).isEqualTo(START.toEpochMilli());
    now.set(START.plusMillis(1));
    assertThat(ids.next()).isGreaterThan(id);
    assertThat(ids.random().version()).isEqualTo(4);
    assertThat(ids.random().variant()).isEqualTo(2);
  }

  /** A paste of two hundred lines is entered within a few milliseconds, and has to come back as it was written. */
  @Test
  void keepsTheOrderOfThoseMadeWithinOneMillisecond() {
    var made = made(10_000);
    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(millis(made.getLast()) - START.toEpochMilli()).as("milliseconds ahead").isBetween(1L, 5L);
  }

  @Test
  void goesOnFromTheLastOneWhenTheClockIsSetBackALittle() {
    UUID before = ids.next();
    now.set(START.minusSeconds(9));
    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void believesAClockThatWasSetBackByMore() {
    ids.next();
    now.set(START.minus(Duration.ofDays(1)));
    assertThat(millis(ids.next())).isEqualTo(START.minus(Duration.ofDays(1)).toEpochMilli());
  }

  @Test
  void givesEveryThreadItsOwnInOrder() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      Callable<List<UUID>> many = () -> made(5_000);
      var runs = pool.invokeAll(List.of(many, many, many, many));
      Stream.Builder<UUID> all = Stream.builder();
      for (var run : runs) {
        assertThat(run.get()).isSorted();
        run.get().forEach(all);
      }
      assertThat(all.build()).hasSize(20_000).doesNotHaveDuplicates();
    }
  }
}
