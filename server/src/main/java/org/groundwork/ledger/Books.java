// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Month;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A local's books: opened once, with the accounts of a small local and three funds. */
public final class Books {
  /** What everybody shares who enters something, and who closes an account or a fund holds alone. */
  static String gate(UUID local) {
    return "ledger accounts and funds " + local;
  }

  /** Waits for whoever enters something, and lets nobody enter until the transaction ends. */
  private void alone() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(gate(Scope.local())).query(rs -> {});
  }

  /** What the funds are called that a local begins with. */
  public record FundNames(String general, String strike, String hardship) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  Books(JdbcClient jdbc, Ids ids, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** The local's books; empty before they are opened. */
  public Optional<Book> find() {
    return jdbc.sql("select currency, year_begins, opened_on from ledger.book where local_id = ?")
        .params(Scope.local())
        .query((rs, i) -> new Book(Currency.getInstance(rs.getString(1)), Month.of(rs.getInt(2)),
            rs.getDate(3).toLocalDate()))
        .optional();
  }

  /** Opens the books; false if they are open already, and nothing changes. */
  public boolean open(Book book, Locale language, FundNames names) {
    Timestamp now = Timestamp.from(clock.instant());
    int opened = jdbc.sql("""
        insert into ledger.book (local_id, currency, year_begins, opened_on, changed_by, changed_at)
        values (?, ?, ?, ?, ?::uuid, ?) on conflict (local_id) do nothing""")
        .params(Scope.local(), book.currency().getCurrencyCode(), book.yearBegins().getValue(),
            Date.valueOf(book.openedOn()))
        .param(Scope.author())
        .param(now)
        .update();
    if (opened == 0) {
      return false;
    }
    List<Charts.Row> rows = Charts.smallLocal(language);
    jdbc.sql("""
        insert into ledger.account (local_id, id, code, kind, used_for, name, changed_by, changed_at)
        select ?, id, code, kind, nullif(used_for, ''), name, ?::uuid, ?
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as a (id, code, kind, used_for, name)""")
        .param(Scope.local())
        .param(Scope.author())
        .params(now, rows.stream().map(each -> ids.next()).toArray(UUID[]::new),
            texts(rows, Charts.Row::code), texts(rows, each -> each.kind().key()),
            texts(rows, each -> each.usedFor().map(UsedFor::key).orElse("")), texts(rows, Charts.Row::name))
        .update();
    fund(FundKind.GENERAL, names.general(), now);
    fund(FundKind.STRIKE, names.strike(), now);
    fund(FundKind.HARDSHIP, names.hardship(), now);
    audit.record("books-opened", new SubjectRef("books", Scope.local()), book.currency().getCurrencyCode());
    return true;
  }

  private static String[] texts(List<Charts.Row> rows, java.util.function.Function<Charts.Row, String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }

  private void fund(FundKind kind, String name, Timestamp now) {
    jdbc.sql("""
        insert into ledger.fund (local_id, id, kind, name, may_go_below, changed_by, changed_at)
        values (?, ?, ?, ?, false, ?::uuid, ?)""")
        .params(Scope.local(), ids.next(), kind.key(), name)
        .param(Scope.author())
        .param(now)
        .update();
  }

  /** All accounts, in the order of their codes. */
  public List<Account> accounts() {
    return jdbc.sql("""
        select id, code, name, kind, used_for, closed from ledger.account where local_id = ? order by code, id""")
        .params(Scope.local())
        .query(Books::account)
        .list();
  }

  private static Account account(ResultSet rs, int row) throws SQLException {
    return new Account(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3), AccountKind.of(rs.getString(4)),
        Optional.ofNullable(rs.getString(5)).map(UsedFor::of), rs.getBoolean(6));
  }

  /** The account that the program uses for something. */
  public Account account(UsedFor use) {
    return jdbc.sql("""
        select id, code, name, kind, used_for, closed from ledger.account where local_id = ? and used_for = ?""")
        .params(Scope.local(), use.key())
        .query(Books::account)
        .optional()
        .orElseThrow(() -> new IllegalStateException("the chart has no account for " + use));
  }

  /**
   * The account that the program uses for something that few locals need: it is added where the chart has none.
   *
   * @param code where it should stand; the next that is free if another has it
   */
  public Account accountOrNew(UsedFor use, int code, String name, AccountKind kind) {
    jdbc.sql("select local_id from ledger.book where local_id = ? for no key update")
        .params(Scope.local())
        .query(rs -> {});
    List<Account> accounts = accounts();
    if (accounts.stream().noneMatch(each -> each.usedFor().equals(Optional.of(use)))) {
      int free = code;
      while (taken(accounts, Integer.toString(free))) {
        free++;
      }
      jdbc.sql("""
          insert into ledger.account (local_id, id, code, name, kind, used_for, changed_by, changed_at)
          values (?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
          .params(Scope.local(), ids.next(), Integer.toString(free), name, kind.key(), use.key())
          .param(Scope.author())
          .param(Timestamp.from(clock.instant()))
          .update();
      recorded(1, "account-added", Integer.toString(free));
    }
    return account(use);
  }

  private static boolean taken(List<Account> accounts, String code) {
    return accounts.stream().anyMatch(each -> each.code().equals(code));
  }

  /** All funds, the general one first, then in the order in which they were made. */
  public List<Fund> funds() {
    return jdbc
        .sql(
            """
        select id, kind, name, may_go_below, closed from ledger.fund where local_id = ? order by kind <> 'general', id""")
        .params(Scope.local())
        .query((rs, i) -> new Fund(rs.getObject(1, UUID.class), FundKind.of(rs.getString(2)), rs.getString(3),
            rs.getBoolean(4), rs.getBoolean(5)))
        .list();
  }

  /** What became of a new account or fund, or of one that was to be closed. */
  public enum Changed {
    DONE,
    /** Another has the code or the name. */
    TAKEN,
    /** It is needed: the program enters something there, or it is the general fund. */
    NEEDED,
    /** Something is in it. */
    NOT_EMPTY
  }

  /**
   * Adds an account.
   *
   * @param code 1 … 9 digits
   * @param name 1 … 80 characters
   */
  public Changed addAccount(String code, String name, AccountKind kind) {
    int added = jdbc.sql("""
        insert into ledger.account (local_id, id, code, name, kind, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::uuid, ?) on conflict (local_id, code) do nothing""")
        .params(Scope.local(), ids.next(), code, name, kind.key())
        .param(Scope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
    return recorded(added, "account-added", code);
  }

  /** Adds a fund for something; {@code name} has 1 … 80 characters. */
  public Changed addFund(String name, boolean mayGoBelow) {
    int added = jdbc.sql("""
        insert into ledger.fund (local_id, id, kind, name, may_go_below, changed_by, changed_at)
        values (?, ?, 'earmarked', ?, ?, ?::uuid, ?) on conflict (local_id, lower(name)) do nothing""")
        .params(Scope.local(), ids.next(), name, mayGoBelow)
        .param(Scope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
    return recorded(added, "fund-added", "");
  }

  private Changed recorded(int changed, String did, String detail) {
    if (changed > 0) {
      audit.record(did, new SubjectRef("books", Scope.local()), detail);
    }
    return changed > 0 ? Changed.DONE : Changed.TAKEN;
  }

  /** Closes an account: nothing new is entered there, what stands in it stays. Waits for whoever enters something now. */
  public Changed closeAccount(UUID account) {
    alone();
    boolean needed = jdbc
        .sql("select exists (select 1 from ledger.account where local_id = ? and id = ? and used_for is not null)")
        .params(Scope.local(), account)
        .query(Boolean.class)
        .single();
    if (needed) {
      return Changed.NEEDED;
    }
    boolean empty = jdbc.sql("""
        select coalesce(sum(t.debit - t.credit), 0) = 0 from ledger.total t
        join ledger.account a on a.local_id = t.local_id and a.id = t.account_id and a.kind in ('asset', 'liability')
        where t.local_id = ? and t.account_id = ?""").params(Scope.local(), account).query(Boolean.class).single();
    if (!empty) {
      return Changed.NOT_EMPTY;
    }
    int closed = jdbc.sql("""
        update ledger.account set closed = true, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and used_for is null""")
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), account)
        .update();
    return closed == 0 ? Changed.NEEDED : recorded(closed, "account-closed", "");
  }

  /** Whether more may leave a fund than is in it; {@link Changed#NEEDED} if there is no such fund, or it is so already. */
  public Changed letGoBelow(UUID fund, boolean mayGoBelow) {
    alone();
    int changed = jdbc.sql("""
        update ledger.fund set may_go_below = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and may_go_below <> ? and not closed""")
        .param(mayGoBelow)
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), fund, mayGoBelow)
        .update();
    return changed == 0 ? Changed.NEEDED : recorded(changed, "fund-rule-changed", "");
  }

  /** Closes a fund that nothing is in. Waits for whoever enters something now. */
  public Changed closeFund(UUID fund) {
    alone();
    jdbc.sql("select id from ledger.fund where local_id = ? and id = ? for update")
        .params(Scope.local(), fund)
        .query(rs -> {});
    boolean empty = jdbc.sql("""
        select coalesce(bool_and(sum = 0), true) from (
          select sum(debit - credit) as sum from ledger.total t
          join ledger.account a on a.local_id = t.local_id and a.id = t.account_id
          where t.local_id = ? and t.fund_id = ? and a.kind in ('asset', 'liability') group by t.account_id) held""")
        .params(Scope.local(), fund)
        .query(Boolean.class)
        .single();
    if (!empty) {
      return Changed.NOT_EMPTY;
    }
    int closed = jdbc.sql("""
        update ledger.fund set closed = true, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and kind <> 'general'""")
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), fund)
        .update();
    return closed == 0 ? Changed.NEEDED : recorded(closed, "fund-closed", "");
  }
}
