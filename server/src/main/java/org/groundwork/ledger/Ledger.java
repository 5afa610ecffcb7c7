// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groundwork.platform.ids.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Enters what happened, in the caller's transaction. Whoever enters at the same time does not wait for one another, except
 * where money leaves one fund: then one after the other, so that no fund goes below nothing by two at once.
 */
public final class Ledger {
  private final JdbcClient jdbc;
  private final Texts texts;
  private final Ids ids;
  private final Clock clock;
  private final Promises promises;

  /** Whoever promised something of a fund. */
  record Promises(ObjectProvider<Promised> modules) {

    /** What of a fund is promised and not paid by an entry. */
    long of(Fund fund, NewEntry entry) {
      return modules.stream().mapToLong(each -> each.promised(fund, entry.source())).reduce(0, Math::addExact);
    }
  }

  Ledger(JdbcClient jdbc, Texts texts, Ids ids, Clock clock, Promises promises) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.ids = ids;
    this.clock = clock;
    this.promises = promises;
  }

  /** Enters something; what cannot be entered changes nothing, and the answer says why. */
  public Entered enter(NewEntry entry) {
    return enter(entry, new Kind(Optional.empty(), false));
  }

  /**
   * Enters what happened whatever a fund has and whether it is closed, as when a bank takes back what somebody paid. Only
   * for what nobody here can refuse.
   */
  public Entered enterWhatHappened(NewEntry entry) { return enter(entry, new Kind(Optional.empty(), true)); }

  /** Why something would not be entered now; nothing is written. Empty if it would. */
  public Optional<Entered> refusal(NewEntry entry) {
    return refusal(entry, new Kind(Optional.empty(), false));
  }

  private Optional<Entered> refusal(NewEntry entry, Kind kind) {
    return before(entry, kind.reverses()).or(() -> gate(entry)).or(() -> parties(entry, kind));
  }

  /**
   * What kind of entry it is.
   *
   * @param reverses the entry it undoes
   * @param happened whether it is entered whatever a fund has
   */
  private record Kind(Optional<UUID> reverses, boolean happened) {}

  /**
   * Undoes an entry by another with all its lines the other way round, over as few people if it is over few.
   *
   * @return {@link Entered.Already} if it was undone before
   * @throws IllegalArgumentException if there is no such entry
   */
  public Entered reverse(UUID entry, LocalDate on, String why) {
    List<Line> lines = lines(entry);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("there is no entry " + entry);
    }
    return enter(new NewEntry(on, why, Optional.empty(), lines.stream().map(Line::reversed).toList(), people(entry)),
        new Kind(Optional.of(entry), false));
  }

  /** The entry of something in another module; empty if it was not entered. */
  public Optional<UUID> entered(Source source) {
    return jdbc.sql("select id from ledger.entry where local_id = ? and source_kind = ? and source_id = ?")
        .params(Scope.local(), source.kind(), source.id())
        .query(UUID.class)
        .optional();
  }

  private Optional<UUID> reversal(UUID entry) {
    return jdbc.sql("select id from ledger.entry where local_id = ? and reverses_id = ?")
        .params(Scope.local(), entry)
        .query(UUID.class)
        .optional();
  }

  private OptionalInt people(UUID entry) {
    return jdbc.sql("select people from ledger.entry where local_id = ? and id = ? and people is not null")
        .params(Scope.local(), entry)
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private List<Line> lines(UUID entry) {
    return jdbc
        .sql(
            """
            select account_id, fund_id, amount, mark from ledger.line where local_id = ? and entry_id = ? order by place""")
        .params(Scope.local(), entry)
        .query((rs, i) -> new Line(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getLong(3),
            Optional.ofNullable(rs.getObject(4, UUID.class))))
        .list();
  }

  private Entered enter(NewEntry entry, Kind kind) {
    Optional<UUID> reverses = kind.reverses();
    Optional<Entered> answer = refusal(entry, kind);
    if (answer.isPresent()) {
      return answer.get();
    }
    UUID id = ids.next();
    return write(id, entry, reverses)
        ? new Entered.Yes(id)
        : before(entry, reverses).orElseThrow(() -> new IllegalStateException("an entry was refused and is not there"));
  }

  /**
   * Holds the month, and all accounts and funds, open until the transaction ends, and looks whether the month is. Whoever
   * enters shares these locks with all others who do; they cost no write, as locks on the rows of accounts would.
   */
  private Optional<Entered> gate(NewEntry entry) {
    YearMonth month = entry.month();
    jdbc.sql(
        """
        select pg_advisory_xact_lock_shared(hashtextextended(?, 0)), pg_advisory_xact_lock_shared(hashtextextended(?, 0))""")
        .params(ClosedMonths.gate(Scope.local(), month), Books.gate(Scope.local()))
        .query(rs -> {});
    record Open(LocalDate opened, boolean closed) {}
    Open open = jdbc.sql("""
        select b.opened_on, exists (select from ledger.closed_month c where c.local_id = b.local_id and c.month = ?)
        from ledger.book b where b.local_id = ?""")
        .params(Date.valueOf(month.atDay(1)), Scope.local())
        .query((rs, i) -> new Open(rs.getDate(1).toLocalDate(), rs.getBoolean(2)))
        .optional()
        .orElseThrow(() -> new IllegalStateException("the books are not open"));
    if (entry.on().isBefore(open.opened())) {
      return Optional.of(new Entered.TooEarly(open.opened()));
    }
    return open.closed() ? Optional.of(new Entered.Closed(month)) : Optional.empty();
  }

  /**
   * @param counts whether it is part of what a fund holds
   * @param owed whether it is a debt that somebody added; those of the program are kept by what is paid there
   */
  private record Named(boolean counts, boolean owed, boolean closed) {}

  /**
   * Looks whether accounts and funds are open, and whether the funds have what leaves them. What members owe is no part of
   * what a fund has, and what is paid on a debt before there is one makes no fund richer. What was promised out of it stays for
   * whoever it was promised to.
   */
  private Optional<Entered> parties(NewEntry entry, Kind entered) {
    Map<UUID, Named> accounts = accounts(entry);
    List<Fund> funds = funds(entry);
    boolean gone = accounts.values().stream().anyMatch(Named::closed) || funds.stream().anyMatch(Fund::closed);
    if (gone && entered.reverses().isEmpty() && !entered.happened()) {
      return Optional.of(new Entered.Gone());
    }
    return entered.happened() ? Optional.empty() : tooLittle(entry, accounts, funds);
  }

  private Optional<Entered> tooLittle(NewEntry entry, Map<UUID, Named> accounts, List<Fund> funds) {
    for (Fund fund : funds) {
      Map<UUID, Long> changes = new TreeMap<>();
      entry.lines()
          .stream()
          .filter(line -> line.fund().equals(fund.id()) && named(accounts, line.account()).counts())
          .forEach(line -> changes.merge(line.account(), line.amount(), Math::addExact));
      if (!fund.mayGoBelow() && atWorst(changes, accounts) < 0) {
        Map<UUID, Held> before = held(fund.id());
        long promised = promises.of(fund, entry); // not before: what was promised until the fund was held is seen
        long has = Math.subtractExact(sum(before.values()), promised);
        long after = Math.subtractExact(sum(after(before, changes, accounts)), promised);
        if (after < 0 && after < has) {
          return Optional.of(new Entered.TooLittle(fund.id(), has));
        }
      }
    }
    return Optional.empty();
  }

  /** What a fund has less at worst: as if what is paid on a debt were paid on none. */
  private static long atWorst(Map<UUID, Long> changes, Map<UUID, Named> accounts) {
    return changes.entrySet()
        .stream()
        .mapToLong(each -> named(accounts, each.getKey()).owed() ? Math.min(0, each.getValue()) : each.getValue())
        .reduce(0, Math::addExact);
  }

  private static List<Held> after(Map<UUID, Held> before, Map<UUID, Long> changes, Map<UUID, Named> accounts) {
    Map<UUID, Held> after = new TreeMap<>(before);
    changes.forEach((account, change) -> after.merge(account, new Held(named(accounts, account).owed(), change),
        Held::plus));
    return List.copyOf(after.values());
  }

  private static Named named(Map<UUID, Named> accounts, UUID account) {
    return Objects.requireNonNull(accounts.get(account));
  }

  /** What stands in one account of a fund, debit less credit. */
  private record Held(boolean owed, long amount) {
    Held plus(Held more) { return new Held(owed, Math.addExact(amount, more.amount())); }

    /** What it counts for: a debt that is paid more than it was is no money. */
    long counts() {
      return owed ? Math.min(0, amount) : amount;
    }
  }

  private static long sum(Collection<Held> held) {
    return held.stream().mapToLong(Held::counts).reduce(0, Math::addExact);
  }

  private Map<UUID, Named> accounts(NewEntry entry) {
    UUID[] wanted = entry.lines().stream().map(Line::account).distinct().toArray(UUID[]::new);
    record Row(UUID id, Named named) {}
    Map<UUID, Named> found = jdbc.sql("""
        select id, kind in ('asset', 'liability') and used_for is distinct from 'dues-owed',
          kind = 'liability' and used_for is null, closed
        from ledger.account where local_id = ? and id = any(?::uuid[])""")
        .params(Scope.local(), wanted)
        .query((rs, i) -> new Row(rs.getObject(1, UUID.class),
            new Named(rs.getBoolean(2), rs.getBoolean(3), rs.getBoolean(4))))
        .stream()
        .collect(Collectors.toMap(Row::id, Row::named));
    if (found.size() < wanted.length) {
      throw new IllegalArgumentException("an entry names an account that is not there");
    }
    return found;
  }

  private List<Fund> funds(NewEntry entry) {
    UUID[] wanted = entry.lines().stream().map(Line::fund).distinct().toArray(UUID[]::new);
    List<Fund> found = jdbc.sql("""
        select id, kind, name, may_go_below, closed from ledger.fund
        where local_id = ? and id = any(?::uuid[]) order by id""")
        .params(Scope.local(), wanted)
        .query((rs, i) -> new Fund(rs.getObject(1, UUID.class), FundKind.of(rs.getString(2)), rs.getString(3),
            rs.getBoolean(4), rs.getBoolean(5)))
        .list();
    if (found.size() < wanted.length) {
      throw new IllegalArgumentException("an entry names a fund that is not there");
    }
    return found;
  }

  /** What is in a fund; nobody else takes from it until the transaction ends. */
  private Map<UUID, Held> held(UUID fund) {
    jdbc.sql("select id from ledger.fund where local_id = ? and id = ? for no key update")
        .params(Scope.local(), fund)
        .query(rs -> {});
    var held = new TreeMap<UUID, Held>();
    jdbc.sql("""
        select a.id, a.kind = 'liability' and a.used_for is null, sum(t.debit - t.credit)::bigint from ledger.total t
        join ledger.account a on a.local_id = t.local_id and a.id = t.account_id
        where t.local_id = ? and t.fund_id = ? and a.kind in ('asset', 'liability')
          and a.used_for is distinct from 'dues-owed' group by a.id, a.kind, a.used_for""")
        .params(Scope.local(), fund)
        .query(rs -> {
          held.put(rs.getObject(1, UUID.class), new Held(rs.getBoolean(2), rs.getLong(3)));
        });
    return held;
  }

  /** Writes entry, lines and totals; false if it was entered before. */
  private boolean write(UUID id, NewEntry entry, Optional<UUID> reverses) {
    List<Line> lines = entry.lines();
    Date month = Date.valueOf(entry.month().atDay(1));
    return jdbc.sql("""
        with entry as (
          insert into ledger.entry (local_id, id, on_date, what, source_kind, source_id, reverses_id, entered_by, entered_at,
            people)
          values (:local, :id, :on, :what, :kind, :source::uuid, :reverses::uuid, :by::uuid, :now, :people::smallint)
          on conflict do nothing returning local_id, id),
        typed as (
          select place, account_id, fund_id, amount, mark
          from unnest(:places::smallint[], :accounts::uuid[], :funds::uuid[], :amounts::bigint[], :marks::uuid[])
            as l (place, account_id, fund_id, amount, mark)),
        lines as (
          insert into ledger.line (local_id, entry_id, place, account_id, fund_id, amount, month, mark)
          select e.local_id, e.id, t.place, t.account_id, t.fund_id, t.amount, :month, t.mark
          from entry e cross join typed t where e.local_id = :local),
        totals as (
          insert into ledger.total (local_id, month, account_id, fund_id, share, debit, credit)
          select e.local_id, :month, t.account_id, t.fund_id, pg_backend_pid() % 64,
            sum(greatest(t.amount, 0))::bigint, sum(greatest(-t.amount, 0))::bigint
          from entry e cross join typed t where e.local_id = :local group by 1, 3, 4 order by 3, 4
          on conflict (local_id, month, account_id, fund_id, share)
          do update set debit = ledger.total.debit + excluded.debit, credit = ledger.total.credit + excluded.credit)
        select id from entry""")
        .param("local", Scope.local())
        .param("id", id)
        .param("on", Date.valueOf(entry.on()))
        .param("what", texts.seal(id, entry.what()))
        .param("kind", entry.source().map(Source::kind).orElse(null))
        .param("source", entry.source().map(Source::id).orElse(null))
        .param("reverses", reverses.orElse(null))
        .param("people", entry.people().isPresent() ? entry.people().getAsInt() : null)
        .param("by", Scope.author())
        .param("now", Timestamp.from(clock.instant()))
        .param("month", month)
        .param("places", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
        .param("accounts", lines.stream().map(Line::account).toArray(UUID[]::new))
        .param("funds", lines.stream().map(Line::fund).toArray(UUID[]::new))
        .param("amounts", lines.stream().map(Line::amount).toArray(Long[]::new))
        .param("marks", lines.stream().map(line -> line.mark().orElse(null)).toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .optional()
        .isPresent();
  }

  /** Whether the same was entered before. */
  private Optional<Entered> before(NewEntry entry, Optional<UUID> reverses) {
    return entry.source()
        .flatMap(this::entered)
        .or(() -> reverses.flatMap(this::reversal))
        .map(Entered.Already::new);
  }
}
