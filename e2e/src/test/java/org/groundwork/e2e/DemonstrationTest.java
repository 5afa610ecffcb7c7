// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A visitor looks around in the demonstration; it ends when a real group begins. */
class DemonstrationTest {

  @Test
  void letsAVisitorComeInByRoleAndEndsWhenARealGroupBegins() {
    try (var product = RunningProduct.empty(); var chromium = new Chromium(); var desk = chromium.desk("en-US")) {
      var hand = new Hand(desk.newPage(), product.address(), "demonstration");
      hand.open("/");
      hand.tap("a[href='/demonstration']");
      hand.next();
      hand.tap("button[value='organiser']");
      assertThat(hand.page().locator(".next-step h1").innerText()).startsWith("Confirm a call");
      assertThat(hand.main().innerText()).contains("Talk to three", "paper");
      hand.tap("nav a[href$='/causes']");
      assertThat(hand.main().innerText()).contains("Rent rise", "MARLOWSKI");
      hand.tap("nav a[href$='/campaigns']");
      hand.tap("main a:has-text('Withdraw the rent rise')");
      assertThat(hand.main().innerText()).contains("Quillon Marlowski", "12", "of 23 homes known");
      hand.tap(".quick-exit");
      comesInAsMemberAndSeesNoNames(hand);
      aRealGroupBegins(hand);
      hand.open("/demonstration");
      assertThat(hand.main().innerText()).contains("There is no demonstration on this server");
    }
  }

  private static void comesInAsMemberAndSeesNoNames(Hand hand) {
    hand.open("/demonstration");
    hand.tap("button[value='member']");
    hand.tap("nav a[href$='/campaigns']");
    hand.tap("main a:has-text('Withdraw the rent rise')");
    assertThat(hand.main().innerText()).contains("Withdraw the rent rise").doesNotContain("Fatima", "Old Tom");
    assertThat(hand.page().locator("nav a[href$='/causes']").count()).isZero();
    hand.tap(".quick-exit");
  }

  private static void aRealGroupBegins(Hand hand) {
    hand.open("/start/you");
    hand.type("name", "Ana");
    hand.type("pin", "271828");
    hand.next();
    assertThat(hand.path()).endsWith("/start/sheet");
  }
}
