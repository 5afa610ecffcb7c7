// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Every way into the product, and out of it when a phone is lost. */
class WaysInTest extends InABrowser {
  private static final String PIN = "271828";
  @Test
  void opensWithAPasskeyOnTheSamePhone() {
    try (var phone = chromium.phone("en-US")) {
      Page page = phone.newPage();
      Authenticator.addTo(phone, page);
      var hand = new Hand(page, product.address(), "passkey");
      String local = founds(hand, "Ana");
      opensMenu(hand, "/me/devices");
      hand.tap("main a[href='/me/passkeys']");
      hand.type("label", "My phone");
      page.locator("main .button--next").click();
      page.locator(".card h2").waitFor();
      hand.look();
      assertThat(hand.main().innerText()).contains("My phone");
      hand.tap(".quick-exit");
      page.locator("form[data-passkey] button").click();
      page.waitForURL("**" + local);
      hand.look();
      opensMenu(hand, "/me/devices");
      assertThat(hand.main().innerText()).contains("passkey");
    }
  }

  @Test
  void opensWithALinkThatIsReadOnAnotherComputer() {
    try (var phone = chromium.phone("es-ES"); var desk = chromium.desk("en-US")) {
      var hand = new Hand(phone.newPage(), product.address(), "link");
      founds(hand, "Bea");
      hand.open("/me/mail");
      hand.type("mail", "bea@home.example");
      hand.next();
      hand.open("/dev/mail");
      hand.tap("main a[href*='/me/mail/confirm/']");
      hand.next();
      assertThat(hand.page().locator(".notice--good").count()).isEqualTo(1);
      hand.tap(".quick-exit");
      hand.tap("a[href='/sign-in/link']");
      hand.type("mail", "bea@home.example");
      hand.next();
      var other = new Hand(desk.newPage(), product.address(), "link-elsewhere");
      other.open("/dev/mail");
      String mail = other.page().locator("main .card").first().innerText();
      assertThat(mail).doesNotContainIgnoringCase("union").doesNotContainIgnoringCase("landlord");
      other.tap("main a[href*='/sign-in/link/']");
      String link = other.path();
      assertThat(other.main().innerText()).contains("bea@home.example");
      other.next();
      assertThat(other.path()).startsWith("/l/");
      hand.open(link);
      assertThat(hand.page().locator(".refusal").count()).isEqualTo(1);
    }
  }

  @Test
  void letsAMemberInWithACardAndALostPhoneOut() {
    try (var desk = chromium.desk("en-US"); var lost = chromium.phone("es-ES"); var next = chromium.phone("es-ES")) {
      var founder = new Hand(desk.newPage(), product.address(), "card-founder");
      String local = founds(founder, "Cleo");
      String code = cardFor(founder, local, "Maria");
      var maria = new Hand(lost.newPage(), product.address(), "card-maria");
      maria.open("/card");
      maria.type("code", code);
      maria.type("pin", "314159");
      maria.next();
      assertThat(maria.path()).startsWith(local);
      String second = cardFor(founder, local, "Maria");
      var again = new Hand(next.newPage(), product.address(), "card-again");
      again.open("/card");
      again.type("code", second);
      again.type("pin", "141421");
      again.next();
      assertThat(again.path()).startsWith(local);
      assertThat(maria.page().navigate(product.address() + local).status()).isEqualTo(404);
      opensMenu(again, "/me/devices");
      again.tap("main form[action='/me/devices/revoke'] button");
      again.open(local);
      assertThat(again.path()).startsWith("/sign-in");
      again.type("pin", "141421");
      again.next();
      assertThat(again.path()).startsWith("/sign-in");
      assertThat(again.page().locator(".error-summary").isVisible()).isTrue();
    }
  }

  /** A person on the chart gets a card: its code, as it stands on the paper. */
  private static String cardFor(Hand founder, String local, String name) {
    founder.open(local + "/people");
    if (founder.page().locator("main a:has-text('" + name + "')").count() == 0) {
      founder.open(local + "/start/where");
      founder.choose("kind-building");
      founder.type("address", "118 Elm Street");
      founder.next();
      founder.type("floors", "2");
      founder.type("doors", "A-B");
      founder.next();
      founder.type("own", "1A");
      founder.type("lines", name + " 1B");
      founder.next();
      founder.open(local + "/people");
    }
    founder.tap("main a:has-text('" + name + "')");
    founder.tap("main a[href$='/card']");
    founder.next();
    return String.join("", founder.page().locator(".code li").allInnerTexts());
  }

  private static void opensMenu(Hand hand, String entry) {
    hand.page().locator(".masthead .menu > summary").click();
    hand.look();
    hand.tap(".menu__panel a[href='" + entry + "']");
  }

  private static String founds(Hand hand, String name) {
    hand.open("/start/you");
    hand.type("name", name);
    hand.type("pin", PIN);
    hand.next();
    return hand.path().replaceAll("/start.*", "");
  }
}
