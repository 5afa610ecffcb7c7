// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened in a case, day by day, and what we do about it. Runs inside the caller's transaction. */
public final class CaseNotes {
  /** At most this many facts, and as many answers, in a case. */
  public static final int MOST = 200;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final Seals seals;
  private final Audit audit;

  CaseNotes(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * Something that happened. It is never changed; another one puts it right.
   *
   * @param corrects the one that this puts right
   */
  public record Fact(UUID id, LocalDate on, String what, UUID by, Optional<UUID> corrects) {}

  /**
   * What we do about it.
   *
   * @param step a rung of the ladder; absent where {@code what} says it
   * @param doneOn when it was done
   */
  public record Reply(UUID id, Optional<UUID> step, String what, LocalDate on, Optional<LocalDate> doneOn) {}

  /** Adds a fact. False if the case has {@value #MOST} already, or the one that it puts right is not one of its. */
  public boolean add(UUID hit, LocalDate on, String what, Optional<UUID> corrects) {
    if (many("select count(*) from defence.fact where local_id = ? and retaliation_id = ?", hit)
        || corrects.filter(wrong -> facts(hit).stream().noneMatch(fact -> fact.id().equals(wrong))).isPresent()) {
      return false;
    }
    UUID id = ids.next();
    UUID me = Callers.actor().person();
    jdbc.sql("""
        insert into defence.fact (local_id, id, retaliation_id, happened_on, what, corrects_id, noted_by, noted_at,
          changed_by, changed_at) values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?)""")
        .params(local(), id, hit, Date.valueOf(on), seals.seal("fact", "what", id, what))
        .param(corrects.orElse(null))
        .params(me, now(), me, now())
        .update();
    audit.record("case-fact", Cases.subject(hit), "");
    return true;
  }

  /** The facts of a case, by their day. */
  public List<Fact> facts(UUID hit) {
    return jdbc.sql("""
        select f.id, f.happened_on, f.what, f.noted_by, f.corrects_id from defence.fact f
        where f.local_id = ? and f.retaliation_id = ? order by f.happened_on, f.id""")
        .params(local(), hit)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Fact(id, rs.getDate(2).toLocalDate(), seals.open("fact", "what", id, rs.getBytes(3)),
              rs.getObject(4, UUID.class), Optional.ofNullable(rs.getObject(5, UUID.class)));
        })
        .list();
  }

  /** Says what we do about it: a rung of its fight's ladder, or a sentence. False if there are {@value #MOST} already. */
  public boolean answer(UUID hit, Optional<UUID> step, String what, LocalDate on) {
    if (many("select count(*) from defence.answer where local_id = ? and retaliation_id = ?", hit)) {
      return false;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into defence.answer (local_id, id, retaliation_id, step_id, what, answer_on, changed_by, changed_at)
        values (?, ?, ?, ?::uuid, ?::bytea, ?, ?, ?)""")
        .params(local(), id, hit)
        .param(step.orElse(null))
        .param(seals.sealIfAny("answer", "what", id, what))
        .params(Date.valueOf(on), Callers.actor().person(), now())
        .update();
    audit.record("case-answer", Cases.subject(hit), "");
    return true;
  }

  /** What we do about a case, by day. */
  public List<Reply> answers(UUID hit) {
    return jdbc.sql("""
        select a.id, a.step_id, a.what, a.answer_on, a.done_on from defence.answer a
        where a.local_id = ? and a.retaliation_id = ? order by a.answer_on, a.id""")
        .params(local(), hit)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Reply(id, Optional.ofNullable(rs.getObject(2, UUID.class)),
              seals.openIfAny("answer", "what", id, rs.getBytes(3)), rs.getDate(4).toLocalDate(),
              CaseRows.day(rs, "done_on"));
        })
        .list();
  }

  /** Notes that we did what we said. Said twice, it is said once. */
  public boolean did(UUID hit, UUID answer) {
    boolean did = jdbc.sql("""
        update defence.answer set done_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and retaliation_id = ? and done_on is null""")
        .params(Date.valueOf(today()), Callers.actor().person(), now(), local(), answer, hit)
        .update() == 1;
    if (did) {
      audit.record("case-answered", Cases.subject(hit), "");
    }
    return did;
  }

  private boolean many(String sql, UUID hit) {
    return jdbc.sql(sql).params(local(), hit).query(Integer.class).single() >= MOST;
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
