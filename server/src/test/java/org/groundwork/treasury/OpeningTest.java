// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Journal;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class OpeningTest {
  private static final String[] TYPED = {"currency", "USD", "year", "1", "general-cash", "120.50", "general-bank",
      "1,000", "general-services", "", "strike-bank", "300", "on"};

  private static String[] typed(String on) {
    var all = new ArrayList<>(java.util.List.of(TYPED));
    all.add(on);
    return all.toArray(String[]::new);
  }

  @Test
  void opensOnceWithWhatIsThere(FoundedLocal local) {
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("treasury")).body()).contains("The treasurer begins them");
    assertThat(member.get(local.path("treasury/entries")).location()).contains(local.path("treasury"));
    assertThat(treasurer.get(local.path("treasury")).body()).contains(local.path("treasury/open"));
    String on = KeptBooks.today().withDayOfMonth(1).toString();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(treasurer.post(local.path("treasury/open"), typed(on)).status()).isEqualTo(303);
    }
    var page = member.get(local.path("treasury"));
    assertThat(page.body()).contains("$1,120.50", "$300", "General fund", "Strike fund", "Hardship fund");
    var funds = local.read(() -> KeptBooks.part(Statements.class).funds(new Span(KeptBooks.now(), KeptBooks.now())));
    assertThat(funds.rows()).extracting(FundStatement.Row::canSpend).containsExactly(112_050L, 30_000L, 0L);
    assertThat(funds.rows()).extracting(FundStatement.Row::start).containsExactly(112_050L, 30_000L, 0L);
    assertThat(funds.rows()).as("nothing went from one fund to another")
        .extracting(FundStatement.Row::moved)
        .containsOnly(0L);
    assertThat(member.get(local.path("treasury/entries")).body()).as("there are no other months")
        .doesNotContain("rel=\"prev\"", "rel=\"next\"");
    assertThat(treasurer.get(local.path("treasury/open")).location()).contains(local.path("treasury"));
  }

  @Test
  void refusesBesideTheFieldAndLosesNothing(FoundedLocal local) {
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    var refused = treasurer.post(local.path("treasury/open"), "currency", "XXX", "year", "13", "on",
        KeptBooks.today().plusDays(1).toString(), "general-cash", "1\"><script>", "strike-bank", "77");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("currency-error", "year-error", "on-error", "value=\"1&#34;>",
        "value=\"77\"").doesNotContain("1\"><script>");
    var amount = treasurer.post(local.path("treasury/open"), "currency", "USD", "year", "1", "on",
        KeptBooks.today().toString(), "general-cash", "-5");
    assertThat(amount.body()).contains("general-cash-error");
    assertThat(local.read(() -> KeptBooks.part(Books.class).find())).isEmpty();
  }

  @Test
  void manyAtOnceOpenOneBook(FoundedLocal local) throws Exception {
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    treasurer.get(local.path("treasury/open"));
    var work = new ArrayList<Callable<Integer>>();
    for (int each = 0; each < 5; each++) {
      var twin = treasurer.twin();
      work.add(() -> twin.post(local.path("treasury/open"), typed(KeptBooks.today().toString())).status());
    }
    try (var threads = Executors.newFixedThreadPool(5)) {
      for (var answer : threads.invokeAll(work)) {
        assertThat(answer.get()).isEqualTo(303);
      }
    }
    var entries = local.read(() -> KeptBooks.part(Journal.class)
        .latest(new Journal.Wanted(KeptBooks.now(), KeptBooks.now(), java.util.Set.of(), java.util.Optional.empty()),
            java.util.Optional.empty(), 10));
    assertThat(entries).hasSize(1);
    assertThat(local.read(() -> KeptBooks.part(Books.class).funds())).extracting(Fund::name).hasSize(3);
  }
}
