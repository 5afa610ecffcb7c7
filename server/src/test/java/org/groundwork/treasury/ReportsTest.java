// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Pdf;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class ReportsTest {

  @Test
  void everyReportIsAPageAPaperAndATable(FoundedLocal local) {
    var books = KeptBooks.since(local, 14);
    books.dues(KeptBooks.now().minusYears(1).atDay(1), 7_700);
    books.dues(KeptBooks.now().atDay(1), 123_456);
    books.paint(KeptBooks.now().atDay(1), 4_050);
    books.moves(KeptBooks.now().atDay(1), "A bill of the lawyer", "2000", "5500", FundKind.GENERAL, 50_000);
    var member = local.person(Role.MEMBER).visitor();
    String span = "?first=" + KeptBooks.now() + "&last=" + KeptBooks.now();
    for (String which : List.of("income", "balance", "funds", "trial")) {
      var page = member.get(local.path("treasury/reports/" + which + span));
      assertThat(page.status()).as(which).isEqualTo(200);
      assertThat(page.body()).contains("treasury/entries?first=", "/pdf?", "/csv?");
      String pdf = Pdf.text(member.file(local.path("treasury/reports/" + which + "/pdf" + span)));
      assertThat(pdf).contains("Our group");
      String csv = new String(member.file(local.path("treasury/reports/" + which + "/csv" + span)),
          StandardCharsets.UTF_8);
      assertThat(csv).startsWith("Number,Name,").contains("USD\r\n");
    }
    String income = new String(member.file(local.path("treasury/reports/income/csv" + span)), StandardCharsets.UTF_8);
    assertThat(income).contains("4000,Dues,1234.56,77.00,USD", "5000,Printing and paint,40.50,0.00,USD",
        ",What is left of it,694.06,77.00,USD");
    String balance = new String(member.file(local.path("treasury/reports/balance/csv" + span)), StandardCharsets.UTF_8);
    assertThat(balance).contains("1000,Cash box,1271.06,77.00,USD", ",All we have,1271.06,77.00,USD",
        ",All we owe,500.00,0.00,USD", ",Owed and our own,1271.06,77.00,USD");
    assertThat(Pdf.text(member.file(local.path("treasury/reports/income/pdf" + span)))).contains("$1,234.56");
    assertThat(member.get(local.path("treasury/reports")).location()).contains(local.path("treasury/reports/income"));
    assertThat(member.get(local.path("treasury/reports/nothing")).status()).isEqualTo(404);
    assertThat(member.get(local.path("treasury/reports/income?first=2026-99&last=x")).status()).isEqualTo(200);
  }

  @Test
  void aHostileNameIsNoMarkupAndNoFormula(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    local.write(() -> KeptBooks.part(Books.class).addAccount("5950", "=cmd()<script>alert(1)", AccountKind.EXPENSE));
    local.write(() -> KeptBooks.part(Books.class).addFund("-2+3\"<script>alert(2)", false));
    books = KeptBooks.again(local, books.since());
    books.dues(KeptBooks.today(), 1_000);
    books.moves(KeptBooks.today(), "Odd", "1000", "5950", FundKind.GENERAL, 100);
    books.moves(KeptBooks.today(), "Odd", "4000", "1000", FundKind.EARMARKED, 100);
    var member = local.person(Role.MEMBER).visitor();
    for (String page : List.of("treasury", "treasury/reports/income", "treasury/reports/funds", "treasury/accounts",
        "treasury/budget", "treasury/entries")) {
      assertThat(member.get(local.path(page)).body()).as(page).doesNotContain("<script>alert");
    }
    String income = new String(member.file(local.path("treasury/reports/income/csv")), StandardCharsets.UTF_8);
    assertThat(income).contains(",’=cmd()").doesNotContain(",=cmd");
    String funds = new String(member.file(local.path("treasury/reports/funds/csv")), StandardCharsets.UTF_8);
    assertThat(funds).contains("\"’-2+3\"\"");
    assertThat(Pdf.text(member.file(local.path("treasury/reports/funds/pdf")))).contains("General fund");
  }

  @Test
  void theFilesForOtherProgramsAreForWhoeverKeepsOrChecksTheBooks(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(KeptBooks.today(), 1_000);
    var auditor = local.withPasskey(local.person(Role.AUDITOR)).visitor();
    auditor.get(local.path("treasury/journals"));
    assertThat(new String(auditor.posted(local.path("treasury/journals/hledger")), StandardCharsets.UTF_8))
        .contains("Dues in cash", "10.00 USD");
    assertThat(new String(auditor.posted(local.path("treasury/journals/beancount")), StandardCharsets.UTF_8))
        .contains("option \"operating_currency\" \"USD\"");
    assertThat(auditor.post(local.path("treasury/journals/excel")).status()).isEqualTo(404);
    assertThat(local.withPasskey(local.person(Role.ADMINISTRATOR)).visitor().get(local.path("audit")).body())
        .contains("fetched a file of");
  }

  /** A long file is sent as it is read: nobody knows at its begin how long it will be. */
  @Test
  void aLongJournalIsSentInPieces(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    String words = "Dues in cash, counted by two at the door of the meeting, with a long note 🪧 ";
    for (int each = 0; each < 620; each++) {
      books.moves(KeptBooks.today(), words + each, "4000", "1000", FundKind.GENERAL, 100 + each);
    }
    var treasurer = local.withPasskey(local.person(Role.TREASURER)).visitor();
    treasurer.get(local.path("treasury/journals"));
    var answer = treasurer.answered(local.path("treasury/journals/hledger"));
    assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"books.journal\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.contains(words.strip())).count()).isEqualTo(620);
    assertThat(text).contains(words + "0 ", words + "619 ", "7.19 USD").doesNotContain("?");
  }
}
