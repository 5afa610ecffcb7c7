// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.campaign.FightPromises;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is written down of the current local's marches on who can say yes: parts, answers, the rehearsal, the report. Runs
 * inside the caller's transaction.
 */
public final class Marches {
  private static final int MOST_PROMISES = 100;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final Seals seals;
  private final MarchParts parts;
  private final Audit audit;

  Marches(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, MarchParts parts, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.seals = seals;
    this.parts = parts;
    this.audit = audit;
  }

  /** What is written down of an action as a march; nothing of one that nobody prepared yet. */
  public March of(UUID action) {
    return jdbc.sql("""
        select action_id, version, filming, filming_by, filming_on, rehearsed_on, rehearsed_by, went_in, said, said_by,
          promise, promised_for, reported_at, promise_kept from action.march where local_id = ? and action_id = ?""")
        .params(local(), action)
        .query((rs, i) -> row(action, rs))
        .optional()
        .orElseGet(() -> new March(action, 0, Optional.empty(), parts.of(action), answers(action), Optional.empty(),
            Optional.empty(), Optional.empty()));
  }

  private March row(UUID action, ResultSet rs) throws SQLException {
    return new March(action, rs.getLong("version"), filming(action, rs), parts.of(action), answers(action),
        day(rs, "rehearsed_on").map(on -> rehearsal(on, rs)), report(action, rs), kept(rs));
  }

  private Optional<March.Note> filming(UUID action, ResultSet rs) throws SQLException {
    String note = seals.openIfAny("march", "filming", action, rs.getBytes("filming"));
    return note.isEmpty()
        ? Optional.empty()
        : Optional.of(new March.Note(note, rs.getObject("filming_by", UUID.class),
            rs.getDate("filming_on").toLocalDate()));
  }

  private static March.Rehearsal rehearsal(LocalDate on, ResultSet rs) {
    try {
      return new March.Rehearsal(on, rs.getObject("rehearsed_by", UUID.class));
    } catch (SQLException e) {
      throw new IllegalStateException("a rehearsal could not be read", e);
    }
  }

  private Optional<March.Report> report(UUID action, ResultSet rs) throws SQLException {
    return rs.getTimestamp("reported_at") == null
        ? Optional.empty()
        : Optional.of(new March.Report(rs.getInt("went_in"), open(action, "said", rs), open(action, "said_by", rs),
            open(action, "promise", rs), day(rs, "promised_for")));
  }

  private static Optional<Boolean> kept(ResultSet rs) throws SQLException {
    boolean kept = rs.getBoolean("promise_kept");
    return rs.wasNull() ? Optional.empty() : Optional.of(kept);
  }

  private String open(UUID action, String column, ResultSet rs) throws SQLException {
    return seals.openIfAny("march", column, action, rs.getBytes(column));
  }

  private List<March.Answer> answers(UUID action) {
    return jdbc.sql("""
        select id, reply, answer, rehearsed from action.march_answer where local_id = ? and action_id = ?
        order by reply""")
        .params(local(), action)
        .query((rs, i) -> new March.Answer(March.Reply.of(rs.getString("reply")),
            seals.open("march_answer", "answer", rs.getObject("id", UUID.class), rs.getBytes("answer")),
            rs.getBoolean("rehearsed")))
        .list();
  }

