// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what the bank says of an account against what the books say, and finds what explains the difference. */
public final class Reconciling {
  /** So many entries without a line are listed. */
  private static final int MOST_SHOWN = 200;
  private final JdbcClient jdbc;
  private final AccountDays days;
  private final Journal journal;
  private final Books books;

  Reconciling(JdbcClient jdbc, AccountDays days, Journal journal, Books books) {
    this.jdbc = jdbc;
    this.days = days;
    this.journal = journal;
    this.books = books;
  }

  /**
   * An account on a day.
   *
   * @param bank what its last statement says
   * @param books what the books say
   * @param before what the bank had more than the books before the first statement
   * @param open what the lines add up to that nobody said anything of
   * @param openLines how many those are
   * @param later what the lines add up to that were entered on a later day
   * @param otherDays what entries of lines add up to that lie behind that day, or of which it was taken back later
   * @param extra what the entries without a line add up to
   * @param extras how many those are
   * @param entries the first of them
   * @param gaps days of which no file was brought in, and what the account moved meanwhile
   */
  public record Compared(LocalDate on, Money bank, Money books, Money before, Money open, int openLines, Money later,
      Money otherDays, Money extra, int extras, List<Extra> entries, List<Gap> gaps) {

    public Compared {
      entries = List.copyOf(entries);
      gaps = List.copyOf(gaps);
    }

    /** What the bank has more than the books. */
    public Money difference() {
      return with(Math.subtractExact(bank.minor(), books.minor()));
    }

    /** The same without its sign. */
    public Money differBy() { return with(Math.abs(difference().minor())); }

    /** By how much the entries without a line let the bank have more, or less: what came in with them it does not have. */
    public Money extraOfBank() {
      return with(Math.negateExact(extra.minor()));
    }

    /** The same of entries of lines of other days. */
    public Money otherDaysOfBank() {
      return with(Math.negateExact(otherDays.minor()));
    }

    /** What nothing explains. */
    public Money unexplained() {
      long gaps = this.gaps.stream().mapToLong(each -> each.moved().minor()).reduce(0, Math::addExact);
      long explained = Math.subtractExact(
          Math.addExact(Math.addExact(before.minor(), open.minor()), Math.addExact(later.minor(), gaps)),
          Math.addExact(extra.minor(), otherDays.minor()));
      return with(Math.subtractExact(difference().minor(), explained));
    }

    private Money with(long minor) { return new Money(minor, bank.currency()); }
  }

  /** An entry of the books without a line. */
  public record Extra(UUID entry, LocalDate on, String what, Money amount) {}

  /** Days of which no file was brought in. */
  public record Gap(LocalDate after, LocalDate until, Money moved) {}

  /** A statement that was taken. */
  private record Whole(Optional<LocalDate> from, Optional<LocalDate> until, Optional<Long> opening, long closing,
      LocalDate closingOn) {}

  /** The account by its last statement; empty while no statement with a balance was taken. */
  public Optional<Compared> compare(BankAccount account) {
    List<Whole> all = statements(account.id());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Whole first = all.stream().filter(each -> each.opening().isPresent()).findFirst().orElse(all.getLast());
    var span = new Span(account.id(), first.from().orElse(first.closingOn()), all.getLast().closingOn());
    List<AccountDays.Moved> others = others(account, span);
    Sums sums = sums(span);
    long booksBefore = Math.addExact(days.balance(account.ledgerAccount(), span.first().minusDays(1)),
        Math.subtractExact(sum(others, AccountDays.Moved::opening), sums.early()));
    List<AccountDays.Moved> extras = others.stream().filter(each -> !each.opening()).toList();
    return Optional.of(new Compared(span.last(), money(account, all.getLast().closing()),
        money(account, days.balance(account.ledgerAccount(), span.last())),
        money(account, first.opening().map(each -> Math.subtractExact(each, booksBefore)).orElse(0L)),
        money(account, sums.open()), sums.openLines(), money(account, sums.later()), money(account, sums.otherDays()),
        money(account, sum(extras, _ -> true)), extras.size(), shown(account, extras), gaps(account, all)));
  }

  private static long sum(List<AccountDays.Moved> moved, Predicate<AccountDays.Moved> which) {
    return moved.stream().filter(which).mapToLong(AccountDays.Moved::amount).reduce(0, Math::addExact);
  }

  /** The days of the statements of an account. */
  private record Span(UUID account, LocalDate first, LocalDate last) {}

