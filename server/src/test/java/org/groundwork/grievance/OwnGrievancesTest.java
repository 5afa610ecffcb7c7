// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.money.Money;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is held of a person's grievances is among the things they are shown and may take along. */
@ExtendWith(ProductExtension.class)
class OwnGrievancesTest {
  private final Product product;

  OwnGrievancesTest(Product product) { this.product = product; }

  private void told(FoundedLocal local, UUID person, String words) {
    local.write(() -> product.bean(Grievances.class)
        .report(new NewGrievance(GrievanceKind.RENT_RISE, Optional.of(person), Optional.empty(), Optional.empty(),
            "Flat 3B", Optional.of(LocalDate.of(2026, 3, 1)),
            Optional.of(new Money(21_400, Currency.getInstance("USD"))), words, "after six", Locale.ENGLISH,
            NewGrievance.CameBy.ORGANISER), Optional.empty()));
  }

  @Test
  void showsOnesOwnAndNobodyElses(FoundedLocal local) {
    var maria = local.withPasskey(local.person(Role.MEMBER));
    var juan = local.withPasskey(local.person(Role.MEMBER));
    told(local, maria.id(), "Rent +18 % <script>alert(1)</script>");
    told(local, juan.id(), "The boiler is cold");
    String page = maria.visitor().get(local.path("me")).body();
    assertThat(page).contains("Rent rise", "Rent +18 % &lt;script&gt;", "Flat 3B", "after six", "214")
        .doesNotContain("<script>alert", "boiler");
    String file = maria.visitor().get(local.path("me/file")).body();
    assertThat(file).contains("\"grievances\"", "rent-rise", "2026-03-01", "Flat 3B").doesNotContain("boiler");
  }

  @Test
  void saysNothingWhereNothingIsHeld(FoundedLocal local) {
    var maria = local.withPasskey(local.person(Role.MEMBER));
    assertThat(maria.visitor().get(local.path("me")).body()).doesNotContain("somebody told about you");
  }
}
