// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is deleted, and when: reasons, words and where it went once the quarter was audited, or after a year; who asked and
 * who got strike pay after a year, or with the record. How much it was and the day stay.
 */
public final class ForgottenByAid implements PersonForgotten, PersonInUse {
  /** The longest that anything is kept. */
  static final Period KEPT = Period.ofYears(1);
  /** What was begun and never sent is taken back. */
  static final Period BEGUN = Period.ofDays(60);
  /** So long a grant waits to be fetched or paid; then it goes back to the fund. */
  public static final Period WAITS = Period.ofDays(90);
  /** What an appeal is decided by stays until nobody can appeal any more, and no appeal waits. */
  private static final String NO_APPEAL = """
       and not (r.decided_at >= :appealable and coalesce(r.granted, 0) < r.asked)
       and not exists (select 1 from aid.request a where a.local_id = :local and a.appeal_of = r.id
         and a.state in ('begun', 'open'))""";
  private static final String REASONS = """
      category = null, taken = null, payee = null, words = null, code = null, because = null, answer = null""";
  /** What somebody proposed, asked for or said yes to as an officer stays, and is nobody's. */
  private static final List<String> AUTHORS = List.of("""
      update aid.rule_change set proposed_by = nullif(proposed_by, :person::uuid),
        settled_by = nullif(settled_by, :person::uuid), version = version + 1
      where local_id = :local and (proposed_by = :person or settled_by = :person)""", """
      update aid.strike_rule_change set proposed_by = nullif(proposed_by, :person::uuid),
        settled_by = nullif(settled_by, :person::uuid), version = version + 1
      where local_id = :local and (proposed_by = :person or settled_by = :person)""", """
      update aid.strike_release set asked_by = nullif(asked_by, :person::uuid),
        released_by = nullif(released_by, :person::uuid), version = version + 1
      where local_id = :local and (asked_by = :person or released_by = :person)""", """
      update aid.undoing set asked_by = nullif(asked_by, :person::uuid),
        settled_by = nullif(settled_by, :person::uuid), version = version + 1
      where local_id = :local and (asked_by = :person or settled_by = :person)""");
  private final JdbcClient jdbc;
  private final Clock clock;
  private final StrikeShares shares;

