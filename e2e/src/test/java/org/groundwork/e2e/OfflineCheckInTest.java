// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The host at the door of a basement: who said that they come is ticked without a signal, and noted once. */
class OfflineCheckInTest extends InABrowser {
  private static final String SENTENCE = "the zebra sleeps at noon";
  @Test
  void ticksTheListWithoutASignalAndHandsItOverOnce() {
    try (var phone = chromium.phone("en-US"); var strangers = chromium.phone("en-US")) {
      phone.addInitScript("navigator.share = (handed) => { window.handed = handed.text; return Promise.resolve(); };");
      var hand = new Hand(phone.newPage(), product.address(), "check-in");
      hand.expects(404);
      String local = FirstHour.walkedBy(hand);
      String action = plans(hand, local, false);
      invites(hand, strangers, "Quentin Zebra", "Rosalind Ñu");
      takesTheListAlong(hand, action);

      phone.setOffline(true);
      hand.losesTheSignal();
      opens(hand);
      ticks(hand);
      assertThat(SeizedPhone.keeps(hand.page())).as("what a seized phone shows")
          .doesNotContain("Quentin", "Rosalind", "Turned Up Tom", "Basement")
          .contains("sealed");

      losesTheAnswer(phone, hand);
      hand.tap("main button:has-text('Hand over now')");
      waitsFor(hand, "main:has-text('Everything is handed over.')");
      hand.look();
      isNoted(hand, action);
      carriesTwoLists(hand, local);
      letsGo(hand, action);
    }
  }

  @Test
  void countsWithoutAName() {
    try (var phone = chromium.phone("es-ES")) {
      var hand = new Hand(phone.newPage(), product.address(), "check-in-numbers");
      hand.expects(404);
      String action = plans(hand, FirstHour.walkedBy(hand), true);
      hand.tap("form[action$='/link'] button");
      assertThat(hand.page().locator(".share").count()).isOne();
      assertThat(hand.page().locator(".share").isVisible()).as("where the browser has no share sheet").isFalse();
      takesTheListAlong(hand, action);
      phone.setOffline(true);
      hand.losesTheSignal();
      opens(hand);
      hand.tap("main .person:has-text('Gente que apoya') button:has-text('Una más')");
      hand.tap("main .person:has-text('Gente que apoya') button:has-text('Una más')");
      hand.tap("main .person:has-text('Gente que apoya') button:has-text('Una menos')");
      assertThat(hand.page().locator("main input").count()).as("there is nothing to write a name into").isZero();
      assertThat(hand.page().locator("#turf-queue").innerText()).endsWith(" 1");
      phone.setOffline(false);
      waitsFor(hand, "main:has-text('Todo está entregado.')");
      hand.open(action + "/people");
      assertThat(hand.page().locator("main").innerText()).contains("Quién viene");
      hand.open(action);
      assertThat(hand.main().innerText()).containsPattern("1\\s+estuvo");
    }
  }

