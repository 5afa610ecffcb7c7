// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** The steps of the first hour as a hand takes them: a house of 24 flats, ten people known, a rise of 18 %. */
final class FirstHour {
  static final String PIN = "271828";

  private FirstHour() {}

  /** From the first page to an open fight; answers the local's address. */
  static String walkedBy(Hand hand) {
    saysWhoSheIs(hand);
    saysWhere(hand);
    putsPeopleOnTheChart(hand);
    saysWhatIsWrong(hand);
    opensTheFight(hand);
    return hand.path().replaceAll("/campaigns/.*", "");
  }

  static void saysWhoSheIs(Hand hand) {
    hand.open("/");
    hand.tap("a[href='/start']");
    hand.next();
    hand.type("name", "Ana");
    hand.type("pin", PIN);
    hand.next();
    hand.next(); // show the code
    assertThat(hand.page().locator(".code li").count()).isEqualTo(5);
    hand.next();
  }

  static void saysWhere(Hand hand) {
    assertThat(hand.path()).endsWith("/start/where");
    hand.choose("kind-building");
    hand.type("address", "118 Elm Street");
    hand.next();
    assertThat(hand.path()).endsWith("/start/units");
    hand.type("floors", "6");
    hand.type("doors", "A-D");
    hand.next();
  }

  static void putsPeopleOnTheChart(Hand hand) {
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

  static void saysWhatIsWrong(Hand hand) {
    hand.choose("kind-rent-rise");
    hand.type("told", "Rent +18 % from 1 March");
    hand.type("since", java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3).toString());
    hand.type("amount", "214");
    hand.page().locator("input[name='same']").first().evaluate("box => box.labels[0].click()");
    hand.type("paper", java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(19).toString());
    hand.next();
    assertThat(hand.path()).endsWith("/start/who-can-say-yes");
  }

  static void opensTheFight(Hand hand) {
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

  /**
   * From the three to talk to over the talk with Maria to her own card, and home. In the stairwell the signal goes before
   * she writes the talk down, and comes back a moment later.
   */
  static void takesTheFirstPledge(Hand hand) {
    hand.tap("a[href*='/talk-with/']");
    hand.next();
    hand.type("note", "Works nights");
    hand.page().context().setOffline(true);
    hand.page().locator("main .button--next").first().click();
    assertThat(hand.page().locator("#no-signal").isVisible()).isTrue();
    assertThat(hand.page().locator("[name='note']").inputValue()).as("what was typed").isEqualTo("Works nights");
    hand.page().context().setOffline(false);
    hand.next();
    hand.tap("a[href*='/pledge/']");
    hand.choose("reply-yes-if");
    hand.type("atLeast", "12");
    hand.type("initial", "M");
    hand.next();
    assertThat(hand.page().locator(".code li").count()).isEqualTo(5);
    hand.next();
  }
}
