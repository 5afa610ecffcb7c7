// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is needed now and then is found in the menu, by those who may open it. */
@ExtendWith(ProductExtension.class)
class MenuTest {
  private static final Pattern ENTRY = Pattern.compile("<li><a href=\"([^\"]+)\"");

  @Test
  void leadsToNothingThatIsRefused(Product product, FoundedLocal local) {
    for (Role role : Role.values()) {
      var somebody = local.withPasskey(local.person(role));
      for (String entry : entries(somebody.visitor().get(local.path("")).body())) {
        assertThat(somebody.visitor().get(entry).status()).as(role + " opens " + entry).isEqualTo(200);
      }
    }
  }

  @Test
  void leadsEverybodyToTheirOwnDevicesAndOfficersToTheirTasks(FoundedLocal local) {
    var member = local.person(Role.MEMBER).visitor();
    assertThat(entries(member.get(local.path("")).body())).contains("/me/devices")
        .doesNotContain(local.path("mandates"), local.path("audit"), "/installation/registers");
    var founder = local.withPasskey(local.founder()).visitor();
    assertThat(entries(founder.get(local.path("")).body())).contains("/me/devices", local.path("mandates"),
        local.path("audit"));
  }

  @Test
  void offersStrangersTheLanguagesOnly(Visitor stranger) {
    String page = stranger.get("/").body();
    assertThat(page).contains("español");
    assertThat(entries(page)).isEmpty();
  }

  private static List<String> entries(String page) {
    var found = new ArrayList<String>();
    int from = page.indexOf("menu__panel");
    var entry = ENTRY.matcher(page.substring(from, page.indexOf("</details>", from)));
    while (entry.find()) {
      found.add(entry.group(1));
    }
    return found;
  }
}
