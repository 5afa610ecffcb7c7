// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class MonthsAndQuartersTest {

  private static Visitor strong(FoundedLocal local, Role... roles) {
    return local.withPasskey(local.person(roles)).visitor();
  }

  @Test
  void monthsAreClosedOneAfterTheOther(FoundedLocal local) {
    var books = KeptBooks.since(local, 2);
    books.dues(books.since().atDay(3), 5_000);
    UUID paint = books.paint(books.since().atDay(4), 1_000);
    var treasurer = strong(local, Role.TREASURER);
    assertThat(treasurer.get(local.path("")).body()).contains("Close the month that ended on");
    var page = treasurer.get(local.path("treasury/months"));
    assertThat(page.body()).contains("$50 came in, $10 was spent", "One expense has no paper",
        "treasury/entries/" + paint, "value=\"" + books.since() + "\"");
    var later = treasurer.follow(treasurer.post(local.path("treasury/months/close"), "month",
        books.since().plusMonths(1).toString()));
    assertThat(later.body()).contains("An earlier month is still open");
    assertThat(treasurer.follow(treasurer.post(local.path("treasury/months/close"), "month",
        KeptBooks.now().toString())).body()).doesNotContain("The month is closed");
    for (int twice = 0; twice < 2; twice++) {
      var closed = treasurer.follow(treasurer.post(local.path("treasury/months/close"), "month",
          books.since().toString()));
      assertThat(closed.body()).contains("The month is closed", "value=\"" + books.since().plusMonths(1) + "\"");
    }
    assertThat(local.read(() -> KeptBooks.part(Months.class).toClose())).containsExactly(books.since().plusMonths(1));
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("treasury")).body())
        .contains("nothing in them changes");
    assertThat(treasurer.post(local.path("treasury/months/close"), "month", "soon").status()).isEqualTo(404);
  }

  @Test
  void anAuditorSignsAClosedQuarterAndEverybodySeesIt(FoundedLocal local) {
    var books = KeptBooks.since(local, 6);
    Span quarter = Span.quarter(KeptBooks.now().minusMonths(3), Month.JANUARY);
    books.dues(quarter.first().atDay(3), 5_000);
    var auditor = strong(local, Role.AUDITOR);
    String at = local.path("treasury/quarters/" + quarter.first());
    assertThat(auditor.get(at).body()).contains("is not closed yet").doesNotContain("/sign\"");
    assertThat(auditor.post(at + "/sign", "looked", "places", "looked", "sample", "looked", "sums").status())
        .isEqualTo(422);
    books.closeUntil(quarter.last());
    assertThat(auditor.get(local.path("")).body()).contains("Check the books from");
    assertThat(auditor.get(at).body()).contains("Dues in cash", "No paper", "/sign\"");
    var unseen = auditor.post(at + "/sign", "looked", "places", "remark", "<script>alert(1)</script>");
    assertThat(unseen.status()).isEqualTo(422);
    assertThat(unseen.body()).contains("looked-sample-error", "&lt;script&gt;").doesNotContain("<script>alert");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(auditor.post(at + "/sign", "looked", "places", "looked", "sample", "looked", "sums", "remark",
          "<script>alert(1)</script>").status()).isEqualTo(303);
    }
    var file = auditor.posted(at + "/file");
    String digest = local.read(() -> KeptBooks.part(Signings.class).all()).getFirst().digest();
    assertThat(local.read(() -> {
      var written = new StringBuilder();
      KeptBooks.part(QuarterFile.class).write(quarter, written);
      return written.toString();
    })).isEqualTo(new String(file, StandardCharsets.UTF_8));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(at).body().replace("<wbr>", "")).contains(digest, "&lt;script&gt;alert")
        .doesNotContain("<script>alert", "/file\"");
    assertThat(member.get(local.path("treasury")).body()).contains("An auditor checked");
    assertThat(member.get(local.path("treasury/quarters")).body()).contains("Signed");
    assertThat(member.post(at + "/sign", "looked", "places").status()).isEqualTo(403);
  }

  @Test
  void aQuarterThatIsNotOverOrNoneIsNotThere(FoundedLocal local) {
    KeptBooks.since(local, 6);
    var auditor = strong(local, Role.AUDITOR);
    YearMonth now = Span.quarter(KeptBooks.now(), Month.JANUARY).first();
    for (String quarter : new String[]{now.toString(), now.minusMonths(2).toString(), "1999-01", "x"}) {
      assertThat(auditor.get(local.path("treasury/quarters/" + quarter)).status()).as(quarter).isEqualTo(404);
    }
  }

  @Test
  void whoeverKeptTheMoneyIsToldThatSomebodyElseChecks(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    var both = local.person(Role.TREASURER, Role.AUDITOR);
    var quarter = Span.quarter(KeptBooks.now(), Month.JANUARY);
    org.groundwork.support.Product.shared().clock().advance(java.time.Duration.ofDays(100));
    books.closeUntil(quarter.last());
    var visitor = local.withPasskey(both).visitor();
    String at = local.path("treasury/quarters/" + quarter.first());
    assertThat(visitor.get(at).body()).contains("You were treasurer in this quarter").doesNotContain("/sign\"");
    assertThat(visitor.post(at + "/sign", "looked", "places", "looked", "sample", "looked", "sums").status())
        .isEqualTo(422);
  }

  /** The page of a quarter and that of a month cost the same whatever is in them: they count, and show a few. */
  @Test
  void aLongMonthAndALongQuarterAreShownInPart(FoundedLocal local) {
    var books = KeptBooks.since(local, 6);
    Span quarter = Span.quarter(KeptBooks.now().minusMonths(3), Month.JANUARY);
    books.closeUntil(quarter.first().minusMonths(1));
    for (int each = 0; each < 45; each++) {
      books.dues(quarter.first().atDay(1 + each % 28), 1_000);
    }
    for (int each = 0; each < 23; each++) {
      books.paint(quarter.first().atDay(1 + each), 100);
    }
    books.moves(quarter.first().atDay(28), "Rent", "1000", "5100", FundKind.GENERAL, 5);
    var treasurer = strong(local, Role.TREASURER);
    var month = treasurer.get(local.path("treasury/months"));
    assertThat(month.body()).contains("24 expenses have no paper", "4 more expenses without a paper", "69 entries")
        .doesNotContain("Rent");
    for (YearMonth each : quarter.months()) {
      treasurer.post(local.path("treasury/months/close"), "month", each.toString());
    }
    var auditor = strong(local, Role.AUDITOR);
    var page = auditor.get(local.path("treasury/quarters/" + quarter.first()));
    assertThat(page.body()).contains("69 entries").doesNotContain("once the file was fetched");
    assertThat(Pattern.compile("No paper</span>").matcher(page.body()).results().count()).isEqualTo(8);
    var print = local.read(() -> KeptBooks.part(QuarterPrints.class).kept(quarter)).orElseThrow();
    assertThat(print.entries()).isEqualTo(69);
    assertThat(page.body().replace("<wbr>", "")).contains(print.fingerprint());
    assertThat(local.read(() -> KeptBooks.part(QuarterFile.class).print(quarter))).isEqualTo(print);
  }
}
