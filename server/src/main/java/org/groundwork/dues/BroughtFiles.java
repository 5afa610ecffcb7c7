// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.JobView;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.LocalId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables of what members owed and had paid ahead when the books began: looked at by a job, then taken by another, once and all
 * rows at once, or dropped. Runs inside the caller's transaction.
 */
public final class BroughtFiles {
  /** Whoever does not decide in this time sends the table again. */
  private static final Duration WAITS = Duration.ofDays(7);
  private static final String SELECT = """
      select b.id, b.state, b.due_on, b.job_id, b.on_date, b.changed_at, x.taking, x.refused, x.owed, x.ahead
      from dues.brought b cross join lateral (
        select count(*) filter (where w.refused is null)::integer as taking,
          count(*) filter (where w.refused is not null)::integer as refused,
          coalesce(sum(w.owed) filter (where w.refused is null), 0)::bigint as owed,
          coalesce(sum(w.ahead) filter (where w.refused is null), 0)::bigint as ahead
        from dues.brought_row w where w.local_id = b.local_id and w.brought_id = b.id) x
      where b.local_id = ? and b.file_hash is not null""";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;
  private final Jobs jobs;
  private final BroughtJob kind;
  private final Seals seals;

  BroughtFiles(JdbcClient jdbc, Clock clock, Audit audit, Jobs jobs, BroughtJob kind, Seals seals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.jobs = jobs;
    this.kind = kind;
    this.seals = seals;
  }

  /** When the same file was taken before; empty if it was not. */
  public Optional<LocalDate> takenBefore(byte[] file) {
    return jdbc
        .sql(
            """
        select b.on_date from dues.brought b
        where b.local_id = :local and b.file_hash = :hash and b.state = 'taken'
          and exists (select from dues.brought_row w where w.local_id = :local and w.brought_id = b.id and w.taken
            and w.undone_on is null)
          and not exists (select from dues.brought_row w where w.local_id = :local and w.brought_id = b.id
            and w.refused is not null)
        order by b.id desc limit 1""")
        .param("local", Scope.local())
        .param("hash", hash(file))
        .query((rs, i) -> rs.getDate(1).toLocalDate())
        .optional();
  }

  /**
   * Keeps a table and starts looking at it; with the same form it is done once.
   *
   * @param form which form it came with; it is the table's identifier from now on
   * @param file at most {@link BroughtTable#MOST_BYTES}, and readable
   * @param due when what is owed is due where a row does not say
   */
  public void start(UUID form, byte[] file, LocalDate due) {
    forgetOld(); // also once a day
    int made = jdbc.sql("""
        insert into dues.brought (local_id, id, state, file, file_hash, due_on, changed_by, changed_at)
        values (?, ?, 'looking', ?, ?, ?, ?::uuid, ?) on conflict (local_id, id) do nothing""")
        .params(Scope.local(), form, seals.seal("brought", "file", form, file), hash(file), Date.valueOf(due))
        .param(Scope.author())
        .param(now())
        .update();
    if (made > 0) {
      begin(form);
      audit.record("dues-brought-sent", subject(form), "");
    }
  }

  private void begin(UUID brought) {
    UUID job = jobs.start(kind, new BroughtJob.Of(brought));
    jdbc.sql("update dues.brought set job_id = ? where local_id = ? and id = ?")
        .params(job, Scope.local(), brought)
        .update();
  }

  /** Takes what was looked at, or goes on where that failed; answers the job, empty if there is nothing to take. */
  public Optional<UUID> take(UUID brought) {
    Optional<BroughtFile> found = hold(brought);
    if (found.filter(each -> each.state() == BroughtFile.State.READY && each.taking() > 0).isPresent()) {
      state(brought, BroughtFile.State.TAKING);
      begin(brought);
      audit.record("dues-brought-taken", subject(brought), Integer.toString(found.get().taking()));
    } else if (found.filter(each -> each.state() == BroughtFile.State.TAKING).isPresent()) {
      goOn(found.get());
    }
    return find(brought).filter(each -> each.state() == BroughtFile.State.TAKING).flatMap(BroughtFile::job);
  }

  /** One that failed or was stopped goes on, one that was deleted begins anew. */
  private void goOn(BroughtFile file) {
    Optional<LocalId> here = Optional.of(new LocalId(Scope.local()));
    Optional<JobView> job = file.job().flatMap(id -> jobs.view(here, id));
    if (job.isEmpty()) {
      begin(file.id());
    } else if (job.get().state() == JobState.FAILED || job.get().state() == JobState.CANCELLED) {
      jobs.again(here, file.job().orElseThrow());
    }
  }

