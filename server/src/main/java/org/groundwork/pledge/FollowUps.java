// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is to be told what became of a call, so that none ends in silence. Runs inside the caller's transaction. */
public final class FollowUps {
  /** Answers and this list are kept so long after everybody was told. */
  static final Duration KEPT = Duration.ofDays(90);
  /** And so long after the end at the latest. */
  static final Duration KEPT_AT_MOST = Duration.ofDays(180);
  private final JdbcClient jdbc;
  private final Audit audit;

  FollowUps(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** What came of telling somebody. */
  public enum Said {
    /** They know. */
    TOLD,
    /** They did what was asked. */
    DID,
    /** They did not. */
    DID_NOT,
    /** They know, and want to talk again. */
    TALK_AGAIN;

    /** As stored, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has this key. */
    public static Optional<Said> of(String key) {
      return Stream.of(values()).filter(said -> said.key().equals(key)).findFirst();
    }
  }

  /** Somebody to be told, or told. */
  public record Line(UUID step, UUID person, Optional<Said> said) {}

  /** Puts people on the list of a rung, but nobody of the boss's side; whoever is on it stays as they are. */
  void ask(UUID step, Collection<UUID> people, Instant now) {
    jdbc.sql("""
        insert into pledge.follow_up (local_id, step_id, person_id, asked_at)
        select :local, :step, n.id, :now from roll.api_person_now n
        where n.local_id = :local and n.id in (select unnest(:people::uuid[])) and not exists (
          select 1 from roll.api_person_now m
          join roll.api_position b on b.local_id = m.local_id and b.person_id = m.id and b.boss_side
          where m.local_id = :local and m.person_id = n.person_id)
        order by n.id
        on conflict (local_id, step_id, person_id) do nothing""")
        .param("local", local())
        .param("step", step)
        .param("people", people.toArray(UUID[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Puts people on the list of a rung, those too who were on it and told; whoever said that they did it stays so. */
  void askAgain(UUID step, Collection<UUID> people, Instant now) {
    jdbc.sql("""
        update pledge.follow_up f set asked_at = ?, said = null, done_at = null, done_by = null
        where f.local_id = ? and f.step_id = ? and f.said <> 'did' and f.person_id in (select n.id from roll.api_person_now n
          where n.local_id = ? and n.person_id in (select unnest(?::uuid[])))""")
        .params(Timestamp.from(now), local(), step, local(), people.toArray(UUID[]::new))
        .update();
    ask(step, people, now);
  }

  /** Lets the codes of cards that are about to be destroyed lead to what became of the call. */
  void keepCodes(UUID step) { jdbc.sql("""
        update pledge.follow_up f set code_hash = (select c.code_hash from pledge.card c
          join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
          where c.local_id = :local and c.step_id = :step and n.person_id = f.person_id and c.code_hash is not null
          order by c.said_at desc, c.person_id limit 1)
        where f.local_id = :local and f.step_id = :step""")
      .param("local", local())
      .param("step", step)
      .update(); }

  /**
   * Notes what came of it, for the person and the records merged into theirs.
   *
   * @return whether they are on the list
   */
  boolean done(UUID step, UUID person, Said said, Instant now) {
    int noted = jdbc.sql("""
        update pledge.follow_up f set said = ?, done_at = ?, done_by = ? where f.local_id = ? and f.step_id = ?
          and f.person_id in (select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .params(said.key(), Timestamp.from(now), Callers.actor().person(), local(), step, local(), person)
        .update();
    if (noted > 0) {
      audit.record("pledger-told", new SubjectRef("step", step), "");
    }
    return noted > 0;
  }

  /** How many of a rung are still to be told. */
  public int waiting(UUID step) {
    return jdbc.sql("""
        select count(distinct n.person_id) from pledge.follow_up f
        join roll.api_person_now n on n.local_id = f.local_id and n.id = f.person_id
        where f.local_id = ? and f.step_id = ? and f.done_at is null""")
        .params(local(), step)
        .query(Integer.class)
        .single();
  }

  /** Everybody on the list of a rung, as who they are now; those still to be told first. */
  public List<Line> of(UUID step) {
    return jdbc.sql("""
        select n.person_id, min(f.said) said from pledge.follow_up f
        join roll.api_person_now n on n.local_id = f.local_id and n.id = f.person_id
        where f.local_id = ? and f.step_id = ? group by n.person_id order by min(f.said) is not null, n.person_id""")
        .params(local(), step)
        .query((rs, i) -> new Line(step, rs.getObject(1, UUID.class),
            Optional.ofNullable(rs.getString(2)).flatMap(Said::of)))
        .list();
  }

  /** Who of these people is still to be told, rung by rung. */
  public List<Line> waiting(Collection<UUID> people) {
    return jdbc
        .sql(
            """
        select distinct f.step_id, n.person_id from roll.api_person_now n
        join pledge.follow_up f on f.local_id = n.local_id and f.person_id = n.id and f.done_at is null
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[])) and f.local_id = ? order by f.step_id, n.person_id""")
        .params(local(), people.toArray(UUID[]::new), local())
        .query((rs, i) -> new Line(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), Optional.empty()))
        .list();
  }

  /** The rungs on whose list somebody is still to be told. */
  List<UUID> waitingRungs() {
    return jdbc
        .sql("select distinct step_id from pledge.follow_up where local_id = ? and done_at is null order by step_id")
        .params(local())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  void destroy(UUID step) {
    jdbc.sql("delete from pledge.follow_up where local_id = ? and step_id = ?").params(local(), step).update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
