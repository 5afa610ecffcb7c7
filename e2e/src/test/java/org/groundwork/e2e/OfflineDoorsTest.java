// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From door to door without a signal: what is written down waits, sealed, and is handed over once. */
class OfflineDoorsTest {
  private static final String SENTENCE = "the zebra sleeps at noon";
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

  @Test
  void keepsWhatWasWrittenDownWithoutASignalAndHandsItOverOnce() {
    try (var phone = chromium.phone("en-US")) {
      var hand = new Hand(phone.newPage(), product.address(), "offline");
      hand.expects(404);
      String local = FirstHour.walkedBy(hand);
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
      assertThat(kept(hand.page())).as("what a seized phone shows")
          .doesNotContain("Maria", "Rosa", "118 Elm", "Bring the letter")
          .contains("sealed");

      phone.setOffline(false);
      hand.page()
          .locator("main:has-text('Everything is handed over.')")
          .waitFor(new Locator.WaitForOptions().setTimeout(30_000));
      hand.open(local + "/my-people");
      hand.open(doors);
      assertThat(hand.page().locator(".chart__square[data-state='talked']").count()).isEqualTo(1);
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
    hand.tap("main .button--next");
  }

  /** Everything the browser keeps, as somebody would find it who takes the phone apart. */
  private static String kept(Page page) { return (String) page.evaluate("""
        async () => {
          const seen = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
          const bytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? 'sealed:' + new TextDecoder('latin1').decode(value) : value;
          for (const known of await indexedDB.databases()) {
            const db = await new Promise((done) => { const o = indexedDB.open(known.name); o.onsuccess = () => done(o.result); });
            for (const name of db.objectStoreNames) {
              const all = await new Promise((done) => {
                const asked = db.transaction(name).objectStore(name).getAll(); asked.onsuccess = () => done(asked.result); });
              seen.push(JSON.stringify(all, (key, value) => bytes(value)));
            }
            db.close();
          }
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) seen.push(await (await cache.match(request)).text());
          }
          return seen.join('\\n');
        }"""); }

  /** A phone that is told to let go does so when it is next in touch. */
  private static void letsGo(Hand hand, String doors, BrowserContext phone) {
    hand.open(doors.replace("/doors", "/turf"));
    hand.tap("main form[action$='/revoke'] button");
    hand.open("/offline");
    hand.page().locator("#pin").fill(SENTENCE);
    hand.page().locator("main .button--next").click();
    hand.page().locator("main:has-text('This phone holds no doors any more.')").waitFor();
    phone.setOffline(true);
    hand.page().navigate(product.address() + "/offline");
    hand.page().locator("main:has-text('Nothing is kept on this phone.')").waitFor();
  }
}
