// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Holdings;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was there when the books began, beside the money in three places. */
@ExtendWith(ProductExtension.class)
class OpeningLinesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

  private static Visitor treasurer(FoundedLocal local) {
    return local.withPasskey(local.person(Role.TREASURER)).visitor();
  }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Page write(FoundedLocal local, Visitor by, String account, UUID fund, String amount, String what) {
    String at = local.path("treasury/opening");
    return by.post(at, "once", once(by.get(at)), "account", account, "fund", fund.toString(), "amount", amount, "what",
        what);
  }

  private static List<Entry> all(FoundedLocal local) {
    return local.read(() -> KeptBooks.part(OpeningLines.class).all());
  }

  private static long has(FoundedLocal local, UUID fund) {
    return local.read(() -> KeptBooks.part(Holdings.class).of(fund));
  }

  private static List<String> faults(FoundedLocal local) {
    return local.read(() -> KeptBooks.part(Balances.class).faults());
  }

  private static Account named(FoundedLocal local, String name) {
    return local.read(() -> KeptBooks.part(Books.class).accounts())
        .stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachThingIsAnEntryOfTheFirstDay(FoundedLocal local) {
    var books = KeptBooks.since(local, 2);
    var treasurer = treasurer(local);
    UUID general = books.fund(FundKind.GENERAL);
    assertThat(write(local, treasurer, books.account("1100"), general, "1,000", "Savings <script>").status())
        .isEqualTo(303);
    assertThat(write(local, treasurer, "new-bills", general, "250.50", "The printer").status()).isEqualTo(303);
    assertThat(write(local, treasurer, "new-deposit", general, "300", "Deposit for the room").status()).isEqualTo(303);
    var page = treasurer.get(local.path("treasury/opening?done=entered"));
    assertThat(page.body()).contains("Savings &lt;script&gt;", "The printer", "It is in the books", "$250.50")
        .doesNotContain("Savings <script", "value=\"new-bills\"", "value=\"new-deposit\"")
        .contains("value=\"new-loan\"", "Bills from before the books (we owe it)");
    assertThat(all(local)).hasSize(3).allMatch(entry -> entry.on().equals(books.since().atDay(1)));
    Account bills = named(local, "Bills from before the books");
    UUID opening = books.account("3000");
    assertThat(all(local).get(1).lines()).containsExactly(new Line(bills.id(), general, -25_050),
        new Line(opening, general, 25_050));
    assertThat(has(local, general)).isEqualTo(100_000 + 30_000 - 25_050);
    // another bill goes to the same account
    assertThat(write(local, treasurer, bills.id(), general, "10", "The hall").status()).isEqualTo(303);
    assertThat(faults(local)).isEmpty();
    // members read what it says, and what it came to
    var member = local.person(Role.MEMBER).visitor();
    String months = "?first=" + books.since() + "&last=" + KeptBooks.now();
    assertThat(member.get(local.path("treasury/entries" + months)).body()).contains("The printer");

    // what is wrong is undone by another entry
    Entry hall = all(local).getLast();
    String undo = local.path("treasury/entries/" + hall.id() + "/reverse");
    assertThat(treasurer.get(local.path("treasury/entries/" + hall.id())).body()).contains(undo);
    assertThat(treasurer.post(undo, "on", KeptBooks.today().toString(), "why", "It was paid").status()).isEqualTo(303);
    assertThat(all(local).getLast().reversedBy()).isPresent();
    assertThat(treasurer.get(local.path("treasury/opening")).body()).contains("Undone");
    assertThat(faults(local)).isEmpty();

    // and the bill is paid by hand like any debt
    var paid = treasurer.post(local.path("treasury/entries/new"), "kind", "out", "once", UUID.randomUUID().toString(),
        "on", KeptBooks.today().toString(), "what", "Printer paid", "amount", "25", "about", bills.id().toString(),
        "place", books.account("1100").toString(), "fund", general.toString());
    assertThat(paid.status()).as(paid.body()).isEqualTo(303);
    assertThat(has(local, general)).isEqualTo(100_000 + 30_000 - 25_050);
  }

  private static Page write(FoundedLocal local, Visitor by, UUID account, UUID fund, String amount, String what) {
    return write(local, by, account.toString(), fund, amount, what);
  }

  @Test
  void whatIsKeptElsewhereAndWhatNoFundHoldsIsRefused(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var treasurer = treasurer(local);
    UUID general = books.fund(FundKind.GENERAL);
    UUID hardship = books.fund(FundKind.HARDSHIP);
    for (String code : List.of("1400", "2000", "2100", "2200", "2300", "3000", "3100", "4000", "4100", "5000")) {
      var refused = write(local, treasurer, books.account(code), general, "5", "No");
      assertThat(refused.status()).as(code).isEqualTo(422);
      assertThat(refused.body()).contains("account-error");
    }
    // a fund owes no more than it has, and no account is left behind
    var little = write(local, treasurer, "new-loan", general, "500", "From <i>Elm</i>");
    assertThat(little.status()).isEqualTo(422);
    assertThat(little.body()).contains("amount-error", "value=\"500\"", "From &lt;i>Elm").doesNotContain("<i>Elm");
    assertThat(local.read(() -> KeptBooks.part(Books.class).accounts())).hasSize(books.accounts().size());
    write(local, treasurer, books.account("1100"), hardship, "900", "Hardship in the bank");
    assertThat(write(local, treasurer, "new-bills", hardship, "5", "No").body()).contains("fund-error",
        "Only grants are paid");
    for (String amount : List.of("", "0", "-5", "1e5", "99999999999999999")) {
      assertThat(write(local, treasurer, books.account("1100"), general, amount, "No").body()).as(amount)
          .contains("amount-error");
    }
    assertThat(write(local, treasurer, books.account("1100"), general, "5", " ").body()).contains("what-error");
    assertThat(write(local, treasurer, books.account("1100"), UUID.randomUUID(), "5", "No").body())
        .contains("fund-error");
    assertThat(all(local)).hasSize(1);
    assertThat(faults(local)).isEmpty();
  }

  @Test
  void onceTheFirstMonthIsClosedItIsAnEntryByHand(FoundedLocal local) {
    var books = KeptBooks.since(local, 2);
    var treasurer = treasurer(local);
    String at = local.path("treasury/opening");
    String form = once(treasurer.get(at));
    books.closeUntil(books.since());
    assertThat(treasurer.get(at).body()).contains("is closed", "treasury/entries/new?kind=lines")
        .doesNotContain("name=\"once\"");
    assertThat(treasurer.post(at, "once", form, "account", books.account("1100").toString(), "fund",
        books.fund(FundKind.GENERAL).toString(), "amount", "5", "what", "Late").location()).hasValue(at);
    assertThat(all(local)).isEmpty();
  }

  @Test
  void theSameFormSentByManyIsEnteredOnce(FoundedLocal local) throws Exception {
    var books = KeptBooks.since(local, 1);
    var treasurer = treasurer(local);
    String at = local.path("treasury/opening");
    String form = once(treasurer.get(at));
    var work = new ArrayList<Callable<Integer>>();
    for (int each = 0; each < 5; each++) {
      var twin = treasurer.twin();
      work.add(() -> twin.post(at, "once", form, "account", books.account("1100").toString(), "fund",
          books.fund(FundKind.GENERAL).toString(), "amount", "5", "what", "Savings").status());
    }
    try (var threads = Executors.newFixedThreadPool(5)) {
      for (var answer : threads.invokeAll(work)) {
        assertThat(answer.get()).isEqualTo(303);
      }
    }
    assertThat(all(local)).hasSize(1);
    assertThat(faults(local)).isEmpty();
  }

  @Test
  void onlyWhoKeepsTheMoneyWritesItDown(FoundedLocal local, FoundedLocal another) {
    var books = KeptBooks.since(local, 1);
    var others = KeptBooks.since(another, 1);
    String at = local.path("treasury/opening");
    String[] typed = {"once", UUID.randomUUID().toString(), "account", books.account("1100").toString(), "fund",
        books.fund(FundKind.GENERAL).toString(), "amount", "5", "what", "No"};
    for (Role role : new Role[]{Role.MEMBER, Role.AUDITOR, Role.ORGANISER}) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.get(at).status()).isEqualTo(403);
      assertThat(visitor.post(at, typed).status()).isEqualTo(403);
    }
    var stranger = treasurer(another);
    assertThat(stranger.post(another.path("treasury/opening"), typed).body()).contains("account-error", "fund-error");
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(all(local)).isEmpty();
    assertThat(all(another)).isEmpty();
    assertThat(others.accounts()).isNotEmpty();
  }

  @Test
  void theWayThereIsShownWhenTheBooksWereOpened(FoundedLocal local) {
    var treasurer = treasurer(local);
    treasurer.post(local.path("treasury/open"), "currency", "USD", "year", "1", "general-bank", "100", "on",
        KeptBooks.today().withDayOfMonth(1).toString());
    assertThat(treasurer.get(local.path("treasury?done=opened")).body()).contains(local.path("treasury/opening"),
        local.path("dues/brought"));
    assertThat(treasurer.get(local.path("treasury/accounts")).body()).contains(local.path("treasury/opening"));
    assertThat(treasurer.get(local.path("treasury/opening")).body()).contains("There at the beginning");
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("treasury?done=opened")).body())
        .doesNotContain("treasury/opening");
    assertThat(local.read(() -> KeptBooks.part(Books.class).account(UsedFor.OPENING))).isNotNull();
  }
}