  /** Drops a table that was not taken, with all that is known of it; false if it is too late. */
  public boolean drop(UUID brought) {
    boolean may = hold(brought).filter(each -> each.state() == BroughtFile.State.READY || failed(each)).isPresent();
    if (may) {
      forget(brought);
    }
    return may;
  }

  /** Whether it was to be taken, or looked at, and could not be. */
  public boolean failed(BroughtFile file) {
    return (file.state() == BroughtFile.State.TAKING || file.state() == BroughtFile.State.LOOKING)
        && file.job()
            .flatMap(id -> jobs.view(Optional.of(new LocalId(Scope.local())), id))
            .filter(job -> job.state() != JobState.FAILED && job.state() != JobState.CANCELLED)
            .isEmpty();
  }

  private void forget(UUID brought) {
    jdbc.sql("delete from dues.brought_row where local_id = ? and brought_id = ?")
        .params(Scope.local(), brought)
        .update();
    state(brought, BroughtFile.State.DROPPED);
  }

  /** Drops tables that nobody took for so long, and such as could not be taken; whether there was one. */
  boolean forgetOld() {
    List<UUID> old = jdbc.sql("""
        select id from dues.brought where local_id = ? and state in ('looking', 'ready', 'taking') and changed_at < ?
        order by id for update skip locked""")
        .params(Scope.local(), Timestamp.from(clock.instant().minus(WAITS)))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    old.forEach(this::forget);
    return !old.isEmpty();
  }

  private void state(UUID brought, BroughtFile.State state) {
    jdbc.sql("""
        update dues.brought set state = ?, file = null, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(state.key())
        .param(Scope.author())
        .params(now(), Scope.local(), brought)
        .update();
  }

  private Optional<BroughtFile> hold(UUID brought) {
    jdbc.sql("select id from dues.brought where local_id = ? and id = ? for update")
        .params(Scope.local(), brought)
        .query(rs -> {});
    return find(brought);
  }

  /** One table. */
  public Optional<BroughtFile> find(UUID brought) {
    return jdbc.sql(SELECT + " and b.id = ?").params(Scope.local(), brought).query(BroughtFiles::read).optional();
  }

  /** The latest tables, the last first; at most {@code most}. */
  public List<BroughtFile> latest(int most) {
    return jdbc.sql(SELECT + " order by b.id desc limit ?")
        .params(Scope.local(), most)
        .query(BroughtFiles::read)
        .list();
  }

  /**
   * Rows behind a line.
   *
   * @param refused those that are not taken, or the others
   * @param after 0 for the first ones
   */
  public BroughtFile.Page rows(UUID brought, boolean refused, int after, int most) {
    List<BroughtFile.Row> rows = jdbc.sql("""
        select line, person_id, by_name, owed, ahead, due_on, coalesce(refused, ''), undone_on from dues.brought_row
        where local_id = ? and brought_id = ? and (refused is not null) = ? and line > ? order by line limit ?""")
        .params(Scope.local(), brought, refused, after, most + 1)
        .query((rs, i) -> new BroughtFile.Row(rs.getInt(1), Optional.ofNullable(rs.getObject(2, UUID.class)),
            rs.getBoolean(3), rs.getLong(4), rs.getLong(5), day(rs.getDate(6)), rs.getString(7), day(rs.getDate(8))))
        .list();
    return rows.size() <= most
        ? new BroughtFile.Page(rows, Optional.empty())
        : new BroughtFile.Page(rows.subList(0, most), Optional.of(rows.get(most - 1).line()));
  }

  private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toLocalDate);
  }

  private static BroughtFile read(ResultSet rs, int row) throws SQLException {
    return new BroughtFile(rs.getObject("id", UUID.class), BroughtFile.State.of(rs.getString("state")),
        rs.getDate("due_on").toLocalDate(), rs.getInt("taking"), rs.getInt("refused"), rs.getLong("owed"),
        rs.getLong("ahead"), Optional.ofNullable(rs.getObject("job_id", UUID.class)), day(rs.getDate("on_date")),
        rs.getTimestamp("changed_at").toInstant());
  }

  private static SubjectRef subject(UUID brought) { return new SubjectRef("dues-brought", brought); }

  private static byte[] hash(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