  /** Writes down whether filming is lawful here; empty takes it away. False if somebody changed the march meanwhile. */
  public boolean film(UUID action, long version, String note) {
    if (!take(action, version)) {
      return false;
    }
    boolean same = of(action).filming().map(March.Note::text).orElse("").equals(note);
    if (!same) {
      boolean any = !note.isEmpty();
      jdbc.sql("""
          update action.march set filming = ?::bytea, filming_by = ?::uuid, filming_on = ?::date
          where local_id = ? and action_id = ?""")
          .param(seals.sealIfAny("march", "filming", action, note))
          .param(any ? Callers.actor().person() : null)
          .param(any ? Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))) : null)
          .params(local(), action)
          .update();
    }
    audit.record("march-prepared", Actions.subject(action), "");
    return true;
  }

  /**
   * Writes down our answers, and which were rehearsed. Whoever wrote down the day of the rehearsal stays who did, until
   * somebody writes down another.
   *
   * @param on the day of the rehearsal, absent while there was none
   * @return false, and nothing changed, if somebody changed the march since {@code version}
   */
  public boolean rehearse(UUID action, long version, List<March.Answer> answers, Optional<LocalDate> on) {
    if (!take(action, version)) {
      return false;
    }
    answers.forEach(answer -> answer(action, answer));
    jdbc.sql("""
        update action.march set rehearsed_by = case when :day::date is null then null
          when rehearsed_on = :day::date then rehearsed_by else :by end, rehearsed_on = :day::date
        where local_id = :local and action_id = :action""")
        .param("day", on.map(Date::valueOf).orElse(null))
        .param("by", Callers.actor().person())
        .param("local", local())
        .param("action", action)
        .update();
    audit.record("march-prepared", Actions.subject(action), "");
    return true;
  }

  private void answer(UUID action, March.Answer answer) {
    UUID id = jdbc.sql("select id from action.march_answer where local_id = ? and action_id = ? and reply = ?")
        .params(local(), action, answer.reply().key())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .optional()
        .orElseGet(ids::random);
    jdbc.sql("""
        insert into action.march_answer as m (local_id, id, action_id, reply, answer, rehearsed, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (local_id, id) do update set answer = excluded.answer, rehearsed = excluded.rehearsed,
          version = m.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .params(local(), id, action, answer.reply().key(),
            seals.seal("march_answer", "answer", id, answer.answer()), answer.rehearsed(), Callers.actor().person(),
            now())
        .update();
  }

  /** Writes down what came of it; false, and nothing changed, if somebody changed the march since {@code version}. */
  public boolean report(UUID action, long version, March.Report report) {
    var before = of(action).report();
    if (!take(action, version)) {
      return false;
    }
    boolean same = before.filter(held -> held.promise().equals(report.promise())
        && held.promisedFor().equals(report.promisedFor())).isPresent();
    jdbc.sql("""
        update action.march set promise_kept = case when ? then promise_kept end, went_in = ?, said = ?::bytea, said_by = ?::bytea, promise = ?::bytea,
          promised_for = ?::date, reported_by = ?, reported_at = ? where local_id = ? and action_id = ?""")
        .param(same)
        .param(report.wentIn())
        .param(seals.sealIfAny("march", "said", action, report.said()))
        .param(seals.sealIfAny("march", "said_by", action, report.saidBy()))
        .param(seals.sealIfAny("march", "promise", action, report.promise()))
        .param(report.promisedFor().map(Date::valueOf).orElse(null))
        .params(Callers.actor().person(), now(), local(), action)
        .update();
    audit.record("march-reported", Actions.subject(action), "");
    return true;
  }

  /** Writes down whether they kept what they promised; false if nothing was, or somebody changed the march meanwhile. */
  public boolean kept(UUID action, long version, boolean kept) {
    boolean promised = of(action).report().filter(report -> !report.promise().isEmpty()).isPresent();
    if (!promised || !take(action, version)) {
      return false;
    }
    jdbc.sql("update action.march set promise_kept = ? where local_id = ? and action_id = ?")
        .params(kept, local(), action)
        .update();
    audit.record("march-reported", Actions.subject(action), "");
    return true;
  }

  /** The oldest promise of a date at such a site whose day has come and at which nobody has looked, in a fight that goes on. */
  public Optional<March.Due> due(LocalDate today, Predicate<Optional<UUID>> ofSite) {
    return jdbc.sql("""
        select m.action_id, (select n.site_id from roll.api_site_now n where n.local_id = a.local_id
            and n.id = a.site_id)
        from action.march m join action.action a on a.local_id = m.local_id and a.id = m.action_id
        join campaign.api_step r on r.local_id = a.local_id and r.id = a.step_id
        where m.local_id = ? and m.promise is not null and m.promise_kept is null and m.promised_for <= ?
          and a.state <> 'cancelled' and r.kind = 'march' and r.campaign_state in ('quiet', 'public')
        order by m.promised_for, m.action_id""")
        .params(local(), Date.valueOf(today))
        .query((rs, i) -> new At(rs.getObject(1, UUID.class), Optional.ofNullable(rs.getObject(2, UUID.class))))
        .list()
        .stream()
        .filter(at -> ofSite.test(at.site()))
        .findFirst()
        .map(at -> due(at.action()));
  }

  private record At(UUID action, Optional<UUID> site) {}

  private March.Due due(UUID action) {
    return jdbc.sql("select promise, promised_for from action.march where local_id = ? and action_id = ?")
        .params(local(), action)
        .query((rs, i) -> new March.Due(action, open(action, "promise", rs), rs.getDate(2).toLocalDate()))
        .single();
  }

  /** What was promised at the dates of a rung, the latest first. */
  public List<March.Promise> promises(UUID step) {
    return jdbc.sql("""
        select m.action_id, m.promise, m.promised_for, m.said_by, m.reported_at, m.promise_kept from action.march m
        join action.action a on a.local_id = m.local_id and a.id = m.action_id
        where m.local_id = ? and a.step_id = ? and m.promise is not null order by m.reported_at desc, m.action_id""")
        .params(local(), step)
        .query((rs, i) -> {
          UUID action = rs.getObject(1, UUID.class);
          return new March.Promise(action, open(action, "promise", rs), day(rs, "promised_for"),
              open(action, "said_by", rs), rs.getTimestamp(5).toInstant(), kept(rs));
        })
        .list();
  }

  /** What was promised at the dates of a fight, by the day on which it was said; the earliest first, in words if asked for. */
  public List<FightPromises.Promise> promisesOf(UUID campaign, boolean words) {
    return jdbc
        .sql(
            """
        select m.action_id, m.promise, m.promised_for, a.starts_at, a.zone, m.promise_kept from action.march m
        join action.action a on a.local_id = m.local_id and a.id = m.action_id
        where m.local_id = ? and a.campaign_id = ? and m.promise is not null order by a.starts_at, m.action_id limit ?""")
        .params(local(), campaign, MOST_PROMISES)
        .query((rs, i) -> {
          UUID action = rs.getObject(1, UUID.class);
          return new FightPromises.Promise(words ? open(action, "promise", rs) : "",
              LocalDate.ofInstant(rs.getTimestamp(4).toInstant(), ZoneId.of(rs.getString(5))),
              day(rs, "promised_for"), kept(rs), "actions/" + action + "/march#report");
        })
        .list();
  }

  /** Takes the march for a change of this version: one after the other, and the second of two of one version is refused. */
  private boolean take(UUID action, long version) {
    jdbc.sql(
        """
        insert into action.march (local_id, action_id, version, changed_at) values (?, ?, 0, ?) on conflict do nothing""")
        .params(local(), action, now())
        .update();
    return jdbc.sql("""
        update action.march set version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and action_id = ? and version = ?""")
        .params(Callers.actor().person(), now(), local(), action, version)
        .update() == 1;
  }

  private static Optional<LocalDate> day(ResultSet rs, String column) throws SQLException {
    @Nullable
    Date stored = rs.getDate(column);
    return Optional.ofNullable(stored).map(Date::toLocalDate);
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
