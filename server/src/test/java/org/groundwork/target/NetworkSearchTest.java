// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Networks are found by size, and by a person, a company or an address however it is spelled. */
@ExtendWith(ProductExtension.class)
class NetworkSearchTest {
  private static final String OFFICE = "77 KRUMMENACKER PLAZA 4 09999";
  private static final Pattern ROW = Pattern
      .compile("networks\\?network=([^\"]+)\">.*?</a> <span class=\"soft\">([^<]+)<");

  @BeforeAll
  static void register(Product product) throws Exception {
    var houses = new Registered(product, "sea1");
    for (int house = 8121; house <= 8125; house++) {
      houses.house("" + house, "2026-01-15", "GRUNEWALDT " + house + " LLC", OFFICE,
          "HeadOfficer=ZWEIFELHOFER QUENDOLYN|Agent=OVERSEERS BUREAU");
    }
    houses.house("9001", "2026-01-15", "LONELY <b>BOLD</b> XYLANDER LLC", "9 OTHER COURT 2 09998",
        "HeadOfficer=ALONE SOMEBODY").load();
    var many = new Registered(product, "sea2");
    for (int owner = 0; owner < 60; owner++) {
      for (int house = 0; house < 2; house++) {
        many.house("" + (100 + owner * 2 + house), "2026-01-15", "PAIR " + owner + " OF" + owner + " LLC",
            (700 + owner) + " SEPARATE SQUARE 09" + (100 + owner), "HeadOfficer=FAMILY" + owner + " GIVEN" + owner);
      }
    }
    many.load();
  }

  private static String find(Visitor visitor, FoundedLocal local, String typed) {
    return visitor
        .get(local.path("networks/all?q=" + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)))
        .body();
  }

  private record Row(String network, int places) {}

  private static List<Row> all(Visitor visitor, FoundedLocal local) {
    var rows = new ArrayList<Row>();
    String at = local.path("networks/all");
    for (int page = 0; page < 200; page++) {
      String body = visitor.get(at).body();
      ROW.matcher(body)
          .results()
          .forEach(found -> rows.add(new Row(found.group(1),
              Integer.parseInt(found.group(2).replaceAll(" place.*", "").replace(",", "").replace("One", "1")))));
      var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
      if (!next.find()) {
        return rows;
      }
      at = next.group(1).replace("&amp;", "&");
    }
    throw new AssertionError("the pages do not end");
  }

  @Test
  void findsAPersonACompanyAndAnAddressHoweverTheyAreSpelled(FoundedLocal local) {
    var visitor = local.founder().visitor();
    for (String typed : List.of("Quendolyn Zweifelhofer", "zweifelhoffer quendolin", "Zweifelhofer", "Grunewaldt 8123",
        "grünewaldt", "77 Krummenacker Plaza", "krumenacker", "8124 Invented Street", "Overseers Bureau")) {
      assertThat(find(visitor, local, typed)).as(typed)
          .contains("networks?network=sea1%3A8121", "ZWEIFELHOFER QUENDOLYN", "5 places");
    }
    assertThat(find(visitor, local, "Zweifelhofer")).contains("Signs for it: ZWEIFELHOFER QUENDOLYN");
    assertThat(find(visitor, local, "8124 Invented Street")).contains("Has a place at 8124 INVENTED STREET");
    assertThat(find(visitor, local, "xylander")).contains("&lt;b&gt;BOLD").doesNotContain("<b>BOLD");
    assertThat(find(visitor, local, "Qqqwwwxxx Vvvzzz")).contains("Nothing found");
    assertThat(visitor.get(local.path("networks/all?q=a")).status()).isEqualTo(422);
    assertThat(find(visitor, local, "a")).contains("Write at least 3", "value=\"a\"");
    assertThat(find(visitor.speaking("es"), local, "Zweifelhofer")).contains("Firma por ella: ZWEIFELHOFER");
  }

  @Test
  void listsTheLargestFirstPageByPage(FoundedLocal local) {
    var rows = all(local.founder().visitor(), local);
    assertThat(rows).isSortedAccordingTo(Comparator.comparingInt(Row::places).reversed());
    assertThat(rows.stream().map(Row::network)).doesNotHaveDuplicates()
        .contains("sea1%3A8121", "sea2%3A100")
        .doesNotContain("sea1%3A9001");
    assertThat(rows.stream().filter(row -> row.network().startsWith("sea2")).count()).isEqualTo(60);
  }

  @Test
  void listsNetworksAsTheLocalDrawsThem(FoundedLocal local, FoundedLocal other) {
    var visitor = local.founder().visitor();
    for (int house = 8122; house <= 8125; house++) {
      visitor.post(local.path("networks/verdict"), "a", "sea1:8121", "b", "sea1:" + house, "verdict", "split");
    }
    assertThat(all(visitor, local)).contains(new Row("sea1%3A8122", 4))
        .noneMatch(row -> row.network().equals("sea1%3A8121"));
    assertThat(all(other.founder().visitor(), other)).contains(new Row("sea1%3A8121", 5));
    assertThat(find(visitor, local, "Zweifelhofer")).contains("network=sea1%3A8122", "4 places", "One place");
  }

  @Test
  void isForThoseWhoMaySeeTargets(FoundedLocal local) {
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("networks/all")).status()).isEqualTo(403);
    var visitor = local.founder().visitor();
    assertThat(visitor.get(local.path("targets")).body()).contains(local.path("networks/all"));
  }
}
