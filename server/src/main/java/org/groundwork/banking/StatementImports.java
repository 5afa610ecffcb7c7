// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that people send from their bank: read by a job, looked at, then taken by another or dropped. */
public final class StatementImports {
  /** The most bytes of a file. */
  public static final int MOST_BYTES = 64 << 20;
  /** Whoever does not decide in this time has to send the file again. */
  static final Duration WAITS = Duration.ofDays(7);
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Jobs jobs;
  private final Work work;
  private final BankSeals seals;
  private final Audit audit;
  private final Source source;

  /** The kinds of work on a file, and where it lies. */
  record Work(LookJob look, TakeJob take, StatementFiles files) {}

  /** Where identifiers and time come from. */
  record Source(Ids ids, Clock clock) {}

  StatementImports(JdbcClient jdbc, Transactions transactions, Jobs jobs, Work work, BankSeals seals, Audit audit,
      Source source) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.jobs = jobs;
    this.work = work;
    this.seals = seals;
    this.audit = audit;
    this.source = source;
  }

  /**
   * A file as it comes in.
   *
   * @param form identifies the form it came with, so that sending it twice reads it once
   * @param reading how it is read: {@link Reading#TOLD}, a preset, or the identifier of a mapping
   * @param hash SHA-256 of it
   */
  public record Incoming(UUID form, UUID account, String reading, String name, byte[] hash, Content content) {}

  /** Opens a file that comes in. */
  public interface Content {
    InputStream open() throws IOException;
  }

  /** Keeps a file and starts reading it; answers its import. The same form answers the same. No transaction. */
  public UUID start(Incoming incoming) {
    return transactions.write(() -> {
      int made = insert(incoming);
      if (made > 0) {
        try (InputStream in = incoming.content().open()) {
          work.files().keep(incoming.form(), in);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        UUID job = jobs.start(work.look(), new LookJob.Of(incoming.form(), incoming.account()));
        state(incoming.form(), StatementImport.State.LOOKING, Optional.of(job));
        forgetOld();
      }
      return incoming.form();
    });
  }

  private int insert(Incoming incoming) {
    return jdbc.sql("""
        insert into banking.import (local_id, id, account_id, state, reading, file_name, file_hash, changed_by, changed_at)
        values (?, ?, ?, 'looking', ?, ?, ?, ?::uuid, ?) on conflict (local_id, id) do nothing""")
        .params(BankScope.local(), incoming.form(), incoming.account(), incoming.reading(),
            seals.seal("import", "file_name", incoming.form(), incoming.name()), incoming.hash())
        .param(BankScope.author())
        .param(now())
        .update();
  }

  /** Whether the same file was taken before for the account. */
  public boolean takenBefore(StatementImport file) { return jdbc.sql("""
        select exists (select from banking.import i join banking.import t on t.local_id = i.local_id
          and t.account_id = i.account_id and t.file_hash = i.file_hash and t.id <> i.id and t.state = 'taken'
          where i.local_id = ? and i.id = ?)""")
      .params(BankScope.local(), file.id())
      .query(Boolean.class)
      .single(); }

  /** Takes the lines of a file that was read; false if it is not waiting for that. In the caller's transaction. */
  public boolean take(UUID imported) {
    Optional<StatementImport> found = hold(imported).filter(each -> each.state() == StatementImport.State.READY);
    found.ifPresent(each -> {
      UUID job = jobs.start(work.take(), new TakeJob.Of(imported, each.account()));
      state(imported, StatementImport.State.TAKING, Optional.of(job));
      audit.record("statement-taken", new SubjectRef("bank-account", each.account()),
          Integer.toString(each.found().fresh()));
    });
    return found.isPresent();
  }

  /** Does not take a file; false if it was taken or dropped before. In the caller's transaction. */
  public boolean drop(UUID imported) {
    Optional<StatementImport> found = hold(imported)
        .filter(each -> each.state() == StatementImport.State.READY || each.state() == StatementImport.State.REFUSED);
    found.ifPresent(each -> {
      work.files().remove(imported);
      state(imported, StatementImport.State.DROPPED, Optional.empty());
    });
    return found.isPresent();
  }

  private Optional<StatementImport> hold(UUID imported) {
    jdbc.sql("select id from banking.import where local_id = ? and id = ? for update")
        .params(BankScope.local(), imported)
        .query(rs -> {});
    return find(imported);
  }

  private void forgetOld() {
    Timestamp before = Timestamp.from(source.clock().instant().minus(WAITS));
    List<UUID> old = jdbc.sql("""
        select id from banking.import where local_id = ? and state in ('ready', 'refused') and changed_at < ? order by id
        for update skip locked""")
        .params(BankScope.local(), before)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    old.forEach(each -> {
      work.files().remove(each);
      state(each, StatementImport.State.DROPPED, Optional.empty());
    });
  }

  private void state(UUID imported, StatementImport.State state, Optional<UUID> job) {
    jdbc.sql("""
        update banking.import set state = ?, job_id = coalesce(?::uuid, job_id), version = version + 1,
          changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .param(state.key())
        .param(job.orElse(null))
        .param(BankScope.author())
        .params(now(), BankScope.local(), imported)
        .update();
  }

  /** One file. */
  public Optional<StatementImport> find(UUID imported) {
    return jdbc.sql(ROWS + "where i.local_id = ? and i.id = ?")
        .params(BankScope.local(), imported)
        .query(this::read)
        .optional();
  }

  /** The last files of an account, the newest first. */
  public List<StatementImport> of(UUID account, int most) {
    return jdbc.sql(ROWS + "where i.local_id = ? and i.account_id = ? order by i.id desc limit ?")
        .params(BankScope.local(), account, most)
        .query(this::read)
        .list();
  }

  private static final String ROWS = """
      select i.id, i.account_id, i.state, i.file_name, i.lines, i.fresh, i.known, i.other_currency, i.other_account,
        i.announced, i.early, i.came_in, i.went_out, i.first_on, i.last_on, i.defects, i.job_id, a.currency
      from banking.import i join banking.account a on a.local_id = i.local_id and a.id = i.account_id
      """;

  private StatementImport read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Currency currency = Currency.getInstance(rs.getString("currency"));
    var found = new StatementImport.Found(rs.getInt("lines"), rs.getInt("fresh"), rs.getInt("known"),
        rs.getInt("other_currency"), rs.getInt("other_account"), rs.getInt("announced"), rs.getInt("early"),
        new Money(rs.getLong("came_in"), currency), new Money(rs.getLong("went_out"), currency),
        days(rs.getDate("first_on"), rs.getDate("last_on")));
    return new StatementImport(id, rs.getObject("account_id", UUID.class),
        StatementImport.State.of(rs.getString("state")),
        seals.open("import", "file_name", id, rs.getBytes("file_name")), found, statements(id, currency),
        wrong(seals.openIfAny("import", "defects", id, rs.getBytes("defects"))),
        Optional.ofNullable(rs.getObject("job_id", UUID.class)));
  }

  private static Optional<StatementImport.Days> days(@Nullable Date first, @Nullable Date last) {
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new StatementImport.Days(first.toLocalDate(), last.toLocalDate()));
  }

  private List<StatementImport.Whole> statements(UUID imported, Currency currency) {
    return jdbc.sql("""
        select ours, from_on, until_on, opening, closing, difference from banking.statement
        where local_id = ? and import_id = ? order by place limit 500""")
        .params(BankScope.local(), imported)
        .query((rs, i) -> new StatementImport.Whole(rs.getBoolean(1), days(rs.getDate(2), rs.getDate(3)),
            money(rs, 4, currency), money(rs, 5, currency),
            money(rs, 6, currency).filter(each -> each.minor() != 0)))
        .list();
  }

  private static Optional<Money> money(ResultSet rs, int column, Currency currency) throws SQLException {
    long minor = rs.getLong(column);
    return rs.wasNull() ? Optional.empty() : Optional.of(new Money(minor, currency));
  }

  private static List<StatementImport.Wrong> wrong(String defects) {
    var wrong = new ArrayList<StatementImport.Wrong>();
    for (String each : defects.lines().toList()) {
      String[] parts = each.split("\t", 3);
      wrong.add(new StatementImport.Wrong(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]));
    }
    return wrong;
  }

  private Timestamp now() { return Timestamp.from(source.clock().instant()); }
}
