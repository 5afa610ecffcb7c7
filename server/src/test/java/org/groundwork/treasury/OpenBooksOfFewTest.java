// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tries to single somebody out of the books as members read them: an entry, the numbers of others, counts. */
@ExtendWith(ProductExtension.class)
class OpenBooksOfFewTest {
  private static final String SUM = "77.77";

  /** Dues that so few people were charged. */
  private static UUID charged(KeptBooks books, YearMonth month, int people) {
    UUID general = books.fund(FundKind.GENERAL);
    var entry = new NewEntry(month.atDay(3), "Dues of those who joined",
        Optional.of(new Source("dues-run", UUID.randomUUID())),
        List.of(new Line(books.account("1400"), general, 7_777), new Line(books.account("4000"), general, -7_777)));
    return KeptBooks.entry(books.enter(entry.over(people)));
  }

  @Test
  void whatFewWereChargedIsNoEntryThatMembersRead(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    UUID few = charged(books, books.since(), 3);
    UUID back = KeptBooks.entry(local.write(
        () -> KeptBooks.part(Ledger.class).reverse(few, books.since().atDay(4), "Charged twice")));
    String list = local.path("treasury/entries?first=" + books.since() + "&last=" + books.since());
    var member = local.person(Role.MEMBER).visitor();
    var auditor = local.withPasskey(local.person(Role.AUDITOR)).visitor();
    assertThat(member.get(list).body()).doesNotContain(SUM, "who joined", "Charged twice");
    for (UUID hidden : List.of(few, back)) {
      assertThat(member.get(local.path("treasury/entries/" + hidden)).status()).isEqualTo(404);
      assertThat(auditor.get(local.path("treasury/entries/" + hidden)).body()).contains(SUM);
    }
    UUID many = charged(books, books.since(), 5);
    assertThat(member.get(local.path("treasury/entries/" + many)).body()).contains(SUM);
  }

  @Test
  void whatOneMemberWasLetOffOrIsHeldOfTheirsIsNoEntryThatMembersRead(FoundedLocal local) {
    var books = KeptBooks.since(local, 0);
    UUID off = KeptBooks
        .entry(books.moves(books.since().atDay(1), "Taken off", "1400", "4000", FundKind.GENERAL, 7_777));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("treasury/entries")).body()).doesNotContain(SUM, "Taken off");
    assertThat(member.get(local.path("treasury/entries/" + off)).status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER, Role.TREASURER).visitor().get(local.path("treasury/entries")).body())
        .contains(SUM);
  }

  /** Goods are told of as money is: who brought a laptop is known by its price. */
  @Test
  void goodsThatAMemberGaveAreNoEntryThatMembersRead(FoundedLocal local) {
    var books = KeptBooks.since(local, 0);
    UUID general = books.fund(FundKind.GENERAL);
    var given = new Line(books.account("4600"), general, -7_777);
    var spared = new Line(books.account("5600"), general, 7_777);
    UUID laptop = KeptBooks.entry(books.enter(new NewEntry(books.since().atDay(2), "Gift in kind", Optional.empty(),
        List.of(spared, given.marked(UUID.randomUUID())))));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("treasury/entries")).body()).doesNotContain(SUM);
    assertThat(member.get(local.path("treasury/entries/" + laptop)).status()).isEqualTo(404);
    var auditor = local.withPasskey(local.person(Role.AUDITOR)).visitor();
    assertThat(auditor.get(local.path("treasury/entries/" + laptop)).body()).contains(SUM);
    UUID bread = KeptBooks.entry(books.enter(new NewEntry(books.since().atDay(2), "Gift in kind", Optional.empty(),
        List.of(spared, given))));
    assertThat(member.get(local.path("treasury/entries/" + bread)).body()).as("of a bakery").contains(SUM);
  }

  @Test
  void noNumberAndNoCountTellsHowManyAreHidden(FoundedLocal local) {
    YearMonth quarter = first(KeptBooks.now()).minusMonths(3);
    var books = KeptBooks.since(local, (int) quarter.until(KeptBooks.now(), java.time.temporal.ChronoUnit.MONTHS));
    UUID before = books.dues(quarter.atDay(2), 1_000);
    charged(books, quarter, 2);
    UUID after = books.dues(quarter.atDay(5), 1_000);
    books.closeUntil(quarter.plusMonths(2));
    var member = local.person(Role.MEMBER).visitor();
    var auditor = local.withPasskey(local.person(Role.AUDITOR)).visitor();
    String page = local.path("treasury/quarters/" + quarter);
    assertThat(auditor.get(page).body()).contains("3 entries");
    assertThat(member.get(page).body()).doesNotContain("3 entries", "2 entries");
    assertThat(auditor.post(page + "/sign", "looked", "places", "looked", "sample", "looked", "sums").status())
        .isEqualTo(303);
    assertThat(auditor.get(page).body()).contains("signed on").contains("for 3 entries");
    assertThat(member.get(page).body()).contains("signed on").doesNotContain("for 3 entries");
    for (UUID entry : List.of(before, after)) {
      String at = local.path("treasury/entries/" + entry);
      assertThat(auditor.get(at).body()).containsPattern("Number [0-9]");
      assertThat(member.get(at).body()).doesNotContainPattern("Number [0-9]");
    }
  }

  private static YearMonth first(YearMonth month) { return month.minusMonths((month.getMonthValue() - 1) % 3); }
}
