// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What rounds hold of somebody for themself, and what stays when their record is deleted: that somebody was asked, the
 * receipt's number, the sum and the day. What an officer wrote about their receipt goes.
 */
final class RoundsForgotten implements PersonForgotten, PersonInUse, OwnData {
  private static final int MOST = 500;
  private static final List<String> FORGET = List.of(
      "update rounds.round set steward_id = null where local_id = ? and steward_id = ?",
      "update rounds.round set first_by = null where local_id = ? and first_by = ?",
      "update rounds.round set second_by = null where local_id = ? and second_by = ?",
      "update rounds.block set taken_by = null where local_id = ? and taken_by = ?",
      "update rounds.taking set taken_by = null where local_id = ? and taken_by = ?",
      "update rounds.count set first_by = null where local_id = ? and first_by = ?",
      "update rounds.count set second_by = null where local_id = ? and second_by = ?",
      "update rounds.count set confirmed_by = null where local_id = ? and confirmed_by = ?",
      "update rounds.correction set proposed_by = null where local_id = ? and proposed_by = ?",
      "update rounds.correction set decided_by = null where local_id = ? and decided_by = ?");
  private final JdbcClient jdbc;

  RoundsForgotten(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public void forget(UUID person) {
    jdbc.sql("""
        update rounds.taking set note = null where local_id = ? and visit_id in (
          select v.id from rounds.visit v where v.local_id = ? and v.person_id = ?)""")
        .params(Scope.local(), Scope.local(), person)
        .update();
    jdbc.sql("""
        update rounds.correction set reason = null where local_id = :local and (
          was_visit_id in (select v.id from rounds.visit v where v.local_id = :local and v.person_id = :person)
          or visit_id in (select w.id from rounds.visit w where w.local_id = :local and w.person_id = :person))""")
        .param("local", Scope.local())
        .param("person", person)
        .update();
    jdbc.sql("update rounds.visit set person_id = null, unit_id = null where local_id = ? and person_id = ?")
        .params(Scope.local(), person)
        .update();
    for (String forget : FORGET) {
      jdbc.sql(forget).params(Scope.local(), person).update();
    }
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from rounds.visit where local_id = :local and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from rounds.round where local_id = :local
            and steward_id in (select unnest(:people::uuid[])))""")
        .param("local", Scope.local())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  @Override
  public int order() { return 62; }

  @Override
  public List<Section> about(UUID person) {
    var asked = jdbc.sql("""
        select r.started_on, v.state from roll.api_person_now n
        join rounds.visit v on v.local_id = n.local_id and v.person_id = n.id
        join rounds.round r on r.local_id = v.local_id and r.id = v.round_id
        where n.local_id = ? and n.person_id = ? and v.local_id = ? and r.local_id = ? order by r.id desc limit ?""")
        .params(Scope.local(), person, Scope.local(), Scope.local(), MOST)
        .query((rs, i) -> entry(rs.getDate(1), new Word(rs.getString(2), "rounds.state." + rs.getString(2))))
        .list();
    var carried = jdbc.sql("""
        select r.started_on, r.state from roll.api_person_now n
        join rounds.round r on r.local_id = n.local_id and r.steward_id = n.id
        where n.local_id = ? and n.person_id = ? and r.local_id = ? order by r.id desc limit ?""")
        .params(Scope.local(), person, Scope.local(), MOST)
        .query((rs, i) -> entry(rs.getDate(1), new Word(rs.getString(2), "rounds.is." + rs.getString(2))))
        .list();
    var all = new java.util.ArrayList<Section>();
    if (!asked.isEmpty()) {
      all.add(new Section("rounds-asked", "own.rounds.asked", asked));
    }
    if (!carried.isEmpty()) {
      all.add(new Section("rounds-carried", "own.rounds.carried", carried));
    }
    return all;
  }

  private static Entry entry(Date on, Word state) {
    return new Entry(List.of(new Fact("begun", "own.rounds.on", new Day(on.toLocalDate())),
        new Fact("state", "own.rounds.state", state)));
  }

  @Override
  public List<String> stays() { return List.of("own.rounds.stays"); }
}
