// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The groundwork in a house of 24 flats: chart, steward, a knock, how people stand, the rung that is now. */
class OrganisingTest extends InABrowser {
  @Test
  void leadsFromTheChartToADoorAndBack() {
    try (var phone = chromium.phone("en-US"); var desk = chromium.desk("es-ES")) {
      var hand = new Hand(phone.newPage(), product.address(), "organising");
      String local = FirstHour.walkedBy(hand);
      hand.open(local + "/sites");
      hand.tap("main a[href*='/sites/']");
      String site = hand.path().replaceAll("\\?.*", "");
      hand.tap("main a[href$='/chart']");
      assertThat(hand.main().innerText()).contains("Where the gaps are",
          "1 of 4 places known. One person has no steward.");
      givesEverybodyASteward(hand, site);
      knocks(hand, local, site);
      saysHowMariaStands(hand, local);
      marksTheRung(hand, local);
      for (String page : new String[]{"/report-back", "/chart?by=talked", "/turf", "/stewards"}) {
        hand.open(site + page);
      }
      for (String page : new String[]{"/scale", "/cards", "/fields", "/wins", "/my-people"}) {
        hand.open(local + page);
      }
      seenAtADesk(phone, desk, local, site);
    }
  }

  private static void givesEverybodyASteward(Hand hand, String site) {
    hand.open(site + "/stewards");
    hand.page().locator("#steward").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    hand.next();
    assertThat(hand.main().innerText()).contains("They have a steward now.");
  }

  private static void knocks(Hand hand, String local, String site) {
    hand.open(site + "/doors");
    int before = hand.taps();
    hand.tap("a.chart__square:has-text('6A')");
    assertThat(hand.main().innerText()).contains("Fatima").doesNotContain("Sam");
    hand.tap("main button[value='not-home']");
    System.out.printf(Locale.ROOT, "taps for a door where nobody is home: %d%n", hand.taps() - before);
    assertThat(hand.main().innerText()).contains("Written down.");
    before = hand.taps();
    hand.tap("a.chart__square:has-text('3B')");
    hand.next();
    hand.choose("prepared");
    hand.type("next", "Bring the letter");
    hand.type("note", "Will ask her sister");
    hand.next();
    System.out.printf(Locale.ROOT, "taps for a talk: %d%n", hand.taps() - before);
    hand.open(local + "/my-people");
  }

  private static void saysHowMariaStands(Hand hand, String local) {
    hand.open(local + "/people?q=Maria");
    hand.tap("main .person__name");
    hand.tap("main a[href$='/standing']");
    hand.type("act", "Took the letter to her sister");
    hand.page().locator("fieldset#level label").first().click();
    hand.next();
    assertThat(hand.main().innerText()).contains("Active", "Took the letter to her sister", "Will ask her sister");
    hand.tap("main a[href$='/signed']");
    hand.page().goBack();
    hand.tap("main a[href$='/fields']");
  }

  private static void marksTheRung(Hand hand, String local) {
    hand.open(local + "/campaigns");
    hand.tap("main a[href*='/campaigns/']");
    hand.tap(".ladder__name a");
    assertThat(hand.main().innerText()).contains("of 23 homes did it", "Whom to ask again", "Maria");
    hand.tap("main a[href$='/change']");
    hand.page().goBack();
    hand.tap("main form[action$='/go-on'] button");
    assertThat(hand.main().innerText()).contains("Something is missing.");
  }

  private static void seenAtADesk(BrowserContext phone, BrowserContext desk, String local, String site) {
    desk.addCookies(phone.cookies().stream().filter(cookie -> !cookie.name.equals("gw-language")).toList());
    var organiser = new Hand(desk.newPage(), product.address(), "organising-desk");
    organiser.open(site + "/chart");
    organiser.open(site + "/report-back");
    organiser.open(site + "/stewards");
    organiser.open(local + "/scale");
    organiser.open(local + "/cards");
    organiser.open(local + "/fields");
    assertThat(organiser.page().locator("html").getAttribute("lang")).isIn("es", "en");
  }
}
