// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages about the bank, as a treasurer, an auditor and others use them. */
@ExtendWith(ProductExtension.class)
class BankPagesTest {
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  private static String once(Visitor visitor, String path) {
    var found = ONCE.matcher(visitor.get(path).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void saysThatTheBooksAreToBeBegunFirst(FoundedLocal local) {
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("bank")).body()).contains("There are no books yet",
        local.path("treasury/open"));
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    assertThat(auditor.get(local.path("bank")).body()).contains("The treasurer begins the books")
        .doesNotContain(local.path("treasury/open"));
    assertThat(treasurer.get(local.path("bank/accounts/new")).status()).isEqualTo(404);
  }

  @Test
  void addsAnAccountAndRefusesWhatCannotBe(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/accounts/new");
    assertThat(treasurer.get(path).body()).contains("A new account in the books", "Account at a bank");
    Page again = treasurer.post(path, "name", HOSTILE.repeat(4), "kind", "purse", "number", "DE03120300000000202051",
        "keeps", "", "ledger", "");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).doesNotContain(HOSTILE)
        .contains("DE03120300000000202051", "its check digits do not fit", "Choose one");
    assertThat(treasurer.post(path, "name", "main ACCOUNT", "kind", "bank").body())
        .contains("Another account has this name");
    Page host = treasurer.post(path, "name", HOSTILE, "kind", "host", "keeps", "7,5");
    assertThat(host.status()).isEqualTo(303);
    String page = treasurer.follow(host).body();
    assertThat(page).doesNotContain(HOSTILE).contains("&lt;script&gt;", "7.5 %", "Fiscal host");
    assertThat(treasurer.get(local.path("bank")).body()).contains("No statement yet").doesNotContain(HOSTILE);
    assertThat(treasurer.post(path, "name", "Third", "kind", "host", "keeps", "800").body())
        .contains("Write a number from 0 to 100");
  }

  @Test
  void refusesAChangeThatSomebodyElseMadeBefore(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/accounts/" + bank.account() + "/change");
    assertThat(treasurer.post(path, "version", "1", "name", "First").status()).isEqualTo(303);
    Page late = treasurer.post(path, "version", "1", "name", "Second");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("it is called “First” now", "Second");
    assertThat(treasurer.post(path, "version", "2", "name", "Second").status()).isEqualTo(303);
    assertThat(treasurer.follow(treasurer.post(local.path("bank/accounts/" + bank.account() + "/close"), "closed",
        "yes")).body()).doesNotContain("Bring in a statement");
  }

  /** The import's page, once its job is done. */
  private static String brought(Visitor visitor, Page sent) {
    assertThat(sent.status()).isEqualTo(303);
    String job = sent.location().orElseThrow();
    if (!job.contains("/jobs/")) {
      return job; // it was done before its page could be shown
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> !visitor.get(job).body().contains("hx-trigger"));
    var back = Pattern.compile("href=\"(/l/[^\"]+/bank/[^\"]+)\"").matcher(visitor.get(job).body());
    assertThat(back.find()).isTrue();
    return back.group(1);
  }

  @Test
  void bringsInAStatementByWebAndTakesItOnce(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/accounts/" + bank.account() + "/bring");
    String mapping = bank.mapping();
    String once = once(treasurer, path);
    assertThat(treasurer.upload(path, new Upload("files", "", new byte[0]), "once", once, "reading", "told").body())
        .contains("Choose a file");
    assertThat(
        treasurer.upload(path, new Upload("files", "a.csv", new byte[0]), "once", once, "reading", "told").body())
        .contains("The file is empty");
    assertThat(treasurer.upload(path, new Upload("files", "a.csv", new byte[]{1}), "once", once, "reading",
        UUID.randomUUID().toString()).status()).isEqualTo(422);
    var file = new Upload("files", HOSTILE + ".csv",
        OpenBank.table("2026-01-05,20.00," + HOSTILE + ",," + HOSTILE, "2026-01-06,-3.00,B,,c"));
    Page sent = treasurer.upload(path, file, "once", once, "reading", mapping);
    String preview = brought(treasurer, sent);
    assertThat(treasurer.upload(path, file, "once", once, "reading", mapping).location().orElseThrow())
        .isIn(preview, sent.location().orElseThrow());
    assertThat(treasurer.get(preview).body()).contains("2 new lines", "January 5, 2026", "Take these 2 lines")
        .doesNotContain(HOSTILE);
    Page taken = treasurer.post(preview + "/take");
    assertThat(brought(treasurer, taken)).endsWith("/lines");
    assertThat(treasurer.post(preview + "/take").location()).hasValue(preview);
    String lines = treasurer.get(local.path("bank/accounts/" + bank.account() + "/lines")).body();
    assertThat(lines).contains("€20", "We do not know what this is").doesNotContain(HOSTILE);
    assertThat(bank.open()).hasSize(2);
    assertThat(treasurer.get(local.path("")).body()).contains("2 lines of the bank wait");
  }

  @Test
  void showsTheDefectsOfAFile(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/accounts/" + bank.account() + "/bring");
    String page = brought(treasurer, treasurer.upload(path,
        new Upload("files", "a.csv", OpenBank.table("2026-01-05," + HOSTILE + ",A,,b")), "once", once(treasurer, path),
        "reading", bank.mapping()));
    assertThat(treasurer.get(page).body()).contains("This file cannot be read", "Line 2, column ")
        .doesNotContain(HOSTILE);
  }

  @Test
  void confirmsTheSureOnesTogether(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana,,dues of Ana", "2026-01-06,20.00,Bo,,dues of Bo", "2026-01-07,1.00,Cy,,what");
    local.write(() -> OpenBank.part(Rules.class)
        .add("dues of", true, bank.inBooks("4500"), bank.fund(org.groundwork.ledger.FundKind.GENERAL)));
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/accounts/" + bank.account());
    Page page = treasurer.get(path + "/lines");
    assertThat(page.body()).contains("Yes to the 2 sure ones", "Your rule: lines that say “dues of” belong to");
    var seen = SEEN.matcher(page.body());
    assertThat(seen.find()).isTrue();
    String first = seen.group(1);
    assertThat(seen.find()).isTrue();
    String second = seen.group(1);
    Page answer = treasurer.post(path + "/sure", "seen", first, "seen", second);
    assertThat(answer.location()).hasValue(path + "/lines?done=2&missed=0");
    assertThat(treasurer.follow(answer).body()).contains("2 lines are in the books");
    assertThat(treasurer.post(path + "/sure", "seen", first, "seen", second, "seen", "nonsense").location())
        .hasValue(path + "/lines?done=0&missed=2");
    assertThat(bank.entries()).isEqualTo(2);
    assertThat(treasurer.get(path + "/all").body()).contains("In the books: Sales");
  }

  @Test
  void entersALineByHandInPartsAndKeepsWhatWasTyped(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,97.50,A service,,payout 17");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/lines/" + bank.open().getFirst().id());
    assertThat(treasurer.get(path).body()).contains("payout 17", "value=\"97.50\"", "Hold it");
    assertThat(treasurer.get(path + "?parts=3").body()).contains("id=\"account3\"");
    String general = bank.fund(org.groundwork.ledger.FundKind.GENERAL).toString();
    String[] wrong = {"account1", bank.inBooks("4500").toString(), "fund1", general, "amount1", "100", "account2",
        bank.inBooks("5700").toString(), "fund2", general, "amount2", "-3.00", "text", HOSTILE, "says", ""};
    Page again = treasurer.post(path + "/enter", wrong);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("The parts come to €97, and the line is €97.50", "value=\"-3.00\"",
        "&lt;script>").doesNotContain(HOSTILE);
    String[] huge = wrong.clone();
    huge[5] = "200000000097.50"; // more than a line of the books can say
    huge[11] = "-200000000000";
    assertThat(treasurer.post(path + "/enter", huge).body()).contains("amount1-error", "amount2-error");
    assertThat(treasurer.speaking("es").get(path).body()).contains("value=\"97,50\"");
    treasurer.speaking("en");
    wrong[11] = "-2,50";
    wrong[13] = "payout";
    assertThat(treasurer.post(path + "/enter", wrong).status()).isEqualTo(303);
    assertThat(treasurer.post(path + "/enter", wrong).location()).hasValueSatisfying(at -> assertThat(at)
        .endsWith("done=before"));
    assertThat(bank.balance(bank.inBooks("5700"))).isEqualTo(250);
    assertThat(treasurer.get(path).body()).contains("Said by hand", "Take it back").doesNotContain(HOSTILE);
    treasurer.post(path + "/undo");
    assertThat(treasurer.get(path).body()).contains("taken back", "Enter it");
  }

  @Test
  void keepsARuleWithWhatIsEnteredInOnePart(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,10.00,A,," + HOSTILE, "2026-01-09,10.00,B,," + HOSTILE);
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/lines/" + bank.open().getFirst().id());
    String general = bank.fund(org.groundwork.ledger.FundKind.GENERAL).toString();
    treasurer.post(path + "/enter", "account1", bank.inBooks("4500").toString(), "fund1", general, "amount1", "10",
        "text", "T-shirts", "says", HOSTILE);
    assertThat(treasurer.get(local.path("bank/rules")).body()).contains("&lt;script&gt;", "Came in")
        .doesNotContain(HOSTILE);
    assertThat(treasurer.get(local.path("bank/accounts/" + bank.account() + "/lines")).body())
        .contains("Yes to the sure one")
        .doesNotContain(HOSTILE);
  }

  @Test
  void holdsALineWithAReasonThatTwoOfficersSee(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,10.00,A,,b");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/lines/" + bank.open().getFirst().id());
    assertThat(treasurer.post(path + "/hold", "why", "x").location())
        .hasValueSatisfying(at -> assertThat(at).endsWith("/gift?ask=on"));
    String general = bank.fund(org.groundwork.ledger.FundKind.GENERAL).toString();
    assertThat(treasurer.post(path + "/gift", "kind", "crowd-funding", "fund", general, "ask", "on", "note", " ")
        .status()).isEqualTo(422);
    assertThat(bank.balance(bank.inBooks("2200"))).isZero();
    assertThat(treasurer.follow(
        treasurer.post(path + "/gift", "kind", "crowd-funding", "fund", general, "ask", "on", "note", HOSTILE)).body())
        .contains("Two officers look at it")
        .doesNotContain(HOSTILE);
    assertThat(bank.balance(bank.inBooks("2200"))).isEqualTo(-1_000);
    var officer = local.withPasskey(local.person(Role.MEMBER, Role.ORGANISER)).visitor();
    assertThat(officer.get(local.path("gifts/held")).body()).contains("&lt;script&gt;").doesNotContain(HOSTILE);
  }

  @Test
  void keepsAWayOfReadingATable(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/accounts/" + bank.account());
    Page again = treasurer.post(path + "/table", "name", HOSTILE, "date", "", "dateFormat", "x", "amount", "", "in",
        "In");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("Name one column for the amount", "value=\"In\"").doesNotContain(HOSTILE);
    Page kept = treasurer.post(path + "/table", "name", "Town bank", "date", "Tag", "dateFormat", "dd.MM.uuuu",
        "amount",
        "", "in", "Haben", "out", "Soll", "decimal", "comma", "party", "Wer", "text", "Was");
    assertThat(kept.status()).isEqualTo(303);
    assertThat(treasurer.follow(kept).body()).contains("As a table of Town bank");
    String way = kept.location().orElseThrow().replaceAll(".*=", "");
    var file = bank.look(bank.account(), way,
        "Tag;Haben;Soll;Wer;Was\n05.01.2026;1.020,50;;Ana;Beitrag\n06.01.2026;;3,00;Bank;Gebühr\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(file.state()).isEqualTo(StatementImport.State.READY);
    assertThat(file.found().cameIn().minor()).isEqualTo(102_050);
    assertThat(file.found().wentOut().minor()).isEqualTo(-300);
  }

  @Test
  void showsAnAuditorEverythingAndLetsThemChangeNothing(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    bank.bring("2026-01-05,10.00,Ana Diaz,,b");
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    String path = local.path("bank/accounts/" + bank.account());
    assertThat(auditor.get(path).body()).contains("…2051").doesNotContain("DE02120300000000202051", "Bring in");
    assertThat(auditor.get(path + "/lines").body()).contains("Ana Diaz").doesNotContain(">Yes");
    assertThat(auditor.get(path + "/check").status()).isEqualTo(200);
    String line = local.path("bank/lines/" + bank.open().getFirst().id());
    assertThat(auditor.get(line).body()).contains("Nobody said yet what this is for").doesNotContain("Hold it");
    assertThat(auditor.post(line + "/hold", "why", "x").status()).isEqualTo(403);
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(path).status()).isEqualTo(403);
  }

  @Test
  void knowsNothingOfAnotherLocal(Product product, FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,10.00,Ana,,b");
    UUID line = bank.open().getFirst().id();
    var other = OpenBank.of(product.found(), "EUR");
    var theirs = other.treasurer().visitor();
    for (String path : new String[]{"bank/accounts/" + bank.account(), "bank/accounts/" + bank.account() + "/lines",
        "bank/accounts/" + bank.account() + "/check", "bank/accounts/" + bank.account() + "/bring",
        "bank/lines/" + line, "bank/files/" + UUID.randomUUID()}) {
      assertThat(theirs.get(other.local().path(path)).status()).as(path).isEqualTo(404);
    }
    assertThat(theirs.post(other.local().path("bank/lines/" + line + "/hold"), "why", "x").status()).isEqualTo(404);
    assertThat(theirs.post(other.local().path("bank/accounts/" + other.account() + "/sure"), "seen", line + " x")
        .location()).hasValueSatisfying(at -> assertThat(at).contains("done=0"));
    assertThat(bank.open()).hasSize(1);
  }

  /** An amount among the arguments of a sentence is written as an amount. */
  @Test
  void saysWhatAMemberOwesWhoseNameIsClose(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.member("Joana Berg");
    bank.bring("2026-01-05,20.00,JOANA BERG,,dues");
    var treasurer = bank.treasurer().visitor();
    String lines = local.path("bank/accounts/" + bank.account() + "/lines");
    assertThat(treasurer.get(lines).body()).contains("The name is close. This member owes €0.")
        .doesNotContain("currency=");
    assertThat(treasurer.speaking("es").get(local.path("bank/lines/" + bank.open().getFirst().id())).body())
        .doesNotContain("currency=");
  }

  /** A file of another account has nothing to be taken, and the page does not say that its lines are there. */
  @Test
  void saysThatAFileIsOfAnotherAccount(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02500105170137075030");
    var treasurer = bank.treasurer().visitor();
    var other = bank.look(bank.account(), Reading.TOLD,
        ReconcilingTest.statement(1, "260131", "0,00", "260131", "20,00", ":61:260131C20,00NTRFANA"));
    String page = treasurer.get(local.path("bank/files/" + other.id())).body();
    assertThat(page).contains("It is a file of another account.", "Do not take it", "On January 31, 2026")
        .doesNotContain("/take\"");
    UUID ours = bank.another("Second account", "DE02120300000000202051");
    var fits = bank.look(ours, Reading.TOLD,
        ReconcilingTest.statement(1, "260101", "0,00", "260131", "20,00", ":61:260105C20,00NTRFANA"));
    assertThat(treasurer.get(local.path("bank/files/" + fits.id())).body()).contains("/take\"");
  }
}
