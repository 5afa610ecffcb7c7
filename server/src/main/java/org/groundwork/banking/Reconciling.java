// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Journal;
import org.groundwork.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what the bank says of an account against what the books say, and finds what explains the difference. */
public final class Reconciling {
  private final JdbcClient jdbc;
  private final AccountDays days;
  private final Journal journal;

  Reconciling(JdbcClient jdbc, AccountDays days, Journal journal) {
    this.jdbc = jdbc;
    this.days = days;
    this.journal = journal;
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
   * @param entries entries of the books without a line
   * @param gaps days of which no file was brought in, and what the account moved meanwhile
   */
  public record Compared(LocalDate on, Money bank, Money books, Money before, Money open, int openLines, Money later,
      List<Extra> entries, List<Gap> gaps) {

    public Compared {
      entries = List.copyOf(entries);
      gaps = List.copyOf(gaps);
    }

    /** What the bank has more than the books. */
    public Money difference() {
      return with(Math.subtractExact(bank.minor(), books.minor()));
    }

    /** What the entries without a line add up to. */
    public Money extra() {
      return with(entries.stream().mapToLong(each -> each.amount().minor()).reduce(0, Math::addExact));
    }

    /** What nothing explains. */
    public Money unexplained() {
      long gaps = this.gaps.stream().mapToLong(each -> each.moved().minor()).reduce(0, Math::addExact);
      long explained = Math.subtractExact(
          Math.addExact(Math.addExact(before.minor(), open.minor()), Math.addExact(later.minor(), gaps)),
          extra().minor());
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
    Whole last = all.getLast();
    LocalDate on = last.closingOn();
    Whole first = all.stream().filter(each -> each.opening().isPresent()).findFirst().orElse(last);
    LocalDate from = first.from().orElse(first.closingOn());
    Set<UUID> ofLines = ofLines(account.id());
    List<AccountDays.Moved> others = days.others(account.ledgerAccount(), Settling.SOURCE, from, on)
        .stream()
        .filter(each -> !ofLines.contains(each.entry()))
        .toList();
    long opened = others.stream()
        .filter(AccountDays.Moved::opening)
        .mapToLong(AccountDays.Moved::amount)
        .reduce(0, Math::addExact);
    long booksBefore = Math.addExact(days.balance(account.ledgerAccount(), from.minusDays(1)), opened);
    Sums sums = sums(account.id(), on);
    return Optional.of(new Compared(on, money(account, last.closing()),
        money(account, days.balance(account.ledgerAccount(), on)),
        money(account, first.opening().map(each -> Math.subtractExact(each, booksBefore)).orElse(0L)),
        money(account, sums.open()), sums.openLines(), money(account, sums.later()), extras(account, others),
        gaps(account, all)));
  }

  /** Entries that dues made for lines of the account: what the bank took back, and what was said wrongly. */
  private Set<UUID> ofLines(UUID account) {
    var found = new HashSet<UUID>();
    jdbc.sql("""
        select s.entry_id, s.undone_entry_id from banking.settlement s
        join banking.line l on l.local_id = s.local_id and l.id = s.line_id
        where s.local_id = ? and l.account_id = ? and s.payment_id is not null""")
        .params(BankScope.local(), account)
        .query(rs -> {
          found.add(rs.getObject(1, UUID.class));
          Optional.ofNullable(rs.getObject(2, UUID.class)).ifPresent(found::add);
        });
    return found;
  }

  private List<Extra> extras(BankAccount account, List<AccountDays.Moved> others) {
    return others.stream()
        .filter(each -> !each.opening())
        .map(each -> new Extra(each.entry(), each.on(),
            journal.find(each.entry()).map(entry -> entry.what()).orElse(""), money(account, each.amount())))
        .toList();
  }

  private static List<Gap> gaps(BankAccount account, List<Whole> all) {
    var gaps = new ArrayList<Gap>();
    Optional<Whole> before = Optional.empty();
    for (Whole each : all) {
      Optional<Whole> last = before;
      last.filter(one -> each.opening().isPresent() && each.from().orElse(each.closingOn()).isAfter(one.closingOn())
          && each.opening().get() != one.closing())
          .ifPresent(one -> gaps.add(new Gap(one.closingOn(), each.from().orElse(each.closingOn()),
              money(account, Math.subtractExact(each.opening().orElseThrow(), one.closing())))));
      if (last.filter(one -> one.closingOn().isAfter(each.closingOn())).isEmpty()) {
        before = Optional.of(each);
      }
    }
    return gaps;
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

  /** What lines until a day add up to. */
  private record Sums(long open, int openLines, long later) {}

  private Sums sums(UUID account, LocalDate on) {
    return jdbc.sql("""
        select coalesce(sum(l.amount) filter (where not l.settled), 0)::bigint, count(*) filter (where not l.settled),
          coalesce(sum(l.amount) filter (where s.entered_on > ?), 0)::bigint
        from banking.line l left join banking.settlement s
          on s.local_id = l.local_id and s.line_id = l.id and s.undone_at is null
        where l.local_id = ? and l.account_id = ? and l.booked_on <= ?
          and (not l.settled or s.entered_on > l.booked_on)""")
        .params(Date.valueOf(on), BankScope.local(), account, Date.valueOf(on))
        .query((rs, i) -> new Sums(rs.getLong(1), rs.getInt(2), rs.getLong(3)))
        .single();
  }

  private static Money money(BankAccount account, long minor) { return new Money(minor, account.currency()); }
}
