// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody finds what one person gave, in money or goods, as {@link DiscreetTest} says it of what one person got. */
@ExtendWith(ProductExtension.class)
class DiscreetGiftsTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private static Discreet discreet() { return OpenBooks.part(Discreet.class); }

  /** What members give beside dues is told as what they get: over five of them, whoever gives often being one. */
  @Test
  void tellsWhatMembersGaveOverFiveOfThem(FoundedLocal local) {
    var books = OpenBooks.of(local);
    var marks = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    var told = new ArrayList<List<Long>>();
    for (int at = 0; at < 8; at++) {
      gives(books, JANUARY, marks.get(at % 4), at, "4100");
      told.add(gifts(books));
    }
    UUID back = gives(books, JANUARY, marks.get(4), 8, "4100");
    local.write(() -> OpenBooks.part(Ledger.class).reverse(back, JANUARY.atDay(4), "came back"));
    books.close(JANUARY);
    told.add(gifts(books));
    assertThat(told).as("eight gifts of four, and one that went back")
        .allMatch(each -> each.stream()
            .allMatch(number -> number == 0));
    gives(books, JANUARY.plusMonths(1), marks.get(4), 9, "4100");
    assertThat(gifts(books)).as("the fifth in a month that is open").isEqualTo(told.getFirst());
    books.close(JANUARY.plusMonths(1));
    told.add(gifts(books));
    long all = 255L + (1L << 9);
    assertThat(local.read(() -> discreet().totals(UsedFor.MEMBERS_GIFTS))).extracting(Discreet.Total::amount)
        .containsExactly(-all);
    assertThat(gifts(books)).contains(all);
    assertThat(told.stream().flatMap(List::stream).distinct()).as("nothing else was told on any day")
        .containsExactlyInAnyOrder(0L, all);
    assertThat(local.read(() -> discreet().held(books.fund(FundKind.STRIKE)))).isEqualTo(all);
  }

  /** What is held of a gift, or goes back, would tell it too; what is held of something else is no gift. */
  @Test
  void hidesWhatIsHeldOfAGift(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID one = UUID.randomUUID();
    UUID held = gives(books, JANUARY, one, 3, "2200");
    UUID back = local
        .write(() -> OpenBooks.entry(OpenBooks.part(Ledger.class).reverse(held, JANUARY.atDay(9), "back")));
    UUID unknown = OpenBooks.entry(books.enter(OpenBooks.moving(JANUARY.atDay(3), "Whose?", books.account("2200"),
        books.account("1100"), books.fund(FundKind.GENERAL), 77)));
    books.close(JANUARY);
    assertThat(List.of(held, back)).allMatch(entry -> local.<Boolean>read(() -> discreet().hides(entry)));
    assertThat(local.<Boolean>read(() -> discreet().hides(unknown))).isFalse();
    assertThat(books.told("2200", JANUARY)).isEqualTo(-77);
    var entries = new ArrayList<Entry>();
    local.read(() -> {
      discreet().each(OpenBooks.OPENED, LAST, entries::add);
      return entries;
    });
    assertThat(entries).extracting(Entry::id).containsExactly(unknown);
  }

  /** A laptop that a member gave tells of them as its price would; what a body gave has no mark and stands by itself. */
  @Test
  void tellsGoodsOfMembersOverFiveOfThemAndThoseOfBodiesAtOnce(FoundedLocal local) {
    var books = OpenBooks.of(local);
    UUID bread = goods(books, JANUARY, Optional.empty(), 20);
    var mine = new ArrayList<UUID>();
    for (int at = 0; at < 4; at++) {
      mine.add(goods(books, JANUARY, Optional.of(UUID.randomUUID()), at));
    }
    assertThat(mine).allMatch(entry -> local.<Boolean>read(() -> discreet().hides(entry)));
    assertThat(local.<Boolean>read(() -> discreet().hides(bread))).isFalse();
    books.close(JANUARY);
    assertThat(books.told("4600", JANUARY)).as("four members").isEqualTo(-(1L << 20));
    assertThat(books.told("5600", JANUARY)).as("what it spared us, too").isEqualTo(1L << 20);
    goods(books, JANUARY.plusMonths(1), Optional.of(UUID.randomUUID()), 4);
    assertThat(books.told("4600", JANUARY.plusMonths(1))).as("an open month").isEqualTo(-(1L << 20));
    books.close(JANUARY.plusMonths(1));
    assertThat(books.told("4600", JANUARY.plusMonths(1))).as("five in all").isEqualTo(-(1L << 20) - 31);
    assertThat(local.read(() -> discreet().totals(UsedFor.GIFTS_IN_KIND))).extracting(Discreet.Total::amount)
        .containsExactly(-31L);
  }

  private static UUID goods(OpenBooks books, YearMonth month, Optional<UUID> mark, int power) {
    UUID fund = books.fund(FundKind.GENERAL);
    var given = new Line(books.account("4600"), fund, -(1L << power));
    return OpenBooks.entry(books.enter(new NewEntry(month.atDay(3), "A laptop", Optional.empty(),
        List.of(new Line(books.account("5600"), fund, 1L << power), mark.map(given::marked).orElse(given)))));
  }

  private static UUID gives(OpenBooks books, YearMonth month, UUID mark, int power, String account) {
    UUID fund = books.fund(FundKind.STRIKE);
    return OpenBooks.entry(books.enter(new NewEntry(month.atDay(3), "Secret", Optional.empty(),
        List.of(new Line(books.account("1100"), fund, 1L << power),
            new Line(books.account(account), fund, -(1L << power)).marked(mark)))));
  }

  /** Every number of the books that members read in which a gift could be. */
  private static List<Long> gifts(OpenBooks books) {
    var told = new ArrayList<Long>();
    for (YearMonth month = JANUARY; month.getYear() == 2026; month = month.plusMonths(1)) {
      told.add(-books.told("4100", month));
      told.add(books.told("1100", month));
    }
    books.local().read(() -> {
      discreet().each(OpenBooks.OPENED, LAST,
          entry -> entry.lines().forEach(line -> told.add(Math.abs(line.amount()))));
      return told;
    });
    return told;
  }
}