  private static String plans(Hand hand, String local, boolean countOnly) {
    hand.open(local + "/actions/plan");
    hand.type("title", "Basement meeting");
    hand.type("place", "9 Quillfeather Gate");
    hand.type("day", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    hand.type("from", "18:00");
    hand.type("until", "20:00");
    if (countOnly) {
      hand.choose("countOnly");
    }
    hand.next();
    return hand.path().replaceAll("[?#].*", "");
  }

  private static void invites(Hand hand, BrowserContext strangers, String... names) {
    hand.tap("form[action$='/link'] button");
    String text = hand.page().locator(".copy-box output").innerText();
    hand.tap(".share");
    assertThat(hand.page().evaluate("() => window.handed")).as("what the phone's share sheet was given")
        .isEqualTo(text);
    hand.page()
        .evaluate("() => { const part = document.querySelector('.share').parentElement;"
            + " part.replaceWith(part.cloneNode(true)); window.handed = ''; }");
    hand.tap(".share");
    assertThat(hand.page().evaluate("() => window.handed")).as("after a part of the page was replaced").isEqualTo(text);
    String link = text.substring(text.indexOf("/r/"));
    for (String name : names) {
      var page = strangers.newPage();
      var guest = new Hand(page, product.address(), "");
      guest.open(link);
      guest.type("name", name);
      guest.next();
      strangers.clearCookies();
    }
  }

  private static void takesTheListAlong(Hand hand, String action) {
    hand.open(action);
    hand.tap("main a[href$='/along']");
    hand.page().locator("#turf-pin").fill(SENTENCE);
    hand.page().locator("#turf-pin-again").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().waitForURL("**/offline");
  }

  private static void opens(Hand hand) {
    hand.open("/offline");
    hand.page().locator("#pin").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().locator("main .people").first().waitFor();
    hand.look();
  }

  private static void ticks(Hand hand) {
    assertThat(hand.main().innerText()).contains("Basement meeting", "Quentin Zebra", "Rosalind Ñu");
    int before = hand.taps();
    hand.tap("main .person:has-text('Quentin') button:has-text('Here')");
    System.out.printf(Locale.ROOT, "taps for somebody who is here, offline: %d%n", hand.taps() - before);
    hand.tap("main .person:has-text('Rosalind') button:has-text('Here')");
    hand.tap("main .person:has-text('Rosalind') button:has-text('Take back')");
    hand.tap("main .person:has-text('Supporters') button:has-text('One more')");
    hand.tap("main .person:has-text('elsewhere') button:has-text('One more')");
    hand.tap("main .person:has-text('elsewhere') button:has-text('One less')");
    hand.tap("main .person:has-text('Without a name') button:has-text('One more')");
    hand.type("name", "Turned Up Tom");
    hand.tap("main button:has-text('Add')");
    hand.tap("#turf-queue");
    assertThat(hand.main().innerText()).contains("Written down, not handed over yet: 4", "Quentin Zebra · Is here",
        "Supporters +1", "Without a name +1", "Turned Up Tom · Is here");
  }

  /** The signal is back for a moment: the server has it all, and the phone never hears so. */
  private static void losesTheAnswer(BrowserContext phone, Hand hand) {
    var lost = new AtomicInteger();
    phone.route("**/hand-over", route -> {
      route.fetch();
      route.abort("internetdisconnected");
      lost.incrementAndGet();
    });
    phone.setOffline(false);
    for (int waited = 0; lost.get() == 0 && waited < 100; waited++) {
      hand.page().waitForTimeout(100);
    }
    assertThat(lost.get()).as("answers that were lost").isPositive();
    phone.unroute("**/hand-over");
    assertThat(hand.page().locator("#turf-queue").innerText()).endsWith(" 4");
  }

  @Test
  void letsTheNamesGoAfterANightAndStillHandsOverWhatWaits() {
    try (var phone = chromium.phone("en-US"); var strangers = chromium.phone("en-US")) {
      phone.addInitScript("navigator.share = (handed) => { window.handed = handed.text; return Promise.resolve(); };");
      var hand = new Hand(phone.newPage(), product.address(), "check-in-late");
      hand.expects(404);
      String action = plans(hand, FirstHour.walkedBy(hand), false);
      invites(hand, strangers, "Quentin Zebra", "Rosalind Ñu");
      takesTheListAlong(hand, action);
      phone.setOffline(true);
      hand.losesTheSignal();
      opens(hand);
      hand.tap("main .person:has-text('Quentin') button:has-text('Here')");
      String before = SeizedPhone.keeps(hand.page());

      phone.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofHours(25))));
      hand.open("/offline");
      waitsFor(hand, "#pin");
      assertThat(SeizedPhone.keeps(hand.page())).as("without the PIN, and without a signal")
          .contains("\"things\":null")
          .hasSizeLessThan(before.length());
      hand.page().locator("#pin").fill(SENTENCE);
      hand.page().locator("main .button--next").click();
      waitsFor(hand, "#turf-queue");
      hand.look();
      assertThat(hand.main().innerText()).contains("The time is over").doesNotContain("Rosalind");

      phone.setOffline(false);
      waitsFor(hand, "main:has-text('Everything is handed over.')");
      assertThat(hand.main().innerText()).contains("Nothing is kept on this phone.");
      hand.open(action + "/people");
      assertThat(hand.page().locator("main table tbody tr").allInnerTexts())
          .anyMatch(row -> row.contains("Quentin Zebra") && row.contains("Was there"));
    }
  }

  private static void isNoted(Hand hand, String action) {
    hand.open(action + "/people");
    var rows = hand.page().locator("main table tbody tr");
    assertThat(rows.allInnerTexts()).hasSize(3)
        .anyMatch(row -> row.contains("Quentin Zebra") && row.contains("Was there"))
        .anyMatch(row -> row.contains("Turned Up Tom") && row.contains("Was there"))
        .anyMatch(row -> row.contains("Rosalind Ñu") && row.contains("Comes"));
    hand.open(action);
    assertThat(hand.main().innerText()).containsPattern("3\\s+were there");
  }

  /** Doors beside the list, under the one PIN. */
  private static void carriesTwoLists(Hand hand, String local) {
    hand.open(local + "/my-people");
    hand.tap("main a[href$='/doors']");
    hand.tap("a[href$='/turf']");
    hand.choose("part-3");
    hand.page().locator("#turf-pin").fill("another sentence");
    hand.page().locator("#turf-pin-again").fill("another sentence");
    hand.page().locator("main .button--next").click();
    hand.page().locator("#turf-problem:has-text('under another PIN')").waitFor();
    hand.look();
    hand.page().locator("#turf-pin").fill(SENTENCE);
    hand.page().locator("#turf-pin-again").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().waitForURL("**/offline");
    opens(hand);
    assertThat(hand.main().innerText()).contains("Basement meeting", "118 Elm Street", "Who comes", "Doors");
    hand.tap("main .person:has-text('118 Elm') button");
    hand.tap("main .person:has(.person__place:text-is('3A')) button");
    hand.tap("main button:has-text('Not home')");
    waitsFor(hand, "main:has-text('Everything is handed over.')");
  }

  /** Each list goes by itself. */
  private static void letsGo(Hand hand, String action) {
    hand.open(action + "/along");
    assertThat(hand.main().innerText()).contains("2 names, until");
    hand.tap("main form[action$='/revoke'] button");
    opensOnce(hand);
    waitsFor(hand, "main:has-text('This phone had to let go of it.')");
    assertThat(hand.main().innerText()).doesNotContain("Basement").contains("118 Elm", "3B");
  }

  private static void opensOnce(Hand hand) {
    hand.open("/offline");
    hand.page().locator("#pin").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
  }

  private static void waitsFor(Hand hand, String selector) {
    hand.page().locator(selector).waitFor(new Locator.WaitForOptions().setTimeout(30_000));
  }
}
