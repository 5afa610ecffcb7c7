// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept since months were closed tells the same as all entries reckoned anew, and costs the same however many there are. */
@ExtendWith(ProductExtension.class)
class QuietTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final List<String> KEPT = List.of("quiet_sum_line", "quiet_sum", "quiet_waiting", "quiet_total");

  /** Everything that members read, in one order. */
  private static List<Object> told(OpenBooks books) {
    var discreet = OpenBooks.part(Discreet.class);
    var entries = new ArrayList<DiscreetAnew.Told>();
    discreet.each(OpenBooks.OPENED, LAST, entry -> entries.add(DiscreetAnew.Told.of(entry)));
    return everything(books, discreet::totals, discreet::between, discreet::held, entries);
  }

  private static List<Object> toldAnew(OpenBooks books) {
    var anew = new DiscreetAnew();
    var entries = new ArrayList<DiscreetAnew.Told>();
    anew.each(OpenBooks.OPENED, LAST, entries::add);
    return everything(books, anew::totals, anew::between, anew::held, entries);
  }

  private interface Totals {
    List<Discreet.Total> of(UsedFor use);
  }

  private interface Between {
    List<Balance> of(YearMonth first, YearMonth last);
  }

  private interface Held {
    long of(UUID fund);
  }

  private static List<Object> everything(OpenBooks books, Totals totals, Between between, Held held,
      List<DiscreetAnew.Told> entries) {
    var all = new ArrayList<>();
    Stream.of(UsedFor.HARDSHIP_AID, UsedFor.STRIKE_PAY, UsedFor.MEMBERS_GIFTS, UsedFor.GIFTS_IN_KIND)
        .map(totals::of)
        .forEach(all::add);
    all.add(between.of(YearMonth.of(1, 1), YearMonth.from(LAST)));
    for (int month = 0; month < 12; month++) {
      all.add(between.of(JANUARY.plusMonths(month), JANUARY.plusMonths(month)));
      all.add(between.of(JANUARY, JANUARY.plusMonths(month)));
      all.add(between.of(JANUARY.plusMonths(month), JANUARY.plusMonths(month + 3)));
    }
    books.funds().forEach(fund -> all.add(held.of(fund.id())));
    all.add(inOneOrder(entries));
    // of sums of one day any can be the first
    return all.stream().map(each -> each instanceof List<?> list ? inOneOrder(list) : each).toList();
  }

  private static List<String> inOneOrder(Collection<?> things) {
    return things.stream().map(Objects::toString).sorted().toList();
  }

  private static void same(OpenBooks books, String when) {
    assertThat(books.local().read(() -> told(books))).as(when).isEqualTo(books.local().read(() -> toldAnew(books)));
  }

  /** Something that could tell what one person got, or owes; or now and then something that does not. */
  private static final class Chance {
    private final Random random;
    private final OpenBooks books;
    private final int kinds;
    private final UUID owed;
    private final List<UUID> marks = Stream.generate(UUID::randomUUID).limit(7).toList();
    private final List<UUID> hidden = new ArrayList<>();

    Chance(OpenBooks books, long seed, boolean goods) {
      this.books = books;
      this.kinds = goods ? 14 : 12;
      random = new Random(seed);
      owed = books.local().read(() -> OpenBooks.part(Books.class).account(UsedFor.DUES_OWED)).id();
    }

    void next(YearMonth month) {
      switch (random.nextInt(kinds)) {
        case 0 -> hidden.add(OpenBooks.entry(books.enter(
            OpenBooks.moving(month.atDay(1), "Charged", books.account("4000"), owed, books.fund(FundKind.GENERAL),
                sum()).over(1 + random.nextInt(4)))));
        case 1 -> undo(month);
        case 2 -> OpenBooks.entry(books.goesOut(month.atDay(9), FundKind.HARDSHIP, sum()));
        case 3 ->
          hidden.add(OpenBooks.entry(books.enter(entry(month, "5800", FundKind.STRIKE, 1 + random.nextInt(6)))));
        case 4 -> hidden.add(OpenBooks.entry(books.enter(both(month))));
        case 5, 6 -> hidden.add(OpenBooks.entry(books.enter(gift(month, "4100"))));
        case 7 -> hidden.add(OpenBooks.entry(books.enter(gift(month, "2200"))));
        case 8 -> hidden.add(OpenBooks.entry(books.enter(partHeld(month))));
        case 12, 13 -> hidden.add(OpenBooks.entry(books.enter(gift(month, "4600"))));
        default -> hidden.add(OpenBooks.entry(books.enter(entry(month, "5900", FundKind.HARDSHIP, 1))));
      }
    }

    private void undo(YearMonth month) {
      if (!hidden.isEmpty()) {
        UUID wrong = hidden.remove(random.nextInt(hidden.size()));
        OpenBooks.entry(books.local()
            .write(() -> OpenBooks.part(Ledger.class).reverse(wrong, month.atEndOfMonth(), "came back")));
      }
    }

    private NewEntry entry(YearMonth month, String account, FundKind fund, int people) {
      var lines = new ArrayList<Line>();
      for (int at = 0; at < people; at++) {
        lines.add(got(new Line(books.account(account), books.fund(fund), sum())));
      }
      String from = random.nextInt(3) == 0 ? "1100" : "1000";
      lines.add(new Line(books.account(from), books.fund(fund), -lines.stream().mapToLong(Line::amount).sum()));
      return new NewEntry(month.atDay(3), "Got", Optional.empty(), lines);
    }

    private NewEntry both(YearMonth month) {
      UUID fund = books.fund(FundKind.HARDSHIP);
      long one = sum();
      long other = sum();
      return new NewEntry(month.atDay(5), "Both", Optional.empty(),
          List.of(got(new Line(books.account("5900"), fund, one)), got(new Line(books.account("5800"), fund, other)),
              new Line(books.account("1000"), fund, -one - other)));
    }

    private NewEntry gift(YearMonth month, String account) {
      UUID fund = books.fund(FundKind.STRIKE);
      long one = sum();
      return new NewEntry(month.atDay(6), "Gave", Optional.empty(),
          List.of(new Line(books.account(random.nextInt(3) == 0 ? "1100" : "1000"), fund, one),
              got(new Line(books.account(account), fund, -one))));
    }

    private NewEntry partHeld(YearMonth month) {
      UUID fund = books.fund(FundKind.STRIKE);
      long one = sum();
      long other = sum();
      UUID giver = marks.get(random.nextInt(marks.size()));
      return new NewEntry(month.atDay(6), "Gave more", Optional.empty(),
          List.of(new Line(books.account("1000"), fund, one + other),
              new Line(books.account("4100"), fund, -one).marked(giver),
              new Line(books.account("2200"), fund, -other).marked(giver)));
    }

    private Line got(Line line) {
      return random.nextInt(4) == 0 ? line : line.marked(marks.get(random.nextInt(marks.size())));
    }

    private long sum() { return 1L + random.nextInt(1_000); }
  }

  private static OpenBooks funded(FoundedLocal local) {
    var books = OpenBooks.of(local);
    for (FundKind fund : List.of(FundKind.HARDSHIP, FundKind.STRIKE)) {
      for (String from : List.of("1000", "1100")) {
        OpenBooks.entry(books.enter(OpenBooks.moving(LocalDate.of(2026, 1, 1), "dues", books.account("4000"),
            books.account(from), books.fund(fund), 10_000_000)));
      }
    }
    return books;
  }

  @Test
  void tellsTheSameAsAllEntriesReckonedAnew(FoundedLocal one, FoundedLocal other) {
    for (var played : Map.of(one, 11L, other, 20261128L).entrySet()) {
      var books = funded(played.getKey());
      plays(books, new Chance(books, played.getValue(), false));
      filledAgain(books);
    }
  }

  /** Goods of members had no marks when the months were filled that were closed before. */
  @Test
  void tellsTheSameWhereMembersGaveGoods(FoundedLocal local) {
    var books = funded(local);
    plays(books, new Chance(books, 7, true));
  }

  private static void plays(OpenBooks books, Chance chance) {
    for (int month = 0; month < 10; month++) {
      YearMonth now = JANUARY.plusMonths(month);
      for (int at = 0; at < 9 && month != 4; at++) { // in May nothing happens, and it is closed late
        chance.next(now);
      }
      if (month % 3 == 2) {
        chance.next(now.plusMonths(1)); // before the month is closed that comes first
      }
      same(books, "month " + now + " is open");
      if (month != 4 && month != 9) {
        books.close(now);
        same(books, "month " + now + " is closed");
      }
    }
    YearMonth may = JANUARY.plusMonths(4);
    for (int at = 0; at < 12; at++) {
      chance.next(may);
    }
    same(books, "late entries");
    books.close(may);
    same(books, "closed late");
    assertThat(books.local().read(() -> new Quiet(OpenBooks.part(JdbcClient.class)).sums()))
        .as("something is told")
        .hasSizeGreaterThan(5);
  }

  /** Books whose months were closed before this was kept come to the same. */
  private static void filledAgain(OpenBooks books) {
    var local = books.local();
    List<List<String>> before = local.read(() -> kept(local));
    List<String> fills = Stream.of("V20261128_642__quiet_sums.sql", "V20261128_683__quiet_gifts.sql")
        .map(name -> migration(name).replaceAll("(?s).*(do \\$fill\\$.*end \\$fill\\$);.*", "$1"))
        .toList();
    List<List<String>> after = local.write(() -> {
      KEPT.forEach(table -> OpenBooks.part(JdbcClient.class)
          .sql("delete from ledger." + table + " where local_id = ?")
          .param(local.id().value())
          .update());
      fills.forEach(fill -> OpenBooks.part(JdbcClient.class).sql(fill).update());
      return kept(local);
    });
    assertThat(after).isEqualTo(before);
    same(books, "filled again");
  }

  private static String migration(String name) {
    String at = "/db/migration/ledger/" + name;
    try (var in = Objects.requireNonNull(QuietTest.class.getResourceAsStream(at))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All that is kept, but for the names of sums. */
  private static List<List<String>> kept(FoundedLocal local) {
    return List.of(
        rows(local,
            """
            select s.quiet_id || ' ' || s.first_month || ' ' || s.last_month || ' ' || l.account_id || ' ' || l.fund_id
              || ' ' || l.amount from ledger.quiet_sum s
            join ledger.quiet_sum_line l on l.local_id = s.local_id and l.sum_id = s.id where s.local_id = ? order by 1"""),
        rows(local, "select w::text from ledger.quiet_waiting w where w.local_id = ? order by 1"),
        rows(local, "select t::text from ledger.quiet_total t where t.local_id = ? order by 1"));
  }

  private static List<String> rows(FoundedLocal local, String sql) {
    return OpenBooks.part(JdbcClient.class)
        .sql(sql)
        .param(local.id().value())
        .query((rs, i) -> rs.getString(1))
        .list();
  }

  /** Sixteen thousand lines in months that are closed: what members read is there at once. */
  @Test
  void costsTheSameHoweverManyEntriesThereAre(FoundedLocal local) {
    var books = funded(local);
    local.write(() -> {
      many(books);
      return true;
    });
    books.close(JANUARY);
    books.close(JANUARY.plusMonths(1));
    assertThat(local.read(() -> OpenBooks.part(Discreet.class).until(YearMonth.from(LAST))))
        .isEqualTo(local.read(() -> new DiscreetAnew().until(YearMonth.from(LAST))));
    long anew = fastest(local, () -> new DiscreetAnew().until(YearMonth.from(LAST)));
    long kept = fastest(local, () -> OpenBooks.part(Discreet.class).until(YearMonth.from(LAST)));
    assertThat(kept * 5).as("%d µs, and %d µs from all entries", kept / 1_000, anew / 1_000).isLessThan(anew);
  }

  private static long fastest(FoundedLocal local, Supplier<List<Balance>> work) {
    long fastest = Long.MAX_VALUE;
    for (int turn = 0; turn < 5; turn++) {
      long began = System.nanoTime();
      assertThat(local.read(work)).isNotEmpty();
      fastest = Math.min(fastest, System.nanoTime() - began);
    }
    return fastest;
  }

  private static void many(OpenBooks books) {
    var jdbc = OpenBooks.part(JdbcClient.class);
    UUID local = books.local().id().value();
    jdbc.sql("""
        insert into ledger.entry (local_id, id, on_date, what, entered_at)
        select ?, md5(? || i)::uuid, date '2026-02-03', '\\x00'::bytea, now() from generate_series(1, 8000) i""")
        .params(local, local.toString())
        .update();
    jdbc.sql("""
        insert into ledger.line (local_id, entry_id, place, account_id, fund_id, amount, month)
        select ?, md5(? || i)::uuid, p, case p when 1 then ?::uuid else ?::uuid end, ?::uuid,
          case p when 1 then 5 else -5 end, date '2026-02-01'
        from generate_series(1, 8000) i, generate_series(1, 2) p""")
        .params(local, local.toString(), books.account("5900"), books.account("1000"), books.fund(FundKind.HARDSHIP))
        .update();
  }
}
