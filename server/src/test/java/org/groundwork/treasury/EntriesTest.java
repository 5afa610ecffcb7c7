// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Line;
import org.groundwork.platform.access.Role;
import org.groundwork.spending.SecondLooks;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class EntriesTest {
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
      .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  private static Visitor treasurer(FoundedLocal local) {
    return local.withPasskey(local.person(Role.TREASURER)).visitor();
  }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Page enter(FoundedLocal local, Visitor by, String kind, String... fields) {
    String at = local.path("treasury/entries/new");
    var all = new ArrayList<>(List.of("kind", kind, "once", once(by.get(at + "?kind=" + kind)), "on",
        KeptBooks.today().toString()));
    all.addAll(List.of(fields));
    return by.post(at, all.toArray(String[]::new));
  }

  private static Entry entered(FoundedLocal local, Page answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    String at = answer.location().orElseThrow();
    UUID id = UUID.fromString(at.replaceAll(".*entries/([0-9a-f-]{36}).*", "$1"));
    return local.read(() -> KeptBooks.part(Journal.class).find(id)).orElseThrow();
  }

  @Test
  void moneyComesInGoesOutAndMoves(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var treasurer = treasurer(local);
    String general = books.fund(FundKind.GENERAL).toString();
    String strike = books.fund(FundKind.STRIKE).toString();
    var in = entered(local, enter(local, treasurer, "in", "what", "Hat at the meeting " + HOSTILE, "amount", "80",
        "about", books.account("4500").toString(), "place", books.account("1000").toString(), "fund", general));
    assertThat(in.lines()).containsExactly(new Line(books.account("1000"), books.fund(FundKind.GENERAL), 8_000),
        new Line(books.account("4500"), books.fund(FundKind.GENERAL), -8_000));
    var out = entered(local, enter(local, treasurer, "out", "what", "Paint", "amount", "12.34", "about",
        books.account("5000").toString(), "place", books.account("1000").toString(), "fund", general));
    assertThat(out.lines().getFirst().amount()).isEqualTo(-1_234);
    var moved = entered(local, enter(local, treasurer, "move", "what", "For the strike", "amount", "20", "place",
        books.account("1000").toString(), "to", books.account("1100").toString(), "fund", general, "tofund", strike));
    assertThat(moved.lines()).hasSize(4);
    var page = treasurer.get(local.path("treasury/entries"));
    assertThat(page.body()).contains("&lt;script&gt;", "$80", "$12.34", "$20").doesNotContain("<script>alert");
    assertThat(treasurer.get(local.path("treasury/entries/" + in.id())).body()).doesNotContain("<script>alert");
    assertThat(treasurer.get(local.path("treasury")).body()).contains("$47.66", "$20");
  }

  @Test
  void theSameFormSentTwiceIsOneEntry(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var treasurer = treasurer(local);
    String at = local.path("treasury/entries/new");
    String once = once(treasurer.get(at));
    String[] fields = {"kind", "in", "once", once, "on", KeptBooks.today().toString(), "what", "A gift", "amount", "5",
        "about", books.account("4500").toString(), "place", books.account("1000").toString(), "fund",
        books.fund(FundKind.GENERAL).toString()};
    var first = entered(local, treasurer.post(at, fields));
    assertThat(entered(local, treasurer.post(at, fields)).id()).isEqualTo(first.id());
  }

  @Test
  void saysBesideTheFieldWhyNot(FoundedLocal local) {
    var books = KeptBooks.since(local, 3);
    books.dues(books.since().atDay(2), 1_000);
    books.closeUntil(books.since());
    var treasurer = treasurer(local);
    String general = books.fund(FundKind.GENERAL).toString();
    String cash = books.account("1000").toString();
    String paint = books.account("5000").toString();
    var little = enter(local, treasurer, "out", "what", "Too much " + HOSTILE, "amount", "10.01", "about", paint,
        "place", cash, "fund", general);
    assertThat(little.status()).isEqualTo(422);
    assertThat(little.body()).contains("amount-error", "General fund has only $10", "value=\"10.01\"")
        .doesNotContain("<script>alert");
    var none = enter(local, treasurer, "out", "what", "", "amount", "0", "about", "x", "place", cash, "fund", general);
    assertThat(none.body()).contains("what-error", "amount-error", "about-error");
    enter(local, treasurer, "in", "what", "A lot", "amount", "900", "about", books.account("4500").toString(), "place",
        cash, "fund", general);
    var alone = enter(local, treasurer, "out", "what", "A van", "amount", "250.01", "about", paint, "place", cash,
        "fund",
        general);
    assertThat(alone.status()).isEqualTo(422);
    assertThat(alone.body()).contains("amount-error",
        "More than $250 does not leave our box and our accounts by one person’s hand",
        "value=\"250.01\"");
    assertThat(
        enter(local, treasurer, "out", "what", "A small van", "amount", "250", "about", paint, "place", cash, "fund",
            general).status())
        .isEqualTo(303);
    var people = enter(local, treasurer, "out", "what", "Aid", "amount", "1", "about", books.account("5900").toString(),
        "place", cash, "fund", general);
    assertThat(people.body()).as("other modules keep it").contains("about-error");
    for (String code : new String[]{"4100", "4200", "4300", "4400", "4600"}) {
      assertThat(enter(local, treasurer, "in", "what", "Acme Property LLC", "amount", "20000", "about",
          books.account(code).toString(), "place", cash, "fund", general).body()).as("given, so by gifts alone")
          .contains("about-error");
    }
    var same = enter(local, treasurer, "move", "what", "Nothing", "amount", "1", "place", cash, "to", cash, "fund",
        general, "tofund", general);
    assertThat(same.body()).contains("to-error", "It would stay where it is");
  }

  @Test
  void theDayOfAClosedMonthIsRefusedWithItsName(FoundedLocal local) {
    var books = KeptBooks.since(local, 2);
    books.closeUntil(books.since());
    var treasurer = treasurer(local);
    String at = local.path("treasury/entries/new");
    String[] fields = {"kind", "in", "once", once(treasurer.get(at)), "on", books.since().atDay(9).toString(), "what",
        "Late", "amount", "1", "about", books.account("4500").toString(), "place", books.account("1000").toString(),
        "fund", books.fund(FundKind.GENERAL).toString()};
    var closed = treasurer.post(at, fields);
    assertThat(closed.body()).contains("on-error", books.since().getYear() + " is closed");
    fields[5] = books.since().minusMonths(1).atDay(9).toString();
    assertThat(treasurer.post(at, fields).body()).contains("on-error", "The books begin on");
  }

  @Test
  void lineByLineMustBalanceInEachFund(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 5_000);
    var treasurer = treasurer(local);
    String general = books.fund(FundKind.GENERAL).toString();
    String[] fields = {"what", "A bill", "account-0", books.account("5500").toString(), "fund-0", general, "debit-0",
        "30", "account-2", books.account("1000").toString(), "fund-2", general, "credit-2", "29"};
    var refused = enter(local, treasurer, "lines", fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("debit-0-error", "there is $1 more in debit");
    fields[fields.length - 1] = "30";
    assertThat(entered(local, enter(local, treasurer, "lines", fields)).lines()).hasSize(2);
    var more = enter(local, treasurer, "lines", "what", "Long", "lines", "4", "more", "yes", "debit-3", "7");
    assertThat(more.status()).isEqualTo(200);
    assertThat(more.body()).contains("id=\"account-7\"", "value=\"7\"").doesNotContain("id=\"account-8\"");
    var one = enter(local, treasurer, "lines", "what", "One", "account-0", books.account("2000").toString(), "fund-0",
        general, "debit-0", "1", "credit-0", "1");
    assertThat(one.body()).contains("Debit or credit, one of the two");
  }

  /** Whatever stands opposite: an account that was just made, income, what was there at the beginning. */
  @Test
  void takesNoMoreOutLineByLineThanOnePersonMay(FoundedLocal local) {
    var first = KeptBooks.since(local, 1);
    first.dues(KeptBooks.today(), 500_000);
    local.write(() -> KeptBooks.part(Books.class).addAccount("2990", "Loan of a friend", AccountKind.LIABILITY));
    local.write(() -> KeptBooks.part(Books.class).addAccount("1990", "Deposit", AccountKind.ASSET));
    var books = KeptBooks.again(local, first.since());
    var treasurer = treasurer(local);
    for (String code : List.of("2990", "1990", "4500", "5000")) {
      assertThat(takesOut(local, treasurer, books, code, "250.01").body()).as(code)
          .contains("debit-0-error", "More than $250 does not leave our box");
    }
    assertThat(takesOut(local, treasurer, books, "2990", "150").status()).isEqualTo(303);
    assertThat(takesOut(local, treasurer, books, "1990", "100.01").body()).as("together, over all accounts")
        .contains("within a week");
    assertThat(takesOut(local, treasurer, books, "1990", "100").status()).isEqualTo(303);
    UUID way = local.read(() -> KeptBooks.part(Books.class).account(UsedFor.ON_ITS_WAY)).id();
    assertThat(enter(local, treasurer, "lines", lines(books, way, "900")).body()).as("nothing says that it arrives")
        .contains("debit-0-error", "More than $250 does not leave our box");
    first.moves(KeptBooks.today(), "Cheques", "1000", local.read(() -> KeptBooks.part(Books.class).accounts())
        .stream()
        .filter(each -> each.id().equals(way))
        .findFirst()
        .orElseThrow()
        .code(), FundKind.GENERAL, 90_000);
    assertThat(enter(local, treasurer, "lines", from(way, lines(books, books.account("5000"), "900"))).body())
        .as("nor is it spent on its way")
        .contains("debit-0-error", "More than $250 does not leave our box");
    assertThat(enter(local, treasurer, "lines", from(way, lines(books, books.account("1100"), "900"))).status())
        .as("it arrives")
        .isEqualTo(303);
    for (UsedFor kept : List.of(UsedFor.OPENING, UsedFor.BILLS, UsedFor.OWED_TO_MEMBERS)) {
      UUID account = local.read(() -> KeptBooks.part(Books.class).account(kept)).id();
      assertThat(enter(local, treasurer, "lines", lines(books, account, "5")).body()).as(kept.key())
          .contains("account-0-error");
    }
    UUID between = local.read(() -> KeptBooks.part(Books.class).account(UsedFor.BETWEEN_FUNDS)).id();
    assertThat(enter(local, treasurer, "lines", lines(books, between, "5")).body()).contains("must come to nothing");
    String general = books.fund(FundKind.GENERAL).toString();
    assertThat(enter(local, treasurer, "move", "what", "To the bank", "amount", "1000", "place",
        books.account("1000").toString(), "to", books.account("1100").toString(), "fund", general, "tofund", general)
        .status()).as("it stays ours").isEqualTo(303);
  }

  private static Page takesOut(FoundedLocal local, Visitor treasurer, KeptBooks books, String code, String amount) {
    return enter(local, treasurer, "lines", lines(books, books.account(code), amount));
  }

  private static String[] from(UUID account, String[] lines) {
    lines[9] = account.toString();
    return lines;
  }

  private static String[] lines(KeptBooks books, UUID account, String amount) {
    String general = books.fund(FundKind.GENERAL).toString();
    return new String[]{"what", "Out", "account-0", account.toString(), "fund-0", general, "debit-0", amount,
        "account-1",
        books.account("1000").toString(), "fund-1", general, "credit-1", amount};
  }

  /** What came in and is undone is not there any more: a second officer looks at it. */
  @Test
  void undoingWhatCameInWaitsForASecondLook(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    UUID large = books.dues(KeptBooks.today(), 40_000);
    UUID spent = books.paint(KeptBooks.today(), 30_000);
    var treasurer = treasurer(local);
    String day = KeptBooks.today().toString();
    entered(local,
        treasurer.post(local.path("treasury/entries/" + spent + "/reverse"), "on", day, "why", "Not bought"));
    assertThat(treasurer.get(local.path("spending/looks")).body()).as("it came back").contains("Nothing waits");
    entered(local, treasurer.post(local.path("treasury/entries/" + large + "/reverse"), "on", day, "why", "Not given"));
    assertThat(treasurer.get(local.path("spending/looks")).body()).contains("$400", "Not given", "another officer");
  }

  /** No decision of members is asked for on what was typed wrongly, and a move beside it hides nothing. */
  @Test
  void whatWasTypedWronglyAndIsLargeNeedsAnOfficerAndNoDecision(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 1_000);
    var treasurer = treasurer(local);
    String general = books.fund(FundKind.GENERAL).toString();
    String strike = books.fund(FundKind.STRIKE).toString();
    String between = local.read(() -> KeptBooks.part(Books.class).account(UsedFor.BETWEEN_FUNDS)).id().toString();
    String cash = books.account("1000").toString();
    var wrong = entered(local, enter(local, treasurer, "lines", "what", "A sale", "lines", "6", "account-0", cash,
        "fund-0", general, "debit-0", "5000", "account-1", books.account("4500").toString(), "fund-1", general,
        "credit-1", "5000", "account-2", between, "fund-2", general, "debit-2", "0.01", "account-3", cash, "fund-3",
        general, "credit-3", "0.01", "account-4", between, "fund-4", strike, "credit-4", "0.01", "account-5", cash,
        "fund-5", strike, "debit-5", "0.01"));
    entered(local, treasurer.post(local.path("treasury/entries/" + wrong.id() + "/reverse"), "on",
        KeptBooks.today().toString(), "why", "Not sold"));
    var waiting = local.read(() -> KeptBooks.part(SecondLooks.class).waiting(9));
    assertThat(waiting).hasSize(1);
    var officer = local.withPasskey(local.person(Role.MEMBER, Role.ORGANISER)).visitor();
    String looks = local.path("spending/looks");
    assertThat(officer.follow(officer.post(looks + "/" + waiting.getFirst().id() + "/yes")).body())
        .contains("Your yes is written down");
  }

  @Test
  void whatWasWrongIsUndoneOnce(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    UUID wrong = books.dues(KeptBooks.today(), 900);
    var treasurer = treasurer(local);
    String at = local.path("treasury/entries/" + wrong + "/reverse");
    assertThat(treasurer.get(at).body()).contains("$9");
    assertThat(treasurer.post(at, "on", KeptBooks.today().toString(), "why", "").body()).contains("why-error");
    var undone = entered(local, treasurer.post(at, "on", KeptBooks.today().toString(), "why", "Typed twice"));
    assertThat(undone.reverses()).contains(wrong);
    assertThat(entered(local, treasurer.post(at, "on", KeptBooks.today().toString(), "why", "Again")).id())
        .isEqualTo(undone.id());
    assertThat(treasurer.get(local.path("treasury/entries/" + wrong)).body()).contains("was undone by another")
        .doesNotContain("/reverse");
  }

  @Test
  void papersAreForWhoeverKeepsOrChecksTheBooks(FoundedLocal local, FoundedLocal other) {
    var books = KeptBooks.since(local, 1);
    UUID entry = books.dues(KeptBooks.today(), 900);
    var treasurer = treasurer(local);
    String at = local.path("treasury/entries/" + entry);
    String once = once(treasurer.get(at));
    for (int twice = 0; twice < 2; twice++) {
      treasurer.upload(at + "/papers", new Upload("files", HOSTILE + ".pdf", PDF), "once", once);
    }
    var shown = treasurer.get(at).body();
    assertThat(shown).doesNotContain("<script>alert");
    var links = Pattern.compile(Pattern.quote(at) + "/papers/[0-9a-f-]{36}").matcher(shown).results().toList();
    assertThat(links).hasSize(1);
    String paper = links.getFirst().group();
    var auditor = local.withPasskey(local.person(Role.AUDITOR)).visitor();
    assertThat(auditor.file(paper)).isEqualTo(PDF);
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(at).body()).contains("Dues in cash", "$9").doesNotContain("/papers");
    assertThat(member.get(paper).status()).isEqualTo(403);
    var refused = treasurer.upload(at + "/papers", new Upload("files", "run.pdf", new byte[]{'M', 'Z', 0, 1}), "once",
        UUID.randomUUID().toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("files-error", "run.pdf");
    KeptBooks.since(other, 1);
    var elsewhere = treasurer(other);
    assertThat(elsewhere.get(other.path("treasury/entries/" + entry)).status()).isEqualTo(404);
    assertThat(elsewhere.get(paper.replace(local.handle(), other.handle())).status()).isEqualTo(404);
    assertThat(elsewhere.get(other.path("treasury/entries?account=" + books.account("1000"))).status()).isEqualTo(404);
  }

  /** The fund has it, at the bank: the box does not. The books may be late, so it can be said all the same. */
  @Test
  void moreThanTheBoxHoldsIsAskedAboutBeforeItIsEntered(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 500);
    books.moves(KeptBooks.today(), "Transfers", "4000", "1100", FundKind.GENERAL, 10_000);
    var treasurer = treasurer(local);
    String general = books.fund(FundKind.GENERAL).toString();
    String cash = books.account("1000").toString();
    String[] out = {"what", "Paint", "amount", "6", "about", books.account("5000").toString(), "place", cash, "fund",
        general};
    var asked = enter(local, treasurer, "out", out);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("allthesame-error", "By the books Cash box has only $5", "value=\"6\"");
    var moved = enter(local, treasurer, "move", "what", "To the bank", "amount", "5.01", "place", cash, "to",
        books.account("1100").toString(), "fund", general, "tofund", general);
    assertThat(moved.body()).contains("allthesame-error");
    out[3] = "200";
    assertThat(enter(local, treasurer, "out", out).body()).as("what the fund lacks is told first")
        .contains("General fund has only $105")
        .doesNotContain("allthesame-error");
    out[3] = "6";
    var sure = new ArrayList<>(List.of(out));
    sure.addAll(List.of("allthesame", "yes"));
    assertThat(entered(local, enter(local, treasurer, "out", sure.toArray(String[]::new))).lines().getFirst().amount())
        .isEqualTo(-600);
    out[7] = books.account("1100").toString();
    entered(local, enter(local, treasurer, "out", out));
  }

  /** Money that goes out is no less spent where it is called income that is given back, or a debt. */
  @Test
  void whatGoesOutUnderAnotherNameIsLimitedAsWell(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 100_000);
    local.write(() -> KeptBooks.part(Books.class).addAccount("2900", "A loan", AccountKind.LIABILITY));
    var all = KeptBooks.again(local, books.since());
    var treasurer = treasurer(local);
    String general = all.fund(FundKind.GENERAL).toString();
    String cash = all.account("1000").toString();
    var repaid = enter(local, treasurer, "out", "what", "The loan", "amount", "250.01", "about",
        all.account("2900").toString(), "place", cash, "fund", general);
    assertThat(repaid.status()).isEqualTo(422);
    assertThat(repaid.body()).contains("amount-error", "does not leave our box");
    String[] back = {"what", "Sales given back", "account-0", all.account("4500").toString(), "fund-0", general,
        "debit-0", "200", "account-1", cash, "fund-1", general, "credit-1", "200"};
    entered(local, enter(local, treasurer, "lines", back));
    assertThat(enter(local, treasurer, "lines", back).body()).contains("debit-0-error",
        "With what else left by one person’s word within a week");
    String[] renamed = {"what", "It was a sale", "account-0", all.account("4000").toString(), "fund-0", general,
        "debit-0", "900", "account-1", all.account("4500").toString(), "fund-1", general, "credit-1", "900"};
    assertThat(entered(local, enter(local, treasurer, "lines", renamed)).lines()).as("nothing leaves").hasSize(2);
  }

  @Test
  void anEntryIsWrittenWithItsPapersAndARefusedFormKeepsThem(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 9_000);
    var treasurer = treasurer(local);
    String at = local.path("treasury/entries/new");
    var blank = treasurer.get(at);
    assertThat(blank.body()).contains("enctype=\"multipart/form-data\"", "type=\"file\"");
    String once = once(blank);
    String[] fields = {"kind", "out", "once", once, "on", KeptBooks.today().toString(), "what", "Paint", "amount", "",
        "about", books.account("5000").toString(), "place", books.account("1000").toString(), "fund",
        books.fund(FundKind.GENERAL).toString()};
    var refused = treasurer.upload(at, new Upload("files", HOSTILE + ".pdf", PDF), fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("amount-error", "value=\"Paint\"", "Kept with this form")
        .doesNotContain("<script>alert");
    fields[9] = "12";
    var program = treasurer.upload(at, new Upload("files", "bill.pdf", "MZ no paper".getBytes(
        java.nio.charset.StandardCharsets.US_ASCII)), fields);
    assertThat(program.status()).as("not entered without a paper that was meant to be there").isEqualTo(422);
    assertThat(program.body()).contains("files-error", "Kept with this form");
    var entry = entered(local, treasurer.post(at, fields));
    assertThat(papers(local, entry)).hasSize(1);
    var again = entered(local, treasurer.upload(at, new Upload("files", "again.pdf", PDF), fields));
    assertThat(again.id()).isEqualTo(entry.id());
    assertThat(papers(local, entry)).as("sent twice").hasSize(1);
    assertThat(local.read(() -> KeptBooks.part(Papers.class).waiting(UUID.fromString(once)))).isEmpty();
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.upload(at, new Upload("files", "x.pdf", PDF), fields).status()).isEqualTo(403);
  }

  private static List<org.groundwork.platform.files.FileStore.Kept> papers(FoundedLocal local, Entry entry) {
    return local.read(() -> KeptBooks.part(Papers.class).of(entry.id()));
  }

  @Test
  void singleEntriesOfStrikePayAndAidAreNotShownToMembers(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.moves(KeptBooks.today(), "Set aside", "4000", "1000", FundKind.HARDSHIP, 50_000);
    UUID aid = KeptBooks.entry(books.moves(KeptBooks.today(), "Aid", "1000", "5900", FundKind.HARDSHIP, 12_345));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("treasury/entries/" + aid)).status()).isEqualTo(404);
    assertThat(member.get(local.path("treasury/entries")).body()).doesNotContain("$123.45")
        .contains("so that nobody can be told apart");
    assertThat(treasurer(local).get(local.path("treasury/entries")).body()).contains("$123.45");
  }

  @Test
  void turnsPagesAndAddsUpAnAccount(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    for (int each = 1; each <= 53; each++) {
      books.dues(books.since().atDay(1 + each % 28), 100);
    }
    var member = local.person(Role.MEMBER).visitor();
    String at = "treasury/entries?first=" + books.since() + "&last=" + books.since() + "&account="
        + books.account("4000");
    var first = member.get(local.path(at));
    assertThat(first.body()).contains("$53");
    assertThat(rows(first)).isEqualTo(50);
    var next = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(first.body());
    assertThat(next.find()).isTrue();
    assertThat(rows(member.get(next.group(1).replace("&amp;", "&")))).isEqualTo(3);
  }

  private static long rows(Page page) {
    return Pattern.compile("role=\"rowheader\"").matcher(page.body()).results().count();
  }
}
