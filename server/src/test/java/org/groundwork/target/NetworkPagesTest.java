// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of a network: every number leads to its rows, people decide about links and note sales. */
@ExtendWith(ProductExtension.class)
class NetworkPagesTest {
  private static final int HOUSES = 130;
  private static final String OFFICE = "500 HOLDER PLAZA 4 09999";
  private static final Pattern SITE = Pattern.compile("networks/site\\?site=(net1%3A\\d+)");

  @BeforeAll
  static void register(Product product) throws Exception {
    var many = new Registered(product, "net1");
    for (int house = 1; house <= HOUSES; house++) {
      many.house("" + house, "2026-01-15", "SHELL " + house + " LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE");
    }
    assertThat(many.load().networks()).isEqualTo(1);
    new Registered(product, "net2")
        .house("1", "2026-01-15", "<script>alert(1)</script>", "5 <b>BOLD</b> STREET 09",
            "HeadOfficer=EVIL <img src=x>")
        .house("2", "2026-01-15", "<script>alert(2)</script>", "5 <b>BOLD</b> STREET 09",
            "HeadOfficer=EVIL <img src=x>")
        .load();
  }

  private static String network(FoundedLocal local) { return local.path("networks?network=net1:1"); }

  /** All rows of a list, page by page. */
  private static List<String> rows(Visitor visitor, String first, Pattern row) {
    var all = new ArrayList<String>();
    String at = first;
    for (int page = 0; page < 20; page++) {
      String body = visitor.get(at).body();
      row.matcher(body).results().forEach(found -> all.add(found.group(1)));
      var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
      if (!next.find()) {
        return all;
      }
      at = next.group(1).replace("&amp;", "&");
    }
    throw new AssertionError("the pages do not end");
  }

  @Test
  void leadsFromEachNumberToItsRows(FoundedLocal local) {
    var visitor = local.founder().visitor();
    String body = visitor.get(network(local)).body();
    assertThat(body).contains("VEXFORD YSOLDE", "130 places, 2,600 homes", "signs for both", "All 130 places");
    var sites = rows(visitor, local.path("networks/sites?network=net1:1"), SITE);
    assertThat(sites).hasSize(HOUSES).doesNotHaveDuplicates();
    var party = Pattern.compile("href=\"([^\"]*networks/party[^\"]*)\"").matcher(body);
    assertThat(party.find()).isTrue();
    assertThat(rows(visitor, party.group(1).replace("&amp;", "&"), SITE)).hasSize(HOUSES).doesNotHaveDuplicates();
    assertThat(rows(visitor, local.path("networks/links?network=net1:1"),
        Pattern.compile("name=\"a\" value=\"([^\"]+)\""))).hasSizeGreaterThanOrEqualTo(HOUSES - 1);
    assertThat(visitor.speaking("es").get(network(local)).body()).contains("firma por los dos", "130 lugares");
  }

  @Test
  void escapesWhatARegisterSays(FoundedLocal local) {
    var visitor = local.founder().visitor();
    for (String page : List.of("networks?network=net2:1", "networks/site?site=net2:1", "networks/links?network=net2:1",
        "networks/sites?network=net2:1")) {
      assertThat(visitor.get(local.path(page)).body()).as(page).doesNotContain("<script>alert", "<img src", "<b>BOLD");
    }
  }

