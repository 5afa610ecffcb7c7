// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.files.Pictures;
import org.groundwork.roll.OwnData;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decisions about money, the limits, what the dues did, and what is kept of people. */
@ExtendWith(ProductExtension.class)
class MoneyPagesTest {
  private static final String HOSTILE = "\"><script>alert(1)</script>";

  private static String once(Page page) {
    return page.body().replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void aDecisionIsWrittenDownConfirmedReadAndClosed(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    var one = local.withPasskey(kitty.one()).visitor();
    String path = local.path("spending/appropriations/new");
    String once = once(one.get(path));
    String fund = kitty.fund(FundKind.STRIKE).toString();
    Page refused = one.upload(path, new Upload("files", "minutes.png", Pictures.png(20, 20)), "once", once, "purpose",
        HOSTILE, "amount", "0", "fund", fund, "votesFor", "3", "votesAgainst", "x");
    assertThat(refused.body()).contains("amount-error", "body-error", "decided-error", "words-error",
        "votesAgainst-error", "minutes.png", "alert(1)").doesNotContain(HOSTILE);
    String[] typed = {"once", once, "purpose", HOSTILE, "amount", "1,000", "fund", fund, "body", "vote", "decided",
        Kitty.today().toString(), "words", HOSTILE, "votesFor", "3", "votesAgainst", "3", "abstained", "0"};
    assertThat(one.upload(path, List.of(), typed).body()).contains("It was not passed");
    typed[17] = "2";
    Page done = one.upload(path, List.of(), typed);
    assertThat(done.status()).isEqualTo(303);
    assertThat(one.upload(path, List.of(), typed).status()).isEqualTo(303);
    assertThat(local.read(() -> Kitty.part(Appropriations.class).all())).hasSize(1);

    String at = done.location().orElseThrow();
    var member = kitty.member().visitor();
    assertThat(member.get(at).body()).contains("To be confirmed", "$1,000", "3 for, 2 against", "minutes.png")
        .doesNotContain(HOSTILE, "/confirm");
    assertThat(one.post(at + "/confirm").status()).isEqualTo(422);
    assertThat(member.post(at + "/confirm").status()).isEqualTo(403);
    var two = local.withPasskey(kitty.two()).visitor();
    assertThat(two.get(local.path("")).body()).contains("waits for a second officer");
    assertThat(two.get(at).body()).contains("Was it decided like this?");
    assertThat(two.post(at + "/confirm").status()).isEqualTo(303);
    String file = member.get(at).body().replaceAll("(?s).*href=\"([^\"]+/papers/[^\"]+)\".*", "$1");
    assertThat(member.get(file).status()).isEqualTo(200);
    assertThat(two.post(at + "/close").status()).isEqualTo(303);
    assertThat(member.get(local.path("spending/appropriations")).body()).contains("Closed", "&lt;script&gt;");
    assertThat(member.get(local.path("spending/appropriations/" + UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  void everyMemberReadsTheLimitsAndOnlyAdministratorsChangeThem(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    String path = local.path("spending/limits");
    assertThat(kitty.member().visitor().get(path).body()).contains("$50", "$250", "$500", "$100")
        .doesNotContain("name=\"release\"");
    assertThat(local.withPasskey(kitty.treasurer()).visitor().post(path, "version", "0").status()).isEqualTo(403);
    var administrator = local.withPasskey(local.founder()).visitor();
    assertThat(
        administrator.post(path, "version", "0", "noReceipt", "x", "release", "300", "appropriation", "", "pettyCash",
            "50").body())
        .contains("noReceipt-error", "value=\"x\"", "value=\"300\"", "appropriation-error");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(administrator.post(path, "version", "0", "noReceipt", "0", "release", "300", "appropriation", "900",
          "pettyCash", "50").status()).isEqualTo(303);
    }
    UUID change = local.read(() -> Kitty.part(RulesChanges.class).waiting()).orElseThrow().id();
    var member = kitty.member().visitor();
    assertThat(member.get(path).body())
        .contains("Waits for a second officer", "from $250 to $300", "Above $250 a further")
        .doesNotContain(change + "/yes", change + "/withdraw");
    assertThat(member.post(path + "/" + change + "/yes").status()).isEqualTo(403);
    assertThat(administrator.get(path).body()).doesNotContain(change + "/yes");
    assertThat(administrator.post(path + "/" + change + "/yes").body()).contains("decision-error");
    assertThat(local.read(() -> Kitty.part(RuleBook.class).now()).release()).isEqualTo(25_000);
    var officer = local.withPasskey(kitty.one()).visitor();
    assertThat(officer.get(local.path("treasury")).body()).contains("A change waits for your yes");
    assertThat(officer.follow(officer.post(path + "/" + change + "/yes")).body()).contains("The limits are changed",
        "Who changed what", "said yes on");
    assertThat(officer.post(path + "/" + change + "/yes").status()).as("sent twice").isEqualTo(303);
    assertThat(kitty.member().visitor().get(path).body()).contains("$300", "$900");
  }

  /** What was typed stays in the form, and the page says why nothing was asked for. */
  @Test
  void askingForOtherLimitsLosesNothingThatWasTyped(FoundedLocal local) {
    Kitty.with(local, 10_000);
    String path = local.path("spending/limits");
    var administrator = local.withPasskey(local.founder()).visitor();
    assertThat(local.write(() -> Kitty.part(RuleBook.class).change(new Rules(1, 2, 3, 4, 0)))).isTrue();
    String[] typed = {"version", "0", "noReceipt", "7.25", "release", "7.50", "appropriation", "7.75", "pettyCash",
        "8.25"};
    Page changed = administrator.post(path, typed);
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.body()).contains("Somebody else changed the limits", "value=\"7.25\"", "value=\"7.50\"",
        "value=\"7.75\"", "value=\"8.25\"", "name=\"version\" value=\"1\"").doesNotContain("Another change waits");
    typed[1] = "1";
    assertThat(administrator.post(path, typed).status()).isEqualTo(303);
    typed[3] = "6.25";
    Page waits = administrator.post(path, typed);
    assertThat(waits.status()).isEqualTo(409);
    assertThat(waits.body()).contains("Another change waits for a second officer", "value=\"6.25\"", "value=\"8.25\"")
        .doesNotContain("Somebody else changed");
    typed[3] = "x";
    assertThat(administrator.post(path, typed).body()).as("refused while another waits")
        .contains("noReceipt-error", "value=\"x\"", "value=\"8.25\"");
    assertThat(administrator.get(path).body()).doesNotContain("name=\"release\"");
  }

  @Test
  void saysInSentencesWhatTheDuesDidWithTheRowsBehindThem(FoundedLocal local) {
    var kitty = Kitty.with(local, 20_000);
    kitty.entered(UsedFor.FEES, UsedFor.CASH, FundKind.GENERAL, 1_000, Kitty.today());
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 3_000));
    kitty.approves(kitty.one(), id);
    Page page = kitty.member().visitor().get(local.path("spending/quarter"));
    assertThat(page.body()).contains("Of every $10 that we spent, $7.50 went to: Printing and paint.",
        "$200 came in, $200 of it dues.", "We spent $40.",
        "treasury/entries?account=" + kitty.paint() + "&amp;first=" + first(local))
        .doesNotContain("five payments, as");
  }

  private static YearMonth first(FoundedLocal local) {
    return local
        .read(() -> Quarter.firstOf(YearMonth.from(Kitty.today()), Kitty.part(Books.class).find().orElseThrow()));
  }

  /** Quarters are those that auditors sign: by the year of the books. */
  @Test
  void quartersFollowTheYearOfTheBooks() {
    for (var expected : Map
        .of(Month.JANUARY, YearMonth.of(2026, 4), Month.FEBRUARY, YearMonth.of(2026, 5), Month.SEPTEMBER,
            YearMonth.of(2026, 3))
        .entrySet()) {
      var book = new Book(Currency.getInstance("USD"), expected.getKey(), LocalDate.of(2025, 1, 1));
      assertThat(Quarter.firstOf(YearMonth.of(2026, 5), book)).as(expected.getKey().name())
          .isEqualTo(expected.getValue());
    }
  }

  /** Where nothing but aid went out, it is told all the same; what came back is told with its sign. */
  @Test
  void aQuarterInWhichOnlyAidWentOutSaysSo(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    YearMonth quarter = first(local).minusMonths(3);
    for (int i = 0; i < 5; i++) {
      kitty.entered(UsedFor.HARDSHIP_AID, UsedFor.CASH, FundKind.GENERAL, 1_000, quarter.atDay(3));
    }
    kitty.entered(UsedFor.CASH, UsedFor.FEES, FundKind.GENERAL, 250, quarter.atDay(4));
    for (int month = 0; month < 3; month++) {
      YearMonth over = quarter.plusMonths(month);
      local.write(() -> Kitty.part(ClosedMonths.class).close(over, ZoneId.of("America/New_York")));
    }
    var told = local.read(() -> Kitty.part(Quarter.class).of(quarter));
    assertThat(told.quiet()).extracting(Quarter.Sum::amount).containsExactly(5_000L);
    assertThat(told.wentOut()).isEqualTo(-250);
    String page = kitty.member().visitor().get(local.path("spending/quarter?from=" + quarter)).bodyWithoutTokens();
    assertThat(page).contains("$50 went out to at least five people", "Hardship aid", "2.50")
        .doesNotContain("Nothing was spent yet");
  }

  /** Aid is told only of a month that is over and had at least five payments, and is in no other sum. */
  @Test
  void nobodyIsSingledOutByAidAndStrikePay(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    YearMonth quarter = first(local).minusMonths(3);
    for (int i = 0; i < 5; i++) {
      kitty.entered(UsedFor.HARDSHIP_AID, UsedFor.CASH, FundKind.GENERAL, 1_000, quarter.atDay(3));
    }
    for (int i = 0; i < 4; i++) {
      kitty.entered(UsedFor.HARDSHIP_AID, UsedFor.CASH, FundKind.GENERAL, 777, quarter.plusMonths(1).atDay(3));
    }
    kitty.entered(UsedFor.STRIKE_PAY, UsedFor.CASH, FundKind.GENERAL, 1_234, quarter.atDay(4));
    kitty.entered(UsedFor.FEES, UsedFor.CASH, FundKind.GENERAL, 400, quarter.atDay(4));
    var told = local.read(() -> Kitty.part(Quarter.class).of(quarter));
    assertThat(told.quiet()).as("a month that is not closed").isEmpty();
    for (int month = 0; month < 3; month++) {
      YearMonth over = quarter.plusMonths(month);
      local.write(() -> Kitty.part(ClosedMonths.class).close(over, ZoneId.of("America/New_York")));
    }
    String page = kitty.member().visitor().get(local.path("spending/quarter?from=" + quarter)).bodyWithoutTokens();
    assertThat(page).contains("We spent $4.", "Beside that, $50 went out", "Hardship aid")
        .doesNotContain("31.08", "81.08", "12.34", "66.34", "Strike pay.");
  }

  /** Neither its own row nor what is left of a decision tells a member what one person got. */
  @Test
  void aDecisionDoesNotTellMembersWhatOnePersonGot(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    UUID decision = kitty.appropriated(100_000);
    for (int i = 0; i < 5; i++) {
      owes(kitty, 1_000, decision);
    }
    String path = local.path("spending/appropriations/" + decision);
    var member = kitty.member().visitor();
    assertThat(member.get(path).bodyWithoutTokens()).contains("$0 of $1,000 used")
        .doesNotContain("$10<", "$10.00<", "$50 ");
    assertThat(local.withPasskey(kitty.treasurer()).visitor().get(path).body()).contains("$50 of $1,000 used",
        "$10.00<");
    Product.shared().clock().advance(Duration.ofDays(32));
    owes(kitty, 1_000, decision);
    var later = local.withPasskey(kitty.member()).visitor();
    assertThat(later.get(path).bodyWithoutTokens()).contains("$50 of $1,000 used")
        .doesNotContain("$60", "$10<", "$10.00<");
  }

  /** Nor do the officers who say yes to other things under it, unless they read all of the books. */
  @Test
  void aDecisionDoesNotTellOfficersWhatOnePersonGot(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    UUID decision = kitty.appropriated(100_000);
    UUID bill = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 30_000));
    UUID large = kitty.asks(kitty.treasurer(), kitty.bill("Hall", 45_000));
    kitty.as(kitty.treasurer(), () -> Kitty.part(FundMoves.class)
        .ask(new FundMove.New(kitty.account(UsedFor.CASH), kitty.fund(FundKind.GENERAL), kitty.fund(FundKind.STRIKE),
            30_000, "for March")));
    kitty.leaves(30_000, true);
    var officer = local.withPasskey(kitty.one()).visitor();
    var auditing = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
    List<String> pages = List.of(local.path("spending/" + bill), local.path("spending/moves"),
        local.path("spending/looks"));
    for (String page : pages) {
      assertThat(officer.get(page).body()).as(page).contains("A van for the picket: $1,000 left");
    }
    owes(kitty, 60_000, decision);
    for (String page : pages) {
      assertThat(officer.get(page).body()).as(page).contains("A van for the picket").doesNotContain("$400", "left<");
      assertThat(auditing.get(page).body()).as(page).contains("A van for the picket: $400 left");
    }
    String[] typed = {"version", Long.toString(kitty.now(large).version()), "appropriation", decision.toString()};
    assertThat(officer.post(local.path("spending/" + large + "/yes"), typed).body())
        .contains("appropriation-error", "not so much is left")
        .doesNotContain("$400");
    assertThat(auditing.post(local.path("spending/" + large + "/yes"), typed).body())
        .contains("Of that decision only $400 is left");
  }

  private static void owes(Kitty kitty, long cents, UUID decision) {
    var asked = new NewPayout(NewPayout.Kind.OTHER, cents, kitty.fund(FundKind.GENERAL),
        kitty.account(UsedFor.HARDSHIP_AID), new Payee.Member(kitty.member().id()), "Aid", Way.CASH, "", "",
        Optional.empty(), true, Optional.of(new Source("aid", UUID.randomUUID())));
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Payouts.class).owe(asked, Optional.of(decision))))
        .isInstanceOf(Payouts.Owed.Yes.class);
  }

  @Test
  void ofSomebodyWhoIsForgottenTheAmountsStay(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID open = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 700));
    UUID paid = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    kitty.approves(kitty.one(), paid);
    kitty.pays(kitty.treasurer(), paid);
    var people = List.of(kitty.member().id());
    assertThat(inUse(local, people)).isTrue();
    var own = own(local, kitty.member().id());
    assertThat(own).hasSize(1);
    assertThat(own.getFirst().entries()).hasSize(2)
        .anyMatch(each -> each.facts()
            .contains(new OwnData.Fact("amount", "own.spending.amount", new OwnData.Text("9.00 USD"))));

    local.write(() -> {
      Kitty.part(SpendingForgotten.class).forget(kitty.member().id());
      return true;
    });
    assertThat(kitty.now(open).stage()).isInstanceOf(Stage.Withdrawn.class);
    assertThat(kitty.now(paid).payee()).isInstanceOf(Payee.Forgotten.class);
    assertThat(kitty.now(paid).amount()).isEqualTo(900);
    assertThat(inUse(local, people)).isFalse();
    assertThat(own(local, kitty.member().id()))
        .isEmpty();
    var treasurer = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
    assertThat(treasurer.get(local.path("spending/" + paid)).body()).contains("Somebody whose record was deleted");
  }

  private static List<OwnData.Section> own(FoundedLocal local, UUID person) {
    var own = java.util.Objects.requireNonNull(Product.shared().beans(OwnData.class).get("ownSpending"));
    return local.read(() -> own.about(person));
  }

  private static boolean inUse(FoundedLocal local, List<UUID> people) {
    return local.read(() -> Kitty.part(SpendingForgotten.class).inUse(people));
  }
}
