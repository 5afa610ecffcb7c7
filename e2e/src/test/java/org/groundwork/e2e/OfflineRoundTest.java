// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/**
 * A steward collects dues where there is no signal and gives a receipt at each door; the phone hands over, two people count
 * the envelope, and the money is where it belongs.
 */
class OfflineRoundTest {
  private static final String SENTENCE = "the zebra sleeps at noon";

  @Test
  void takesThreePaymentsWithoutASignalAndTwoCountTheEnvelope() {
    try (var product = RunningProduct.empty();
        var chromium = new Chromium();
        var phone = chromium.phone("en-US");
        var desk = chromium.desk("en-US")) {
      var steward = new Hand(phone.newPage(), product.address(), "round");
      steward.open("/");
      steward.tap("a[href='/demonstration']");
      steward.next();
      steward.tap("button[value='steward']");
      String local = steward.path().replaceAll("^(/l/[^/?]+).*", "$1");
      steward.open(local + "/dues/rounds");
      steward.tap("main .task-list a");
      assertThat(steward.main().innerText()).contains("Rosa", "Ngozi").doesNotContain("$");
      String round = steward.path().replace("/list", "");
      takesItAlong(steward);

      phone.setOffline(true);
      steward.losesTheSignal();
      opens(steward);
      refusesWhatIsNoSum(steward);
      pays(steward, "10", "R3-003");
      pays(door(steward, "Ngozi"), "12.50", "R3-004");
      pays(door(steward, "Sam"), "7", "R3-005");
      takesItBackAndWritesItAnew(steward);
      steward.page().reload();
      opens(steward);
      assertThat(steward.main().innerText()).contains("Written down, not handed over yet: 4", "Receipts 3");
      assertThat(SeizedPhone.keeps(steward.page())).as("what a seized phone shows")
          .doesNotContain("Rosa", "Ngozi", "R3-003", "12.50", "1250")
          .contains("sealed");

      phone.setOffline(false);
      waitsFor(steward, "main:has-text('Everything is handed over.')");
      steward.tap("main summary:has-text('I am done')");
      steward.tap("main details button:has-text('I am done')");
      waitsFor(steward, "main:has-text('Nothing is left on this phone.')");
      steward.page()
          .locator("#turf-queue")
          .waitFor(new Locator.WaitForOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
              .setTimeout(30_000));

      steward.open(round);
      assertThat(steward.main().innerText()).contains("$62.50", "R3-005", "Taken back at the door", "handed over");
      steward.tap("main form[action$='/hand-in'] button");
      assertThat(steward.main().innerText()).doesNotContain("62.50");
      counts(steward, round);
      var treasurer = new Hand(desk.newPage(), product.address(), "round-desk");
      treasurer.open("/demonstration");
      treasurer.tap("button[value='treasurer']");
      treasurer.open(round);
      assertThat(treasurer.main().innerText()).contains("Somebody counted it on").doesNotContain("62.50");
      counts(treasurer, round);
      assertThat(treasurer.main().innerText()).contains("Counted by two", "$37.50 in cash, $25 in cheques", "$62.50");
      treasurer.tap("main a:has-text('the entry')");
      assertThat(treasurer.main().innerText()).contains("Envelope of a collecting round, counted by two",
          "Cash with stewards");
    }
  }

  private static void takesItAlong(Hand hand) {
    hand.tap("main a[href$='/along']");
    hand.page().locator("#turf-pin").fill(SENTENCE);
    hand.page().locator("#turf-pin-again").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().waitForURL("**/offline");
  }

  private static void opens(Hand hand) {
    hand.page().locator("#pin").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().locator("main .people").waitFor();
    hand.look();
  }

  private static Hand door(Hand hand, String name) {
    hand.tap("main .person:has-text('" + name + "') button");
    return hand;
  }

  private static void refusesWhatIsNoSum(Hand hand) {
    door(hand, "Rosa");
    for (String wrong : new String[]{"0", "-3", "12,345.678", "ten", ""}) {
      hand.page().locator("#r-amount").fill(wrong);
      hand.page().locator("main .button--next").click();
      assertThat(hand.page().locator("#r-amount-error").innerText()).as(wrong).contains("Write a sum above nothing");
    }
  }

  /** Takes money at the door that is open, and reads the receipt. */
  private static void pays(Hand hand, String amount, String number) {
    hand.page().locator("#r-amount").fill(amount);
    hand.tap("main .button--next");
    waitsFor(hand, "main h1:has-text('Receipt " + number + "')");
    assertThat(hand.main().innerText()).contains("$" + amount, "Day");
    hand.look();
    hand.tap("main .button--next");
  }

  private static void takesItBackAndWritesItAnew(Hand hand) {
    door(hand, "Sam");
    hand.tap("main button:has-text('Take this back')");
    pays(door(hand, "Sam"), "5", "R3-006");
  }

  private static void counts(Hand hand, String round) {
    hand.open(round + "/count");
    assertThat(hand.main().innerText()).doesNotContain("62.50", "27.50");
    hand.type("cash", "37.50");
    hand.type("cheques", "25");
    hand.next();
  }

  private static void waitsFor(Hand hand, String selector) {
    hand.page().locator(selector).first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
  }
}
