// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one person writes by hand within a week counts together, also where each of it is entered for another month. */
@ExtendWith(ProductExtension.class)
class ByHandTogetherTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  /** A treasurer who writes, and the books. */
  private record Desk(FoundedLocal local, FoundedLocal.Person treasurer, KeptBooks books) {
    static Desk in(FoundedLocal local) {
      var books = KeptBooks.since(local, 4);
      books.dues(books.since().atDay(1), 500_000);
      return new Desk(local, local.person(Role.TREASURER), books);
    }

    Page writes(String kind, LocalDate on, String amount, String... fields) {
      var visitor = local.withPasskey(treasurer).visitor();
      String at = local.path("treasury/entries/new");
      var found = ONCE.matcher(visitor.get(at + "?kind=" + kind).body());
      assertThat(found.find()).isTrue();
      var all = new ArrayList<>(List.of("kind", kind, "once", found.group(1), "on", on.toString(), "what", "Of " + on,
          "amount", amount, "place", books.account("1000").toString(), "fund",
          books.fund(FundKind.GENERAL).toString()));
      all.addAll(List.of(fields));
      return visitor.post(at, all.toArray(String[]::new));
    }

    Page spends(LocalDate on, String amount) {
      return writes("out", on, amount, "about", books.account("5000").toString());
    }

    Page moves(LocalDate on, String amount) {
      return writes("move", on, amount, "to", books.account("1000").toString(), "tofund",
          books.fund(FundKind.STRIKE).toString());
    }
  }

  @Test
  void daysFarApartAreNoWayAroundTheLimit(FoundedLocal local) {
    var desk = Desk.in(local);
    LocalDate today = KeptBooks.today();
    assertThat(desk.spends(today.minusDays(60), "120").status()).isEqualTo(303);
    assertThat(desk.spends(today.minusDays(40), "120").status()).isEqualTo(303);
    for (LocalDate day : List.of(today, today.minusDays(20), today.minusDays(80))) {
      assertThat(desk.spends(day, "10.01").body()).as("%s", day).contains("amount-error", "within a week", "$250");
    }
    assertThat(desk.spends(today.minusDays(20), "10").status()).as("what is left").isEqualTo(303);

    Product.shared().clock().advance(Duration.ofDays(8));
    assertThat(desk.spends(today.minusDays(20), "239.99").status()).as("written in another week, beside 10 of that day")
        .isEqualTo(303);
    assertThat(desk.spends(today.minusDays(61), "10.02").body()).contains("within a week");
  }

  @Test
  void norForWhatLeavesAFund(FoundedLocal local) {
    var desk = Desk.in(local);
    LocalDate today = KeptBooks.today();
    assertThat(desk.moves(today.minusDays(60), "200").status()).isEqualTo(303);
    assertThat(desk.moves(today.minusDays(30), "50.01").body()).contains("amount-error", "moved by hand within a week");
    assertThat(desk.moves(today.minusDays(30), "50").status()).isEqualTo(303);
    Product.shared().clock().advance(Duration.ofDays(8));
    assertThat(desk.moves(today.minusDays(90), "50.01").status()).isEqualTo(303);
  }
}