  /** Entries that stand for no line; one that undoes another in these days counts for nothing, as that one does. */
  private List<AccountDays.Moved> others(BankAccount account, Span span) {
    Set<UUID> ofLines = ofLines(span);
    List<AccountDays.Moved> all = days.byOthers(account.ledgerAccount(), span.first(), span.last());
    Set<UUID> here = all.stream()
        .map(AccountDays.Moved::entry)
        .filter(each -> !ofLines.contains(each))
        .collect(Collectors.toSet());
    return all.stream()
        .filter(each -> !ofLines.contains(each.entry()))
        .filter(each -> each.undoes().filter(here::contains).isEmpty()
            && each.undoneBy().filter(here::contains).isEmpty())
        .toList();
  }

  /**
   * Entries of other modules that are about lines of the account: what dues made of those that the bank took back or
   * that were said wrongly, and what was in the books before.
   */
  private Set<UUID> ofLines(Span span) {
    return new HashSet<>(jdbc.sql("""
        select s.entry_id from banking.settlement s join banking.line l on l.local_id = s.local_id and l.id = s.line_id
        where s.local_id = :local and l.account_id = :account and s.kind = 'returned'
        union all
        select s.undone_entry_id from banking.settlement s
        join banking.line l on l.local_id = s.local_id and l.id = s.line_id
        where s.local_id = :local and l.account_id = :account and s.undone_entry_id is not null
        union all
        select k.entry_id from banking.known k
        join banking.settlement s on s.local_id = k.local_id and s.id = k.settlement_id
        join banking.line l on l.local_id = s.local_id and l.id = s.line_id
        where k.local_id = :local and k.account_id = :account and k.stands and l.booked_on between :first and :last""")
        .param("local", BankScope.local())
        .param("account", span.account())
        .param("first", Date.valueOf(span.first()))
        .param("last", Date.valueOf(span.last()))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  private List<Extra> shown(BankAccount account, List<AccountDays.Moved> extras) {
    List<AccountDays.Moved> some = extras.subList(0, Math.min(extras.size(), MOST_SHOWN));
    Map<UUID, Entry> entries = journal.some(some.stream().map(AccountDays.Moved::entry).toList());
    return some.stream()
        .map(each -> new Extra(each.entry(), each.on(),
            Optional.ofNullable(entries.get(each.entry())).map(Entry::what).orElse(""),
            money(account, each.amount())))
        .toList();
  }

  private List<Gap> gaps(BankAccount account, List<Whole> all) {
    var gaps = new ArrayList<Gap>();
    Optional<Whole> before = Optional.empty();
    for (Whole each : all) {
      Optional<Whole> last = before;
      last.filter(one -> each.opening().isPresent() && each.from().orElse(each.closingOn()).isAfter(one.closingOn())
          && each.opening().get() != one.closing())
          .map(one -> gap(account, one, each))
          .filter(gap -> gap.moved().minor() != 0)
          .ifPresent(gaps::add);
      if (last.filter(one -> one.closingOn().isAfter(each.closingOn())).isEmpty()) {
        before = Optional.of(each);
      }
    }
    return gaps;
  }

  /** What lines of files without a balance, such as tables, do not tell of the days between two statements. */
  private Gap gap(BankAccount account, Whole before, Whole after) {
    LocalDate until = after.from().orElse(after.closingOn());
    long told = jdbc.sql("""
        select coalesce(sum(amount), 0)::bigint from banking.line
        where local_id = ? and account_id = ? and booked_on > ? and booked_on < ?""")
        .params(BankScope.local(), account.id(), Date.valueOf(before.closingOn()), Date.valueOf(until))
        .query(Long.class)
        .single();
    long moved = Math.subtractExact(after.opening().orElseThrow(), before.closing());
    return new Gap(before.closingOn(), until, money(account, Math.subtractExact(moved, told)));
  }

  private List<Whole> statements(UUID account) {
    return jdbc.sql("""
        select s.from_on, s.until_on, s.opening, s.closing, s.closing_on from banking.statement s
        join banking.import i on i.local_id = s.local_id and i.id = s.import_id
        where s.local_id = ? and s.account_id = ? and s.ours and s.closing is not null and s.closing_on is not null
          and i.state = 'taken' order by s.closing_on, s.id""")
        .params(BankScope.local(), account)
        .query((rs, i) -> {
          long opening = rs.getLong(3);
          Optional<Long> opened = rs.wasNull() ? Optional.empty() : Optional.of(opening);
          return new Whole(Optional.ofNullable(rs.getDate(1)).map(Date::toLocalDate),
              Optional.ofNullable(rs.getDate(2)).map(Date::toLocalDate), opened, rs.getLong(4),
              rs.getDate(5).toLocalDate());
        })
        .list();
  }

  /**
   * What lines of these days add up to.
   *
   * @param open those that nobody said anything of
   * @param later those that were entered behind these days
   * @param early those that were in the books before these days
   * @param otherDays entries in these days of lines that were undone or lie behind them, less those that undo such
   */
  private record Sums(long open, int openLines, long later, long early, long otherDays) {}

  private Sums sums(Span span) {
    return jdbc
        .sql(
            """
        with said as materialized (
          select s.entered_on, s.undone_on, s.undone_at is null as stands, l.booked_on, l.amount
          from banking.settlement s join banking.line l on l.local_id = s.local_id and l.id = s.line_id
          where s.local_id = :local and l.account_id = :account and s.entered_on is not null
        ), before as materialized (
          select k.entry_on, k.amount, l.booked_on from banking.known k
          join banking.settlement s on s.local_id = k.local_id and s.id = k.settlement_id
          join banking.line l on l.local_id = s.local_id and l.id = s.line_id
          where k.local_id = :local and k.account_id = :account and k.stands and l.booked_on between :first and :last
        ), unsaid as materialized (
          select l.amount from banking.line l
          where l.local_id = :local and l.account_id = :account and not l.settled and l.booked_on between :first and :last
        )
        select (select coalesce(sum(amount), 0)::bigint from unsaid), (select count(*) from unsaid),
          (select coalesce(sum(amount), 0)::bigint from said
            where stands and booked_on between :first and :last and entered_on > :last)
          + (select coalesce(sum(amount), 0)::bigint from before where entry_on > :last),
          (select coalesce(sum(amount), 0)::bigint from before where entry_on < :first),
          (select coalesce(sum(amount), 0)::bigint from said where entered_on between :first and :last
            and not (stands and booked_on between :first and :last))
          - (select coalesce(sum(amount), 0)::bigint from said where not stands and undone_on between :first and :last)""")
        .param("local", BankScope.local())
        .param("account", span.account())
        .param("first", Date.valueOf(span.first()))
        .param("last", Date.valueOf(span.last()))
        .query((rs, i) -> new Sums(rs.getLong(1), rs.getInt(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)))
        .single();
  }

  /**
   * What a fiscal host kept in a year.
   *
   * @param cameIn before anything was kept
   * @param expected what it keeps of that by its rate, rounded half up
   * @param kept what its lines and their entries say
   */
  public record Kept(Money cameIn, Money expected, Money kept) {}

  /** What a host kept since the first of January; empty for an account without a rate. */
  public Optional<Kept> kept(BankAccount account, LocalDate today) {
    if (account.hostKeeps().isEmpty()) {
      return Optional.empty();
    }
    record InAndKept(long in, long kept) {}
    InAndKept sums = jdbc.sql("""
        select coalesce(sum(l.amount - l.fee) filter (where l.amount > 0), 0)::bigint,
          (coalesce(-sum(l.fee), 0) - coalesce((select sum(p.amount) from banking.part p
            join banking.settlement s on s.local_id = p.local_id and s.id = p.settlement_id and s.undone_at is null
            join banking.line o on o.local_id = s.local_id and o.id = s.line_id
            where p.local_id = :local and o.account_id = :account and o.booked_on between :first and :today
              and p.ledger_account_id = :fees), 0))::bigint
        from banking.line l where l.local_id = :local and l.account_id = :account
          and l.booked_on between :first and :today""")
        .param("local", BankScope.local())
        .param("account", account.id())
        .param("first", Date.valueOf(today.withDayOfYear(1)))
        .param("today", Date.valueOf(today))
        .param("fees", books.account(UsedFor.FEES).id())
        .query((rs, i) -> new InAndKept(rs.getLong(1), rs.getLong(2)))
        .single();
    long expected = BigDecimal.valueOf(sums.in())
        .multiply(BigDecimal.valueOf(account.hostKeeps().getAsInt(), 4))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
    return Optional.of(new Kept(money(account, sums.in()), money(account, expected), money(account, sums.kept())));
  }

  private static Money money(BankAccount account, long minor) { return new Money(minor, account.currency()); }
}
