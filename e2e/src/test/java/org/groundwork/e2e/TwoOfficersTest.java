// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** With a second officer, people are seen with a passkey only, and the roll leaves as a file only when both agree. */
class TwoOfficersTest {

  @Test
  void letsTheRollLeaveOnlyTogether() throws IOException {
    try (var product = RunningProduct.empty();
        var chromium = new Chromium();
        var desk = chromium.desk("en-US");
        var phone = chromium.phone("es-ES")) {
      Page page = desk.newPage();
      Authenticator.addTo(desk, page);
      var founder = new Hand(page, product.address(), "two-founder");
      String local = FirstHour.walkedBy(founder);
      Page other = phone.newPage();
      Authenticator.addTo(phone, other);
      var maria = new Hand(other, product.address(), "two-maria");
      maria.open("/card");
      maria.type("code", card(founder, local));
      maria.type("pin", "314159");
      maria.next();
      makesHerAnOfficer(founder);
      assertThat(founder.path()).contains("/way-in?given=");
      assertThat(founder.page().locator(".notice--good").innerText()).contains("Maria");
      addsAPasskey(founder);
      addsAPasskey(maria);
      founder.open(local + "/exports");
      founder.tap("main a[href$='/exports/new']");
      founder.type("purpose", "Phone tree for the strike night");
      founder.choose("who-agreed");
      founder.next();
      String request = founder.path();
      assertThat(founder.page().locator("main form[action$='/file']").count()).isZero();
      maria.open(request);
      assertThat(maria.main().innerText()).contains("Phone tree for the strike night");
      maria.next();
      founder.open(request);
      var download = page.waitForDownload(() -> page.locator("main .button--next").click());
      String file = Files.readString(download.path());
      assertThat(file).contains("Maria").doesNotContain("Juan", "555");
    }
  }

  private static String card(Hand founder, String local) {
    founder.open(local + "/people");
    founder.tap("main a:has-text('Maria')");
    founder.tap("main a[href$='/card']");
    founder.next();
    String code = String.join("", founder.page().locator(".code li").allInnerTexts());
    founder.page().goBack();
    founder.page().goBack();
    return code;
  }

  private static void makesHerAnOfficer(Hand founder) {
    for (String role : new String[]{"administrator", "organiser"}) {
      founder.open(founder.path().replaceAll("(/l/[^/]+).*", "$1") + "/people");
      founder.tap("main a:has-text('Maria')");
      founder.tap("main a[href*='/mandates/give']");
      founder.choose("role-" + role);
      founder.choose("reach");
      founder.next();
    }
  }

  private static void addsAPasskey(Hand hand) {
    hand.open("/me/passkeys");
    hand.page().locator("main .button--next").click();
    hand.page().locator(".card h2").waitFor();
    hand.tap(".quick-exit");
    hand.page().locator("form[data-passkey] button").click();
    hand.page().waitForURL("**/l/**");
    hand.look();
  }
}
