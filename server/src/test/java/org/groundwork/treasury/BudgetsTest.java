// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class BudgetsTest {

  @Test
  void whatWasMeantStandsBesideWhatWasDone(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var year = Span.year(KeptBooks.now(), Month.JANUARY);
    books.dues(KeptBooks.today(), 30_000);
    books.paint(KeptBooks.today(), 2_500);
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    String plan = local.path("treasury/budget/plan");
    assertThat(treasurer.get(plan).body()).contains("amount-4000", "amount-5000");
    var refused = treasurer.post(plan, "year", year.first().toString(), "fund", "", "amount-5000", "lots\"<b>",
        "amount-4000", "400");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("amount-5000-error", "value=\"400\"", "lots&#34;");
    treasurer.post(plan, "year", year.first().toString(), "fund", "", "amount-5000", "100", "amount-4000", "400",
        "amount-5100", "70");
    treasurer.post(plan, "year", year.first().toString(), "fund", books.fund(FundKind.STRIKE).toString(),
        "amount-5000", "20");
    treasurer.post(plan, "year", year.first().toString(), "fund", "", "amount-5000", "100", "amount-4000", "400",
        "amount-5100", "");
    assertThat(local.read(() -> KeptBooks.part(Budgets.class).of(year.first()))).hasSize(3);
    treasurer.post(plan, "year", year.first().toString(), "fund", books.fund(FundKind.STRIKE).toString(),
        "amount-5000", "20.50");
    String inSpanish = treasurer.speaking("es")
        .get(plan + "?fund=" + books.fund(FundKind.STRIKE))
        .body();
    assertThat(inSpanish).contains("value=\"20,50\"");
    treasurer.post(plan, "year", year.first().toString(), "fund", books.fund(FundKind.STRIKE).toString(),
        "amount-5000", "20");
    var page = local.person(Role.MEMBER).visitor().get(local.path("treasury/budget"));
    assertThat(page.body()).contains("$25 of $120", "$300 of $400", "width=\"20\"", "width=\"75\"", "$95 to go")
        .doesNotContain("budget/plan");
  }

  @Test
  void everyFundHasItsOwnBesideItsOwn(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var year = Span.year(KeptBooks.now(), Month.JANUARY);
    books.dues(KeptBooks.today(), 30_000);
    books.paint(KeptBooks.today(), 2_500);
    books.enter(new NewEntry(KeptBooks.today(), "For the strike", Optional.empty(),
        List.of(new Line(books.account("1000"), books.fund(FundKind.GENERAL), -4_000),
            new Line(books.account("3100"), books.fund(FundKind.GENERAL), 4_000),
            new Line(books.account("1000"), books.fund(FundKind.STRIKE), 4_000),
            new Line(books.account("3100"), books.fund(FundKind.STRIKE), -4_000))));
    books.moves(KeptBooks.today(), "Signs", "1000", "5000", FundKind.STRIKE, 700);
    String strike = books.fund(FundKind.STRIKE).toString();
    local.write(() -> {
      KeptBooks.part(Budgets.class)
          .plan(year.first(),
              List.of(new Budgets.Planned(books.account("5000"), books.fund(FundKind.GENERAL), 10_000),
                  new Budgets.Planned(books.account("5000"), books.fund(FundKind.STRIKE), 2_000)));
      return true;
    });
    var member = local.person(Role.MEMBER).visitor();
    var all = member.get(local.path("treasury/budget"));
    assertThat(all.body()).contains("$32 of $120", "Fund by fund", "$25 of $100", "$7 of $20", "fund=" + strike);
    var one = member.get(local.path("treasury/budget?fund=" + strike));
    assertThat(one.body()).contains("$7 of $20", "$40 came from other funds",
        "&amp;account=" + books.account("5000") + "&amp;fund=" + strike).doesNotContain("$32", "Fund by fund", "$300");
    var general = member.get(local.path("treasury/budget?fund=" + books.fund(FundKind.GENERAL)));
    assertThat(general.body()).contains("$25 of $100", "$40 went to other funds").doesNotContain("$7 of");
    assertThat(member.get(local.path("treasury/budget?fund=" + books.fund(FundKind.HARDSHIP))).body())
        .contains("Nothing is planned for this year in: Hardship fund.");
    assertThat(member.get(local.path("treasury/budget?fund=nothing")).status()).isEqualTo(404);
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    assertThat(treasurer.get(local.path("treasury/budget?fund=" + strike)).body())
        .contains("budget/plan?year=" + year.first() + "&amp;fund=" + strike);
  }

  @Test
  void anotherLocalsFundIsNotThere(FoundedLocal local, FoundedLocal other) {
    KeptBooks.since(local, 1);
    var theirs = KeptBooks.since(other, 1);
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    String fund = theirs.fund(FundKind.STRIKE).toString();
    assertThat(treasurer.get(local.path("treasury/budget/plan?fund=" + fund)).status()).isEqualTo(404);
    assertThat(treasurer.get(local.path("treasury/budget?fund=" + fund)).status()).isEqualTo(404);
    assertThat(treasurer.post(local.path("treasury/budget/plan"), "fund", fund, "amount-5000", "1").status())
        .isEqualTo(404);
    for (String close : new String[]{"funds/" + fund, "accounts/" + theirs.account("5000")}) {
      assertThat(treasurer.post(local.path("treasury/" + close + "/close")).status()).isEqualTo(404);
    }
  }

  @Test
  void accountsAndFundsAreAddedAndClosed(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    String at = local.path("treasury/accounts");
    var refused = treasurer.post(at, "code", "5000", "name", "Another \"<i>", "kind", "expense");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("code-error", "Another &#34;");
    assertThat(treasurer.post(at, "code", "5a", "name", "", "kind", "gift").body()).contains("code-error", "name-error",
        "kind-error");
    assertThat(treasurer.post(at, "code", "5050", "name", "Banners", "kind", "expense").status()).isEqualTo(303);
    assertThat(treasurer.post(local.path("treasury/funds"), "fund", "general FUND").body()).contains("fund-error");
    assertThat(treasurer.post(local.path("treasury/funds"), "fund", "Youth").status()).isEqualTo(303);
    books = KeptBooks.again(local, books.since());
    assertThat(books.accounts()).anyMatch(each -> each.name().equals("Banners") && each.kind() == AccountKind.EXPENSE);
    String youth = local.path("treasury/funds/" + books.fund(FundKind.EARMARKED) + "/close");
    books.moves(KeptBooks.today(), "A gift", "4100", "1000", FundKind.EARMARKED, 500);
    assertThat(treasurer.follow(treasurer.post(youth)).body()).contains("There is still something in it");
    assertThat(treasurer.follow(treasurer.post(local.path("treasury/accounts/" + books.account("1000") + "/close")))
        .body()).contains("The program needs it");
    treasurer.post(at, "code", "1150", "name", "Second account", "kind", "asset");
    books = KeptBooks.again(local, books.since());
    books.moves(KeptBooks.today(), "Moved", "1000", "1150", FundKind.EARMARKED, 200);
    assertThat(treasurer.follow(treasurer.post(local.path("treasury/accounts/" + books.account("1150") + "/close")))
        .body()).contains("There is still something in it");
    treasurer.post(local.path("treasury/accounts/" + books.account("5050") + "/close"));
    assertThat(local.read(() -> KeptBooks.part(Books.class).accounts())).anyMatch(each -> each.closed());
    assertThat(local.person(Role.MEMBER).visitor().get(at).body()).contains("Banners", "Youth")
        .doesNotContain("/close\"");
  }

  @Test
  void twoHandOverTheMoneyTogether(FoundedLocal local, FoundedLocal other) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 2_500);
    var giver = local.withPasskey(local.person(Role.TREASURER)).visitor();
    var taker = local.withPasskey(local.person(Role.TREASURER)).visitor();
    giver.post(local.path("treasury/handover"), "side", "giver");
    var handover = local.read(() -> KeptBooks.part(Handovers.class).goingOn()).orElseThrow();
    String at = local.path("treasury/handover/" + handover.id());
    assertThat(taker.get(local.path("treasury/handover")).body()).contains("I take over", "Cash box: $25");
    taker.post(at + "/join");
    String cash = "account-" + books.account("1000");
    giver.post(at + "/tick", "items", cash, "items", "months", "items", "waiting", "items", "nonsense");
    assertThat(taker.get(local.path("treasury/handover")).body()).contains("Whoever hands over ticked it on");
    books.dues(KeptBooks.today(), 500);
    assertThat(taker.get(local.path("treasury/handover")).body()).contains("Cash box: $30", "Then it was $25");
    giver.post(at + "/tick", everything(local));
    taker.post(at + "/tick", everything(local));
    var kept = taker.get(at);
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body()).contains("Handed over on", "Cash box: $25", "Then it was $30");
    assertThat(taker.get(local.path("treasury/handover")).body()).contains(at, "I take over");
    KeptBooks.since(other, 1);
    var stranger = other.withPasskey(other.person(Role.TREASURER)).visitor();
    assertThat(stranger.get(other.path("treasury/handover/" + handover.id())).status()).isEqualTo(404);
    assertThat(stranger.post(other.path("treasury/handover/" + handover.id() + "/join")).status()).isEqualTo(404);
    assertThat(stranger.post(other.path("treasury/handover/" + handover.id() + "/tick"), "items", "cash").status())
        .isEqualTo(404);
  }

  private static String[] everything(FoundedLocal local) {
    return local.read(() -> KeptBooks.part(HandoverItems.class).of(0))
        .stream()
        .flatMap(item -> Stream.of("items", item.item()))
        .toArray(String[]::new);
  }
}
