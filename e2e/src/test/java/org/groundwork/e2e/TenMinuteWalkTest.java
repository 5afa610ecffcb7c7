// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A night cleaner in flat 4C of 24, with a phone 360 px wide: from the first page to an open campaign, with no register,
 * no mail server and no documentation.
 */
class TenMinuteWalkTest {
  private static RunningProduct product;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    product = RunningProduct.empty();
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    product.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "es-ES"})
  void leadsFromTheFirstPageToAnOpenCampaign(String language) {
    long began = System.nanoTime();
    try (var phone = chromium.phone(language)) {
      var hand = new Hand(phone.newPage(), product.address(), "walk-" + language);
      saysWhoSheIs(hand);
      saysWhere(hand);
      putsPeopleOnTheChart(hand);
      saysWhatIsWrong(hand);
      opensTheFight(hand);
      assertThat(hand.page().locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
      assertThat(hand.main().innerText()).contains("Maria", "3B");
      hand.tap("a[href$='" + hand.path().replaceAll("/talks$", "") + "']");
      assertThat(hand.main().innerText()).contains("A. Example", "23").doesNotContain("{", "???");
      closesThePhoneAndComesBack(hand);
      long seconds = (System.nanoTime() - began) / 1_000_000_000;
      System.out.printf(Locale.ROOT, "ten-minute walk, %s: %d s by machine, %d taps, %d fields typed%n", language,
          seconds,
          hand.taps(), hand.fields());
      assertThat(hand.taps()).isLessThanOrEqualTo(90);
      assertThat(hand.fields()).isLessThanOrEqualTo(45);
    }
  }

  private static void saysWhoSheIs(Hand hand) {
    hand.open("/");
    hand.tap("a[href='/start']");
    hand.next();
    hand.type("name", "Ana");
    hand.type("pin", "271828");
    hand.next();
    hand.next(); // show the code
    assertThat(hand.page().locator(".code li").count()).isEqualTo(5);
    hand.next();
  }

  private static void saysWhere(Hand hand) {
    assertThat(hand.path()).endsWith("/start/where");
    hand.choose("kind-building");
    hand.type("address", "118 Elm Street");
    hand.next();
    assertThat(hand.path()).endsWith("/start/units");
    hand.type("floors", "6");
    hand.type("doors", "A-D");
    hand.next();
  }

  private static void putsPeopleOnTheChart(Hand hand) {
    assertThat(hand.page().locator(".chart__square[data-state='unknown']:not(.chart__key)").count()).isEqualTo(24);
    hand.type("own", "4C");
    hand.type("lines", """
        Maria 3B, nights
        old man 2A?
        Juan 5C 555 0199
        Fatima, 6A
        Li Wei 1D
        Rosa, 3A, works days
        Pete 5B
        Sam 6D, 555 0123
        Ngozi 4A
        the super 1A!
        """);
    hand.next();
    assertThat(hand.main().innerText()).contains("10", "23").contains("Maria");
    assertThat(hand.page().locator(".chart__square[data-state='boss']:not(.chart__key)").count()).isEqualTo(1);
    hand.next();
  }

  private static void saysWhatIsWrong(Hand hand) {
    hand.choose("kind-rent-rise");
    hand.type("told", "Rent +18 % from 1 March");
    hand.type("since", java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3).toString());
    hand.type("amount", "214");
    hand.page().locator("input[name='same']").first().evaluate("box => box.labels[0].click()");
    hand.type("paper", java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(19).toString());
    hand.next();
    assertThat(hand.path()).endsWith("/start/who-can-say-yes");
  }

  private static void opensTheFight(Hand hand) {
    hand.type("person", "118 Street LLC");
    hand.next();
    assertThat(hand.page().locator(".error-summary").isVisible()).isTrue();
    assertThat(hand.page().locator("[name='person']").inputValue()).isEqualTo("118 Street LLC");
    hand.type("person", "A. Example");
    hand.type("firm", "118 Street LLC");
    hand.next();
    assertThat(hand.path()).endsWith("/start/what-we-ask");
    hand.next();
    assertThat(hand.path()).endsWith("/start/how-we-go-on");
    hand.next();
    assertThat(hand.path()).endsWith("/talks");
  }

  private static void closesThePhoneAndComesBack(Hand hand) {
    hand.tap(".quick-exit");
    hand.type("pin", "271828");
    hand.next();
    assertThat(hand.page().locator(".next-step h1").innerText()).isIn("Talk to three", "Habla con tres");
  }
}
