// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.money.Tender;
import org.groundwork.platform.start.WelcomePage;
import org.groundwork.roll.Applications;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all forms do alike: name the field that is refused, change the language in the middle, offer money that is money. */
@ExtendWith(ProductExtension.class)
class FormsTest {

  @Test
  void namesTheFieldInTheSummaryAndLeadsToIt(Product product) {
    var page = product.visitor().post("/start/you", "name", "", "pin", "");
    assertThat(page.status()).isEqualTo(422);
    String summary = page.body()
        .substring(page.body().indexOf("error-summary"), page.body()
            .indexOf("</ul>",
                page.body().indexOf("error-summary")));
    assertThat(summary).contains("<a href=\"#name\">What shall we call you? Fill this in.</a>",
        "<a href=\"#pin\">Choose a PIN: Fill this in.</a>");
  }

  @Test
  void keepsWhatWasTypedWhenTheLanguageChanges(Product product, FoundedLocal local) {
    local.write(() -> {
      product.bean(Applications.class).setOpen(true);
      return true;
    });
    var visitor = product.visitor();
    String join = "/r/" + local.handle() + "/join";
    assertThat(visitor.get(join).body()).contains("form=\"join\" formnovalidate name=\"in-language\" value=\"es\"");
    var switched = visitor.post(join, "name", "Maria <Typed>", "place", "12 Row", "in-language", "es");
    assertThat(switched.status()).isEqualTo(200);
    assertThat(switched.body()).contains("lang=\"es\"", "value=\"Maria &lt;Typed>\"", "value=\"12 Row\"")
        .doesNotContain("error-summary");
    assertThat(visitor.get(join).body()).as("from then on").contains("lang=\"es\"");
    assertThat(local.read(() -> product.bean(Applications.class).count())).isZero();
    var report = product.visitor()
        .post("/r/" + local.handle() + "/report", "told", "No heat <here>", "kind", "repairs", "in-language", "es");
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body()).contains("lang=\"es\"", "No heat &lt;here&gt;").doesNotContain("error-summary");
    var you = product.visitor().post("/start/you", "name", "Ana Typed", "pin", "271828", "in-language", "es");
    assertThat(you.body()).contains("lang=\"es\"", "value=\"Ana Typed\"").doesNotContain("271828", "error-summary");
  }

  @Test
  void offersOnlyMoneyThatIsTender() {
    assertThat(Tender.on(LocalDate.of(2026, 7, 1))).contains("USD", "EUR", "MXN", "GBP", "CHF", "JPY")
        .doesNotContain("DEM", "FRF", "ITL", "ADP", "HRK", "ZWD", "XAU", "XTS", "XXX", "USN", "CHE")
        .isSorted();
    assertThat(Product.shared().visitor().get("/start/you").body()).contains("<option value=\"MXN\"")
        .doesNotContain("<option value=\"DEM\"");
    var refused = Product.shared()
        .visitor()
        .post("/start/you", "name", "Ana", "pin", "271828", "zone", "Europe/Berlin", "currency", "DEM");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Choose a currency");
  }

  @Test
  void leadsToTheDemonstrationWhereThereIsNothingElse(Product product) {
    var ui = new Ui(Locale.ENGLISH, product.bean(Languages.class), new Caller.Anonymous(), new Ui.Csrf("_csrf", "x"),
        "/", List.of(), List.of(), "");
    assertThat(welcome(product, ui, true)).contains("href=\"/demonstration\"").doesNotContain("href=\"/start\"");
    assertThat(welcome(product, ui, false)).contains("href=\"/start\"");
  }

  private static String welcome(Product product, Ui ui, boolean demonstration) {
    var output = new StringOutput();
    product.bean(TemplateEngine.class)
        .render("platform/WelcomePage.jte",
            Map.of("page", new WelcomePage(List.of(Locale.ENGLISH), demonstration, true, true), "ui", ui), output);
    return output.toString();
  }
}