  ForgottenByAid(JdbcClient jdbc, Clock clock, StrikeShares shares) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.shares = shares;
  }

  @Override
  public void forget(UUID person) {
    jdbc.sql("delete from aid.opinion where local_id = ? and member_id = ?").params(Scope.local(), person).update();
    jdbc.sql("delete from aid.close_to where local_id = ? and (member_id = ? or person_id = ?)")
        .params(Scope.local(), person, person)
        .update();
    jdbc.sql("delete from aid.opinion o using aid.request r where o.local_id = :local and r.local_id = :local"
        + " and r.id = o.request_id and r.person_id = :person")
        .param("local", Scope.local())
        .param("person", person)
        .update();
    jdbc.sql("""
        update aid.undoing u set why = null, version = u.version + 1 from aid.request r
        where u.local_id = :local and r.local_id = :local and r.id = u.request_id and r.person_id = :person""")
        .param("local", Scope.local())
        .param("person", person)
        .update();
    jdbc.sql("update aid.request set state = 'withdrawn', granted = null, decided_at = null, version = version + 1"
        + " where local_id = ? and person_id = ? and state in ('begun', 'open', 'granted')")
        .params(Scope.local(), person)
        .update();
    jdbc.sql("update aid.request set person_id = null, reasons_gone_on = ?, version = version + 1, " + REASONS
        + " where local_id = ? and person_id = ?")
        .params(Date.valueOf(LocalDate.now(clock)), Scope.local(), person)
        .update();
    for (String author : AUTHORS) {
      jdbc.sql(author).param("local", Scope.local()).param("person", person).update();
    }
    shares.forget(person, steps());
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    boolean rows = jdbc.sql("""
        select exists (select 1 from aid.request where local_id = :local
            and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from aid.opinion where local_id = :local
            and member_id in (select unnest(:people::uuid[])))
          or exists (select 1 from aid.rule_change where local_id = :local
            and (proposed_by in (select unnest(:people::uuid[])) or settled_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from aid.strike_rule_change where local_id = :local
            and (proposed_by in (select unnest(:people::uuid[])) or settled_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from aid.strike_release where local_id = :local
            and (asked_by in (select unnest(:people::uuid[])) or released_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from aid.undoing where local_id = :local
            and (asked_by in (select unnest(:people::uuid[])) or settled_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from aid.close_to where local_id = :local
            and (member_id in (select unnest(:people::uuid[])) or person_id in (select unnest(:people::uuid[]))))""")
        .param("local", Scope.local())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
    List<UUID> steps = rows ? List.of() : steps();
    return rows || people.stream().anyMatch(person -> !shares.of(person, steps).isEmpty());
  }

  List<UUID> steps() {
    return jdbc.sql("select step_id from aid.strike_rule where local_id = ?")
        .param(Scope.local())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Deletes the reasons of everything that was paid or declined on some days: the books of these were audited. */
  int audited(LocalDate from, LocalDate until) {
    jdbc.sql("""
        delete from aid.opinion o using aid.request r where o.local_id = :local and r.local_id = :local
          and r.id = o.request_id and not o.counted and r.reasons_gone_on is null
          and (r.paid_on between :first and :until
            or (r.state = 'declined' and r.decided_at >= :since and r.decided_at < :next))""" + NO_APPEAL)
        .param("appealable", Timestamp.from(clock.instant().minus(Requests.APPEAL)))
        .param("local", Scope.local())
        .param("first", Date.valueOf(from))
        .param("since", next(from.minusDays(1)))
        .param("until", Date.valueOf(until))
        .param("next", next(until))
        .update();
    return jdbc.sql("update aid.request r set reasons_gone_on = :today, version = version + 1, " + REASONS
        + " where r.local_id = :local and r.reasons_gone_on is null"
        + " and (r.paid_on between :first and :until"
        + " or (r.state = 'declined' and r.decided_at >= :since and r.decided_at < :next))" + NO_APPEAL)
        .param("appealable", Timestamp.from(clock.instant().minus(Requests.APPEAL)))
        .param("local", Scope.local())
        .param("first", Date.valueOf(from))
        .param("since", next(from.minusDays(1)))
        .param("today", Date.valueOf(LocalDate.now(clock)))
        .param("until", Date.valueOf(until))
        .param("next", next(until))
        .update();
  }

  private static Timestamp next(LocalDate until) {
    return Timestamp.from(until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Deletes what was kept long enough, with who it was. */
  void old(LocalDate today) {
    LocalDate since = today.minus(KEPT);
    jdbc.sql("""
        update aid.request set state = 'withdrawn', version = version + 1 where local_id = ? and state = 'begun'
          and changed_at < ?""").params(Scope.local(), next(today.minus(BEGUN))).update();
    lapse(today, since);
    jdbc.sql(
        """
        delete from aid.opinion o using aid.request r where o.local_id = :local and r.local_id = :local
          and r.id = o.request_id and r.state in ('declined', 'withdrawn', 'paid', 'undone') and r.changed_at < :since""")
        .param("local", Scope.local())
        .param("since", next(since))
        .update();
    jdbc.sql("update aid.request set person_id = null, case_id = null, reasons_gone_on = ?, version = version + 1, "
        + REASONS + " where local_id = ? and state in ('declined', 'withdrawn', 'paid', 'undone') and changed_at < ?"
        + " and person_id is not null")
        .params(Date.valueOf(today), Scope.local(), next(since))
        .update();
    jdbc.sql("update aid.undoing set why = null, version = version + 1 where local_id = ? and why is not null"
        + " and settled_on < ?").params(Scope.local(), Date.valueOf(since)).update();
    oldShares(today, since);
  }

  /**
   * A grant that nobody fetched, since it was given or since its payment was undone to be paid again, and a request that
   * nobody decided on: neither keeps its reasons for ever.
   */
  private void lapse(LocalDate today, LocalDate since) {
    jdbc.sql(
        """
        update aid.request set state = 'withdrawn', granted = null, decided_at = null, code = null, version = version + 1
        where local_id = :local and (state = 'granted' and decided_at < :waited and (undone = 0 or changed_at < :waited)
            or state = 'open' and asked_at < :since)""")
        .param("local", Scope.local())
        .param("waited", next(today.minus(WAITS)))
        .param("since", next(since))
        .update();
  }

  private void oldShares(LocalDate today, LocalDate since) {
    jdbc.sql("""
        delete from aid.strike_share s using aid.strike_batch b where s.local_id = :local and b.local_id = :local
          and b.id = s.batch_id and b.paid_on < :since""")
        .param("local", Scope.local())
        .param("since", Date.valueOf(since))
        .update();
    jdbc.sql("""
        update aid.strike_batch set names_gone_on = ?, version = version + 1
        where local_id = ? and names_gone_on is null and paid_on < ?""")
        .params(Date.valueOf(today), Scope.local(), Date.valueOf(since))
        .update();
  }

  boolean nothing() {
    return !jdbc.sql("""
        select exists (select 1 from aid.request where local_id = :local and person_id is not null)
          or exists (select 1 from aid.undoing where local_id = :local and why is not null)
          or exists (select 1 from aid.strike_batch where local_id = :local and names_gone_on is null)""")
        .param("local", Scope.local())
        .query(Boolean.class)
        .single();
  }
}