  @Test
  void keepsDecisionsListsThemAndTakesThemBack(FoundedLocal local, FoundedLocal other) {
    var visitor = local.founder().visitor();
    visitor.get(network(local));
    assertThat(visitor.post(local.path("networks/verdict"), "a", "net2:1", "b", "net2:2", "verdict", "split").status())
        .isEqualTo(303);
    assertThat(visitor.get(local.path("networks?network=net2:1")).body()).contains("One place, 20 homes");
    assertThat(other.founder().visitor().get(other.path("networks?network=net2:1")).body()).contains("2 places");
    assertThat(visitor.get(local.path("networks/decided")).body()).contains("you split it", "Founder",
        "1 INVENTED STREET");
    assertThat(other.founder().visitor().get(other.path("networks/decided")).body()).doesNotContain("INVENTED STREET");
    visitor.post(local.path("networks/verdict/withdraw"), "a", "net2:1", "b", "net2:2");
    assertThat(visitor.get(local.path("networks?network=net2:1")).body()).contains("2 places");
    visitor.post(local.path("networks/verdict"), "a", "net2:2", "b", "net2:1", "verdict", "confirmed");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.startsWith("link-split") && entry.contains("net2:1 net2:2"))
        .anyMatch(entry -> entry.startsWith("link-withdrawn"))
        .anyMatch(entry -> entry.startsWith("link-confirmed"));
    assertThat(visitor.post(local.path("networks/verdict"), "a", "net2:1", "b", "net1:1", "verdict", "split").status())
        .isEqualTo(404);
    assertThat(visitor.post(local.path("networks/verdict"), "a", "net2:1", "b", "net2:2", "verdict", "x").status())
        .isEqualTo(404);
  }

  @Test
  void letsOnlyThoseDecideWhoWorkForTheWholeLocal(FoundedLocal local) {
    var limited = local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER);
    var visitor = local.withPasskey(limited).visitor();
    assertThat(visitor.post(local.path("networks/verdict"), "a", "net2:1", "b", "net2:2", "verdict", "split").status())
        .isEqualTo(403);
    assertThat(visitor.post(local.path("networks/site/sold"), "site", "net2:1", "on", "2026-05-01", "names", "seller",
        "source", "x").status()).isEqualTo(403);
    assertThat(visitor.get(local.path("networks/dossier?network=net2:1")).status()).isEqualTo(403);
    assertThat(visitor.get(local.path("networks?network=net2:1")).body()).doesNotContain("networks/dossier");
    var whole = local.withPasskey(local.founder()).visitor();
    assertThat(whole.get(local.path("networks?network=net2:1")).body()).contains("networks/dossier");
  }

  @Test
  void refusesASecondSaleOnTheSameDayAndKeepsWhatWasTyped(FoundedLocal local) {
    var visitor = local.founder().visitor();
    String sold = local.path("networks/site/sold");
    assertThat(visitor.post(sold, "site", "net1:9", "on", "2026-05-01", "names", "seller", "other", "First Buyer",
        "source", "the deed").status()).isEqualTo(303);
    var refused = visitor.post(sold, "site", "net1:9", "on", "2026-05-01", "names", "seller", "other", "Second Buyer",
        "source", "the deed");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"on-error\"", "noted already", "value=\"Second Buyer\"",
        "value=\"2026-05-01\"");
  }

  @Test
  void notesASaleWithItsSourceAndShowsWhoOwnedItBefore(FoundedLocal local, FoundedLocal other) {
    var visitor = local.founder().visitor();
    String site = local.path("networks/site?site=net1:7");
    assertThat(visitor.get(site).body()).contains("7 INVENTED STREET", "nobody of ours knows of a sale", "SHELL 7 LLC");
    var refused = visitor.post(local.path("networks/site/sold"), "site", "net1:7", "on", "someday", "other",
        "<i>Buyer</i>");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Write the day as", "Choose whom the register names",
        "Without a source it is a rumour", "value=\"&lt;i>Buyer&lt;/i>\"");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(visitor.post(local.path("networks/site/sold"), "site", "net1:7", "on", "2026-05-01", "names", "seller",
          "other", "Newly <i>Come</i>", "source", "The deed <script>alert(1)</script>").status()).isEqualTo(303);
    }
    String body = visitor.get(site).body();
    assertThat(body).contains("Since May 1, 2026", "Newly &lt;i&gt;Come&lt;/i&gt;", "Until April 30, 2026",
        "VEXFORD YSOLDE", "Source: The deed &lt;script&gt;").doesNotContain("<script>alert");
    assertThat(body.split("/remove\"", -1)).hasSize(2);
    assertThat(visitor.get(network(local)).body()).contains("129 places", "What they held before",
        "until April 30, 2026");
    assertThat(other.founder().visitor().get(other.path("networks/site?site=net1:7")).body())
        .doesNotContain("Newly", "The deed &lt;");
    String remove = body.replaceAll("(?s).*action=\"([^\"]*/remove)\".*", "$1");
    String theirs = remove.replace(local.handle(), other.handle());
    var stranger = other.founder().visitor();
    assertThat(stranger.post(theirs, "site", "net1:7").status()).isEqualTo(404);
    assertThat(visitor.post(remove, "site", "net1:7").status()).isEqualTo(303);
    assertThat(visitor.get(site).body()).contains("nobody of ours knows of a sale");
    assertThat(visitor.get(local.path("networks/site?site=net1:nowhere")).status()).isEqualTo(404);
    assertThat(Audited.in(local)).anyMatch(entry -> entry.startsWith("sale-recorded"))
        .anyMatch(entry -> entry.startsWith("sale-removed"));
  }
}
