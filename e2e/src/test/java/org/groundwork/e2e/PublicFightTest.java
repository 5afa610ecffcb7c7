// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A fight becomes public by a recorded decision, is seen by a stranger, and is taken back. */
class PublicFightTest {

  @Test
  void becomesPublicByDecisionAndIsTakenBack() {
    try (var product = RunningProduct.empty();
        var chromium = new Chromium();
        var phone = chromium.phone("en-US");
        var stranger = chromium.phone("es-ES")) {
      var hand = new Hand(phone.newPage(), product.address(), "public");
      FirstHour.walkedBy(hand);
      String story = hand.path().replaceAll("/talks$", "");
      hand.open(story);
      hand.tap("main a[href='" + story + "/public']");
      assertThat(hand.main().innerText()).contains("12 of 23");
      hand.type("word", "public");
      hand.tap("button[value='decide']");
      assertThat(hand.page().locator(".error-summary").isVisible()).isTrue();
      hand.type("why", "The letter comes due before we can reach the rest.");
      hand.type("decided", "The house meeting, 14 for and 2 against");
      hand.type("on", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
      hand.type("word", "public");
      hand.tap("button[value='decide']");
      String address = hand.page().locator(".copy-box a").getAttribute("href");
      seesNoMoreThanWasDecided(new Hand(stranger.newPage(), product.address(), "public-stranger"), address);
      hand.tap("main a[href='" + story + "/quiet']");
      hand.tap("main .button--danger");
      assertThat(stranger.pages().getFirst().navigate(product.address() + address).status()).isEqualTo(404);
    }
  }

  private static void seesNoMoreThanWasDecided(Hand stranger, String address) {
    stranger.open(address);
    assertThat(stranger.main().innerText()).contains("A. Example", "118 Street LLC")
        .doesNotContain("Elm", "Maria", "Juan", "10", "23", "14 for");
    assertThat(stranger.page().title()).isEqualTo("Groundwork");
    stranger.next();
    assertThat(stranger.path()).endsWith("/report");
  }
}
