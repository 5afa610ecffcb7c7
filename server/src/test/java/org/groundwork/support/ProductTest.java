// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.groundwork.platform.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The support itself: what other tests rest on. */
@ExtendWith(ProductExtension.class)
class ProductTest {

  @Test
  void answersAStranger(Visitor stranger) { assertThat(stranger.get("/").status()).isEqualTo(200); }

  @Test
  void isOneForEveryTest(Product product) { assertThat(product).isSameAs(Product.shared()); }

  @Test
  void runsOnTheClockOfTheTests(Product product) {
    var before = product.bean(Clock.class).instant();
    product.clock().advance(Duration.ofSeconds(30));
    assertThat(Duration.between(before, product.bean(Clock.class).instant())).isBetween(Duration.ofSeconds(30),
        Duration.ofSeconds(50));
  }

  @Test
  void foundsALocalThroughItsPages(Product product) {
    var local = product.foundThroughPages("Maria", "271828");
    assertThat(local.founder().visitor().get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void foundsALocalThroughItsServices(FoundedLocal local) {
    assertThat(local.founder().visitor().get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void givesPeopleTheRolesAskedForAndNoOthers(FoundedLocal local) {
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("")).status()).isEqualTo(200);
    assertThat(local.person().visitor().get(local.path("")).status()).isEqualTo(403);
  }

  @Test
  void sendsFormsOnlyWithTheirToken(FoundedLocal local) {
    var visitor = local.founder().visitor();
    assertThat(visitor.postWithoutToken(local.path("start/sheet")).status()).isEqualTo(403);
    assertThat(visitor.post(local.path("start/sheet")).status()).isEqualTo(200);
  }
}
