// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gifts as treasurers, officers and members see them. */
@ExtendWith(ProductExtension.class)
class GiftsPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York")));
  }

  private static void open(FoundedLocal local) {
    local.write(() -> part(Books.class).open(
        new Book(Currency.getInstance("USD"), Month.JANUARY, today().minusYears(1).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
  }

  private static String[] fields(FoundedLocal local, String once, String person, String kind, String giver,
      String amount,
      String... more) {
    String account = local.read(() -> part(Books.class).account(UsedFor.BANK).id()).toString();
    String fund = local.read(() -> part(Books.class).funds())
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
    var all = new java.util.ArrayList<>(java.util.List.of("once", once, "person", person, "kind", kind, "giver", giver,
        "origin", "its own", "amount", amount, "on", today().toString(), "account", account, "spares", "", "fund", fund,
        "note", ""));
    all.addAll(java.util.List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void whatComesInIsWrittenDownOnceAndReadByEverybody(FoundedLocal local) {
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("gifts")).body()).contains("The books are not open yet");
    open(local);
    assertThat(member.get(local.path("gifts")).body()).contains("No month is closed yet")
        .doesNotContain("Nothing came in");
    assertThat(treasurer.get(local.path("gifts")).body()).contains("Nothing came in within twelve months");
    String once = once(treasurer.get(local.path("gifts/new")));
    String[] fields = fields(local, once, "", "grants", "<b>Bread</b> Foundation", "1,200");
    assertThat(treasurer.post(local.path("gifts/new"), fields).status()).isEqualTo(303);
    treasurer.post(local.path("gifts/new"), fields);
    assertThat(member.get(local.path("gifts")).body()).contains("&lt;b&gt;Bread", "$1,200")
        .doesNotContain("<b>Bread", "$2,400", "gifts/new", "100 %");
    assertThat(treasurer.get(local.path("gifts")).body()).contains("100 %", "not closed yet");
    assertThat(member.get(local.path("gifts/held")).status()).isEqualTo(403);
    for (String bad : new String[]{"", "-1", "0", "1.0055", "many", "999999999999999999"}) {
      var refused = treasurer.post(local.path("gifts/new"), fields(local, UUID.randomUUID().toString(), "", "grants",
          "Kept Name", bad));
      assertThat(refused.status()).as(bad).isEqualTo(422);
      assertThat(refused.body()).contains("Kept Name", "error-summary");
    }
    assertThat(treasurer.post(local.path("gifts/new"),
        fields(local, UUID.randomUUID().toString(), "", "grants", "", "5")).body())
        .contains("Write which body gave it.");
  }

  @Test
  void theCapIsSetRefusedAndTheRestHeld(FoundedLocal local) {
    open(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var maria = local.person(Role.MEMBER);
    assertThat(treasurer.post(local.path("gifts/caps"), "months1", "12", "amount1", "100", "times1", "3").body())
        .contains("one of the two");
    treasurer.post(local.path("gifts/caps"), "months1", "12", "amount1", "100", "times1", "");
    assertThat(maria.visitor().get(local.path("gifts")).body()).contains("Within 12 months at most $100");
    String once = once(treasurer.get(local.path("gifts/new?person=" + maria.id())));
    var over = treasurer.post(local.path("gifts/new"),
        fields(local, once, maria.id().toString(), "members-gifts", "", "150"));
    assertThat(over.status()).isEqualTo(422);
    assertThat(over.body()).contains("They may give $100 more within 12 months", "name=\"rest\"");
    assertThat(treasurer.post(local.path("gifts/new"),
        fields(local, once, maria.id().toString(), "members-gifts", "", "150", "rest", "on")).location())
        .hasValue(local.path("gifts/held"));
    var held = local.read(() -> part(Gifts.class).held());
    assertThat(held).extracting(Gift::amount).containsExactly(5_000L);
    assertThat(treasurer.get(local.path("")).body()).contains("1 payment has to go back");
    String bank = held.getFirst().account().toString();
    treasurer.post(local.path("gifts/held/" + held.getFirst().id() + "/returned"), "account", bank);
    assertThat(treasurer.get(local.path("gifts/held")).body()).contains("Nothing is held.");
  }

  @Test
  void twoOfficersDecideAndNobodyOnTheirOwnGift(FoundedLocal local, FoundedLocal other) {
    open(local);
    open(other);
    local.write(() -> part(Targets.class).name(TargetKind.LANDLORD, Optional.empty(), Optional.of("Elm Holdings LLC"),
        Optional.empty()));
    var treasurer = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
    var organiser = local.withPasskey(local.person(Role.MEMBER, Role.ORGANISER)).visitor();
    String once = once(treasurer.get(local.path("gifts/new")));
    treasurer.post(local.path("gifts/new"), fields(local, once, "", "other-unions", "Elm Holdings", "300"));
    UUID gift = local.read(() -> part(Gifts.class).held()).getFirst().id();
    assertThat(organiser.get(local.path("gifts/held")).body()).contains("Elm Holdings LLC", "$300");
    var stranger = other.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(stranger.post(other.path("gifts/held/" + gift), "verdict", "take").status()).isEqualTo(404);
    assertThat(organiser.post(local.path("gifts/held/" + gift), "verdict", "burn").status()).isEqualTo(404);
    organiser.post(local.path("gifts/held/" + gift), "verdict", "back");
    assertThat(local.read(() -> part(Gifts.class).find(gift)).orElseThrow().state()).isEqualTo(Gift.State.HELD);
    assertThat(treasurer.post(local.path("gifts/held/" + gift), "verdict", "back").location())
        .hasValue(local.path("gifts/held?refused=own"));
    assertThat(treasurer.get(local.path("gifts/held?refused=own")).body()).contains("You wrote this down",
        "Who gave it or wrote it down does not decide").doesNotContain("name=\"verdict\"");
    assertThat(treasurer.get(local.path("")).body()).as("it is no next step of theirs").doesNotContain("gifts/held");
    assertThat(local.read(() -> part(Gifts.class).find(gift)).orElseThrow().state())
        .as("who wrote it down is not one of the two")
        .isEqualTo(Gift.State.HELD);
    local.withPasskey(local.person(Role.MEMBER, Role.TREASURER))
        .visitor()
        .post(local.path("gifts/held/" + gift), "verdict", "back");
    assertThat(local.read(() -> part(Gifts.class).find(gift)).orElseThrow().state()).isEqualTo(Gift.State.TO_RETURN);

    var officer = local.withPasskey(local.person(Role.MEMBER, Role.ORGANISER));
    String own = once(treasurer.get(local.path("gifts/new?person=" + officer.id())));
    treasurer.post(local.path("gifts/new"),
        fields(local, own, officer.id().toString(), "members-gifts", "", "10", "ask",
            "on"));
    UUID theirs = local.read(() -> part(Gifts.class).of(officer.id(), 1)).getFirst().id();
    assertThat(officer.visitor().post(local.path("gifts/held/" + theirs), "verdict", "take").location())
        .hasValue(local.path("gifts/held?refused=own"));
    assertThat(local.read(() -> part(Gifts.class).verdicts(theirs))).isEmpty();
  }

  @Test
  void whoGaveHasAReceiptAndSeesWhatBecameOfItAndNobodyElseDoes(FoundedLocal local) {
    open(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var maria = local.person(Role.MEMBER);
    var other = local.person(Role.MEMBER).visitor();
    assertThat(maria.visitor().get(local.path("gifts/mine")).body()).contains("Nobody has to.");
    String once = once(treasurer.get(local.path("gifts/new?person=" + maria.id())));
    treasurer.post(local.path("gifts/new"),
        fields(local, once, maria.id().toString(), "members-gifts", "", "150"));
    String second = once(treasurer.get(local.path("gifts/new?person=" + maria.id())));
    treasurer.post(local.path("gifts/new"),
        fields(local, second, maria.id().toString(), "members-gifts", "", "70", "ask", "on"));
    assertThat(maria.visitor().get(local.path("gifts/mine")).body()).contains("$150", "$70", "Taken, thank you",
        "Held: two officers look at it", "G" + today().getYear() + "-0001", "G" + today().getYear() + "-0002");
    var given = local.read(() -> part(Gifts.class).of(maria.id(), 5));
    String receipt = local.path("gifts/receipts/" + given.getLast().id());
    assertThat(maria.visitor().get(receipt).body()).contains("Receipt G" + today().getYear() + "-0001", "$150",
        "Gift of a member");
    assertThat(other.get(receipt).status()).isEqualTo(404);
    assertThat(other.get(local.path("gifts/mine")).body()).doesNotContain("$150");
    assertThat(other.get(local.path("gifts/book")).status()).isEqualTo(403);
    assertThat(treasurer.get(local.path("gifts/book")).body()).contains("$150", "$70", "Written down wrongly");
    assertThat(local.person(Role.MEMBER, Role.AUDITOR).visitor().get(local.path("gifts/book")).body()).contains("$150")
        .doesNotContain("Written down wrongly");
    String undo = local.path("gifts/book/" + given.getLast().id() + "/undo");
    assertThat(other.post(undo).status()).isEqualTo(403);
    treasurer.post(undo);
    assertThat(treasurer.post(undo).location()).hasValueSatisfying(at -> assertThat(at).endsWith("done=kept"));
    assertThat(maria.visitor().get(local.path("gifts/mine")).body()).contains("Given back");
  }

  @Test
  void aGiftLiesInEveryPlaceOfMoney(FoundedLocal local) {
    open(local);
    local.write(() -> part(Books.class).addAccount("1150", "Fiscal host", AccountKind.ASSET));
    UUID second = local.read(() -> part(Books.class).accounts())
        .stream()
        .filter(each -> each.code().equals("1150"))
        .findFirst()
        .orElseThrow()
        .id();
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var form = treasurer.get(local.path("gifts/new"));
    assertThat(form.body()).contains("Fiscal host", "Cash box", "Payment services").doesNotContain("Dues owed by");
    String[] fields = fields(local, once(form), "", "other-unions", "Dockers", "40");
    fields[15] = second.toString();
    assertThat(treasurer.post(local.path("gifts/new"), fields).status()).isEqualTo(303);
    assertThat(local.read(() -> part(Gifts.class).between(today(), today(), 5)).getFirst().account())
        .isEqualTo(second);
  }

  /** What a month comes to from one day to the next, or one month more, is what one person gave. */
  @Test
  void whatFewMembersGaveIsInNoSumOfOthersAndWhatIsOpenNeither(FoundedLocal local) {
    open(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var reader = local.person(Role.MEMBER).visitor();
    YearMonth now = YearMonth.from(today());
    var givers = java.util.stream.Stream.generate(() -> local.person(Role.MEMBER).id()).limit(5).toList();
    givers.forEach(giver -> gives(local, giver, now.minusMonths(3), 3_100));
    givers.subList(0, 4).forEach(giver -> gives(local, giver, now.minusMonths(2), 1_700));
    gives(local, givers.getFirst(), now.minusMonths(1), 2_300);
    assertThat(reader.get(local.path("gifts")).body()).contains("No month is closed yet")
        .doesNotContain("$155", "$68", "$23");
    assertThat(treasurer.get(local.path("gifts")).body()).contains("$155", "$68", "$23", "$246", "not closed yet")
        .doesNotContain("of few");

    String once = closed(local, reader, now.minusMonths(3));
    assertThat(once).contains("$155", "the last month that is closed").doesNotContain("of few", "$68", "$23");
    String twice = closed(local, reader, now.minusMonths(2));
    assertThat(twice).contains("$155", "of few").doesNotContain("$68", "$223", "$23", "not closed yet");
    String thrice = closed(local, reader, now.minusMonths(1));
    assertThat(thrice).contains("$155", "of few").doesNotContain("$68", "$223", "$23", "$246");
    assertThat(treasurer.get(local.path("gifts")).body()).contains("$246");
  }

  /** Five people and not five gifts: the fifth giver makes the sum of the months that waited, here and in the books. */
  @Test
  void fiveMembersAndNotFiveGiftsMakeASumThatOthersRead(FoundedLocal local) {
    open(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var reader = local.person(Role.MEMBER).visitor();
    YearMonth now = YearMonth.from(today());
    var givers = java.util.stream.Stream.generate(() -> local.person(Role.MEMBER).id()).limit(5).toList();
    for (int times = 0; times < 3; times++) {
      givers.subList(0, 2).forEach(giver -> gives(local, giver, now.minusMonths(3), 1_300));
    }
    givers.subList(2, 4).forEach(giver -> gives(local, giver, now.minusMonths(2), 1_700));
    assertThat(closed(local, reader, now.minusMonths(3))).doesNotContain("$78", "$13");
    assertThat(closed(local, reader, now.minusMonths(2))).as("eight gifts of four")
        .contains("fewer than five people gave")
        .doesNotContain("$78", "$34", "$112");
    gives(local, givers.getLast(), now.minusMonths(1), 2_300);
    assertThat(told(local, reader, now)).doesNotContain("135.00", "112.00", "78.00", "34.00", "23.00", "13.00",
        "17.00");
    assertThat(closed(local, reader, now.minusMonths(1))).contains("$135").doesNotContain("$78", "$34", "$23", "$112");
    assertThat(told(local, reader, now)).contains("135.00")
        .doesNotContain("112.00", "78.00", "34.00", "23.00", "13.00", "17.00");
    assertThat(told(local, treasurer, now)).contains("135.00", "78.00", "34.00", "23.00");
    assertThat(treasurer.get(local.path("gifts")).body()).contains("$78", "$34", "$23", "$135");
  }

  /** Every page and file of the books that a member may read, of each month and of all of them, with plain sums. */
  private static String told(FoundedLocal local, Visitor reader, YearMonth now) {
    var all = new StringBuilder();
    for (String page : java.util.List.of("treasury", "treasury/accounts", "treasury/budget", "gifts",
        "spending/quarter")) {
      all.append(reader.get(local.path(page)).body());
    }
    for (int back = 0; back <= 3; back++) {
      for (int until = 0; until <= back; until++) {
        String months = "?first=" + now.minusMonths(back) + "&last=" + now.minusMonths(until);
        all.append(reader.get(local.path("treasury/entries" + months)).body());
        for (String which : java.util.List.of("income", "balance", "funds", "trial")) {
          all.append(reader.get(local.path("treasury/reports/" + which + months)).body());
          all.append(reader.get(local.path("treasury/reports/" + which + "/csv" + months)).body());
        }
      }
    }
    return all.toString().replaceAll("(\\$[0-9]+)(?![0-9.])", "$1.00");
  }

  private static void gives(FoundedLocal local, UUID giver, YearMonth month, long cents) {
    local.write(() -> {
      UUID general = part(Books.class).funds()
          .stream()
          .filter(each -> each.kind() == FundKind.GENERAL)
          .findFirst()
          .orElseThrow()
          .id();
      return part(Gifts.class)
          .give(new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(giver), "", "", month.atDay(3), cents,
              part(Books.class).account(UsedFor.BANK).id(), general, Optional.empty(), "", false, false));
    });
  }

  /** The page, once a month is closed. */
  private static String closed(FoundedLocal local, Visitor reader, YearMonth month) {
    assertThat(local.<ClosedMonths.Closing>write(
        () -> part(ClosedMonths.class).close(month, ZoneId.of("America/New_York"))))
        .isEqualTo(ClosedMonths.Closing.DONE);
    return reader.get(local.path("gifts")).body();
  }
}
