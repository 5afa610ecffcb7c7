// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import org.groundwork.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product's main job on real buildings: tenants of two houses that different companies own report the same wrong
 * without an account; the organiser sees that one network stands behind both and opens a fight from it.
 */
@Tag("real-data")
class FromRegisterToFightTest extends InABrowser {
  /** Two houses of one network that no company's name joins. */
  private record Pair(String one, String other) {}

  private static Pair differentCompaniesOneNetwork() { return product.bean(JdbcClient.class).sql("""
        select a.address, b.address from target.register_site a
        join target.register_site b on b.network_id = a.network_id and b.id > a.id and b.address <> a.address
        where not exists (select 1 from target.site_party x join target.party p on p.id = x.party_id and p.kind = 'company'
          join target.site_party y on y.party_id = p.id and y.site_id = b.id where x.site_id = a.id)
        and (select count(*) from target.register_site m where m.network_id = a.network_id) between 4 and 30
        order by a.id, b.id limit 1""").query((rs, i) -> new Pair(rs.getString(1), rs.getString(2))).single(); }

  @Test
  void showsWhoFacesTheSameOwnerBehindDifferentCompaniesAndOpensTheFight() throws Exception {
    try (var organiser = chromium.desk("en-US"); var tenant = chromium.phone("es-ES")) {
      var hand = new Hand(organiser.newPage(), product.address(), "fight");
      String local = founds(hand);
      loadsTheRegister(hand);
      var houses = Tenancy.inInstallation(FromRegisterToFightTest::differentCompaniesOneNetwork);
      String first = reports(tenant, local, houses.one(), "No hay calefacción desde octubre");
      reports(tenant, local, houses.other(), "La misma caldera, el mismo frío");
      hand.open(local + "/causes");
      assertThat(hand.main().innerText()).contains("Repairs");
      hand.tap("tbody a");
      assertThat(hand.main().innerText()).contains("of 2 people spoken with");
      hand.tap("a[href*='/grievances/']");
      assertThat(hand.main().innerText()).containsAnyOf("calefacción", "caldera");
      hand.next(); // we have spoken
      hand.choose("who-unknown");
      hand.next();
      assertThat(hand.page().locator(".next-step").innerText()).contains("Settle the next talk", "Say who it is");
      hand.tap("a[href*='/causes/']");
      hand.tap("main a[href*='/networks']");
      assertThat(hand.page().locator("svg.icon").count()).isPositive();
      hand.page().goBack();
      hand.next();
      hand.type("person", "Holding LLC");
      hand.next();
      assertThat(hand.page().locator(".error-summary").innerText()).contains("A company cannot answer");
      hand.type("person", "A. Example");
      hand.next();
      assertThat(hand.main().innerText()).contains("A. Example", "Make the repairs on our list", "2 people have it",
          "Quiet");
      sees(tenant, first);
    }
  }

  private static void loadsTheRegister(Hand hand) {
    hand.open("/installation/registers");
    hand.type("name", "New York buildings");
    hand.type("code", "nyc");
    hand.choose("mapping-hpd-buildings");
    hand.page().locator("#files").setInputFiles(RealData.file("housing/portfolios/buildings.csv"));
    hand.choose("isPublic");
    hand.next();
    hand.page().locator(".notice--good").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    hand.look();
    assertThat(hand.main().innerText()).contains("8,726 places");
    hand.next();
    assertThat(hand.main().innerText()).contains("New York buildings");
  }

  private static String founds(Hand hand) {
    hand.open("/start/you");
    hand.type("name", "Bo");
    hand.type("pin", "314159");
    hand.next();
    return hand.path().replaceAll("/start.*", "");
  }

  private static String reports(BrowserContext tenant, String local, String address, String told) {
    var hand = new Hand(tenant.newPage(), product.address(), "report");
    hand.open(local.replace("/l/", "/r/") + "/report");
    hand.choose("kind-repairs");
    hand.type("told", told);
    hand.type("place", address);
    hand.type("amount", "250,50");
    hand.next();
    assertThat(hand.page().locator("input[name='register']").count()).isGreaterThan(1);
    hand.next();
    String link = hand.page().locator("output").innerText().strip().replace(product.address(), "");
    hand.page().close();
    return link;
  }

  private static void sees(BrowserContext tenant, String link) {
    var hand = new Hand(tenant.newPage(), product.address(), "follow-up");
    hand.open(link);
    assertThat(hand.path()).endsWith("/follow-up");
    assertThat(hand.main().innerText()).contains("calefacción");
  }
}
