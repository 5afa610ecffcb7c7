// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A form can be sent so often from one place and no oftener. */
@ExtendWith(ProductExtension.class)
class RateLimitsTest {

  private static final class StillClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public Instant instant() { return now; }

    @Override
    public ZoneId getZone() { return ZoneOffset.UTC; }

    @Override
    public Clock withZone(ZoneId zone) { return this; }
  }

  private final StillClock clock = new StillClock();
  private final RateLimits limits = new RateLimits(clock, 1, 3);

  @Test
  void allowsAsManyAsSaidAndThenNone() {
    for (int i = 0; i < 5; i++) {
      assertThat(limits.allows("form", "a", 5)).isTrue();
    }
    assertThat(limits.allows("form", "a", 5)).isFalse();
  }

  @Test
  void allowsAgainAsTimePasses() {
    for (int i = 0; i < 6; i++) {
      limits.allows("form", "a", 6);
    }
    clock.now = clock.now.plus(Duration.ofSeconds(10));
    assertThat(limits.allows("form", "a", 6)).isTrue();
    assertThat(limits.allows("form", "a", 6)).isFalse();
  }

  @Test
  void countsFormsAndPlacesApart() {
    assertThat(limits.allows("form", "a", 1)).isTrue();
    assertThat(limits.allows("form", "b", 1)).isTrue();
    assertThat(limits.allows("other", "a", 1)).isTrue();
    assertThat(limits.allows("form", "a", 1)).isFalse();
  }

  @Test
  void forgetsThePlaceUnusedForLongestAndNeverKeepsMore() {
    for (String place : new String[]{"a", "b", "c", "d", "e"}) {
      limits.allows("form", place, 1);
    }
    assertThat(limits.size()).isEqualTo(3);
    assertThat(limits.allows("form", "e", 1)).isFalse();
    assertThat(limits.allows("form", "a", 1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, c0000207", "2001:db8:1:2:3:4:5:6, 20010db800010002", "2001:db8:1:2::9, 20010db800010002",
      "not an address, unknown", "evil.example, unknown", "'', unknown"})
  void readsAPlaceAsCoarselyAsAHousehold(String address, String prefix) {
    assertThat(ClientAddress.prefix(address)).isEqualTo(prefix);
  }

  @Test
  void believesNoHeaderUnlessOneIsNamed() {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.7");
    request.addHeader("X-Forwarded-For", "198.51.100.1");
    request.addHeader("X-Real-IP", "198.51.100.2");
    assertThat(new ClientAddress("").prefixOf(request)).isEqualTo("c0000207");
    assertThat(new ClientAddress("X-Real-IP").prefixOf(request)).isEqualTo("c6336402");
  }

  @Test
  void believesOnlyWhatTheProxyItselfWrote() {
    var request = new MockHttpServletRequest();
    request.addHeader("X-Forwarded-For", "203.0.113.9, 192.0.2.7");
    assertThat(new ClientAddress("X-Forwarded-For").prefixOf(request)).isEqualTo("c0000207");
  }

  @Test
  void answersWithAPageWhenAFormIsSentTooOften(Product product) {
    var visitor = product.visitor();
    int last = 0;
    String body = "";
    for (int i = 0; i < 400 && last != 429; i++) {
      var answer = visitor.post("/sign-in/recover", "code", "WRONG", "pin", "271828");
      last = answer.status();
      body = answer.body();
    }
    assertThat(last).isEqualTo(429);
    assertThat(body).contains("Too many tries");
  }
}
