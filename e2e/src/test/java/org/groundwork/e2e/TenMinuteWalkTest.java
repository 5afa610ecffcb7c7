// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A night cleaner in flat 4C of 24, with a phone 360 px wide: from the first page to the first pledge, with no register,
 * no mail server, no documentation, and for a while no signal.
 */
class TenMinuteWalkTest extends InABrowser {
  @ParameterizedTest
  @ValueSource(strings = {"en-US", "es-ES"})
  void leadsFromTheFirstPageToAnOpenCampaign(String language) {
    long began = System.nanoTime();
    try (var phone = chromium.phone(language)) {
      var hand = new Hand(phone.newPage(), product.address(), "walk-" + language);
      FirstHour.saysWhoSheIs(hand);
      FirstHour.saysWhere(hand);
      FirstHour.putsPeopleOnTheChart(hand);
      FirstHour.saysWhatIsWrong(hand);
      FirstHour.opensTheFight(hand);
      assertThat(hand.page().locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
      assertThat(hand.main().innerText()).contains("Maria", "3B");
      String fight = hand.path().replaceAll("/talks$", "");
      FirstHour.takesTheFirstPledge(hand);
      assertThat(hand.main().innerText()).containsPattern("1 (of|de) 16");
      hand.open(fight);
      assertThat(hand.main().innerText()).contains("A. Example", "23").doesNotContain("{", "???");
      closesThePhoneAndComesBack(hand);
      long seconds = (System.nanoTime() - began) / 1_000_000_000;
      System.out.printf(Locale.ROOT,
          "ten-minute walk, %s: %d.%d min reckoned for a hand, %d s by machine, %d taps, %d fields typed%n", language,
          hand.tenthsOfAMinute() / 10, hand.tenthsOfAMinute() % 10, seconds, hand.taps(), hand.fields());
      assertThat(hand.tenthsOfAMinute()).isLessThanOrEqualTo(100);
      assertThat(hand.taps()).isLessThanOrEqualTo(90);
      assertThat(hand.fields()).isLessThanOrEqualTo(45);
    }
  }

  private static void closesThePhoneAndComesBack(Hand hand) {
    hand.tap(".quick-exit");
    hand.type("pin", FirstHour.PIN);
    hand.next();
    assertThat(hand.page().locator(".next-step h1").innerText()).isIn("Talk to three", "Habla con tres");
  }
}
