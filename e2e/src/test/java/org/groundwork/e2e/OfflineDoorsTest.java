// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From door to door without a signal: what is written down waits, sealed, and is handed over once. */
class OfflineDoorsTest extends InABrowser {
  private static final String SENTENCE = "the zebra sleeps at noon";
  @Test
  void keepsWhatWasWrittenDownWithoutASignalAndHandsItOverOnce() {
    try (var phone = chromium.phone("en-US")) {
      var hand = new Hand(phone.newPage(), product.address(), "offline");
      hand.expects(404);
      String local = FirstHour.walkedBy(hand);
      String talks = hand.path();
      asksForALease(hand, local);
      hand.open(talks);
      String doors = takesTheThirdFloorAlong(hand, local);

      phone.setOffline(true);
      hand.losesTheSignal();
      opens(hand, SENTENCE);
      assertThat(hand.main().innerText()).contains("3B").doesNotContain("5C");
      int before = hand.taps();
      door(hand, "3A");
      hand.tap("main button:has-text('Not home')");
      System.out.printf(Locale.ROOT, "taps for a door where nobody is home, offline: %d%n", hand.taps() - before);
      talksToMaria(hand);
      assertThat(hand.main().innerText()).contains("Written down, not handed over yet: 2");
      assertThat(SeizedPhone.keeps(hand.page())).as("what a seized phone shows")
          .doesNotContain("Maria", "Rosa", "118 Elm", "Bring the letter", "Lease", "2027-03")
          .contains("sealed");

      phone.setOffline(false);
      hand.page()
          .locator("main:has-text('Everything is handed over.')")
          .waitFor(new Locator.WaitForOptions().setTimeout(30_000));
      hand.open(local + "/my-people");
      hand.open(doors);
      assertThat(hand.page().locator(".chart__square[data-state='talked']").count()).isEqualTo(1);
      hand.open(doors.replace("/doors", "/chart"));
      hand.tap("main a[href*='by=field-']");
      assertThat(hand.page().locator(".chart__legend li").allInnerTexts()).as("a day was noted of one")
          .anyMatch(text -> text.matches("(?s).*\\s1"));
      letsGo(hand, doors, phone);
    }
  }

  private static String takesTheThirdFloorAlong(Hand hand, String local) {
    hand.tap("main a[href*='/talk-with/']");
    hand.tap(".crumb a");
    String doors = hand.path();
    assertThat(doors).endsWith("/doors").startsWith(local);
    hand.tap("a[href$='/turf']");
    hand.choose("part-3");
    hand.page().locator("#turf-pin").fill("short");
    hand.next();
    assertThat(hand.page().locator("#turf-problem").innerText()).contains("at least eight");
    hand.page().locator("#turf-pin").fill(SENTENCE);
    hand.page().locator("#turf-pin-again").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().waitForURL("**/offline");
    return doors;
  }

  /** A field of their own, which the doors ask. */
  private static void asksForALease(Hand hand, String local) {
    hand.open(local + "/fields");
    hand.type("name", "Lease ends");
    hand.choose("kind-date");
    hand.type("purpose", "To know when the rent can rise");
    hand.type("keptDays", "90");
    hand.choose("seen-stewards");
    hand.tap("main form button:has-text('Add a field')");
    assertThat(hand.main().innerText()).contains("To know when the rent can rise");
  }

  private static void opens(Hand hand, String pin) {
    hand.open("/offline");
    hand.page().locator("#pin").fill("a wrong sentence");
    hand.page().locator("main .button--next").click();
    hand.page().locator("main .field__error:has-text('That is not the PIN.')").waitFor();
    hand.page().locator("#pin").fill(pin);
    hand.page().locator("main .button--next").click();
    hand.page().locator("main .people").waitFor();
    hand.look();
  }

  private static void door(Hand hand, String label) {
    hand.tap("main .person:has(.person__place:text-is('" + label + "')) button");
  }

  private static void talksToMaria(Hand hand) {
    door(hand, "3B");
    assertThat(hand.main().innerText()).contains("Maria").doesNotContain("Rosa");
    hand.tap("main button:has-text('Talked')");
    hand.type("next", "Bring the letter");
    hand.choose("f-prepared");
    hand.tap("main details.filters summary");
    hand.page().locator("main input[type='date']").fill("2027-03-01");
    hand.look();
    hand.tap("main .button--next");
  }

  /** A phone that is told to let go does so when it is next in touch. */
  private static void letsGo(Hand hand, String doors, BrowserContext phone) {
    hand.open(doors.replace("/doors", "/turf"));
    hand.tap("main form[action$='/revoke'] button");
    hand.open("/offline");
    hand.page().locator("#pin").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().locator("main:has-text('This phone had to let go of it.')").waitFor();
    phone.setOffline(true);
    hand.page().navigate(product.address() + "/offline");
    hand.page().locator("main:has-text('Nothing is kept on this phone.')").waitFor();
  }
}
