// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever was at a march, a picket or a button day did the rung, unless they are of the boss's side. Taking back that
 * they were there takes it back, if nothing else says that they did it. Whoever writes here holds the action, the shift,
 * the rung and then the entry, in this order. Runs inside the caller's transaction.
 */
final class RungActs {
  private final JdbcClient jdbc;
  private final StrengthTests tests;

  RungActs(JdbcClient jdbc, StrengthTests tests) {
    this.jdbc = jdbc;
    this.tests = tests;
  }

  /** Somebody who did a rung on a day. */
  private record Act(UUID person, UUID step, LocalDate on) {}

  /** Holds the rung of a shift's action before anything is written of who was there. Called with the shift held. */
  void hold(UUID shift) {
    tests.hold(jdbc.sql("""
        select a.step_id from action.shift s join action.action a on a.local_id = s.local_id and a.id = s.action_id
        where s.local_id = ? and s.id = ? and a.step_id is not null""")
        .params(local(), shift)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Holds the shifts of an action that is held alone, and then the rungs that it was and becomes a date of. */
  void holdAll(UUID action, Optional<UUID> before, Optional<UUID> after) {
    jdbc.sql("select s.id from action.shift s where s.local_id = ? and s.action_id = ? order by s.id for update")
        .params(local(), action)
        .query(UUID.class)
        .list();
    tests.hold(Stream.concat(before.stream(), after.stream()).toList());
  }

  /** Somebody was noted at an action: they did its rung, if being there is what it asks and nobody noted it before. */
  void attended(UUID signUp) {
    act(signUp).ifPresent(act -> {
      tests.did(act.step(), List.of(act.person()), act.on());
      jdbc.sql("update action.sign_up set did_step = ? where local_id = ? and id = ?")
          .params(act.step(), local(), signUp)
          .update();
    });
  }

  private Optional<Act> act(UUID signUp) {
    return jdbc.sql("""
        select n.person_id, a.step_id, s.starts_at, a.zone from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join action.action a on a.local_id = s.local_id and a.id = s.action_id
        join campaign.api_step r on r.local_id = a.local_id and r.id = a.step_id
        join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
        where u.local_id = ? and u.id = ? and u.state = 'attended' and u.did_step is null
          and r.kind in ('march', 'picket', 'button-day') and r.campaign_state in ('quiet', 'public')
          and not exists (select 1 from roll.api_position p
            join roll.api_person_now b on b.local_id = p.local_id and b.id = p.person_id
            where p.local_id = u.local_id and b.person_id = n.person_id and p.boss_side)
          and not exists (select 1 from campaign.api_step_act d
            join roll.api_person_now m on m.local_id = d.local_id and m.id = d.person_id
            where d.local_id = u.local_id and d.step_id = a.step_id and m.person_id = n.person_id)""")
        .params(local(), signUp)
        .query((rs, i) -> new Act(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            LocalDate.ofInstant(rs.getTimestamp(3).toInstant(), ZoneId.of(rs.getString(4)))))
        .optional();
  }

  /** Takes back what noting somebody at an action noted of its rung. Called before they are noted otherwise. */
  void takeBack(UUID signUp) {
    jdbc.sql("select person_id, did_step from action.sign_up where local_id = ? and id = ? and did_step is not null")
        .params(local(), signUp)
        .query((rs, i) -> new Noted(Optional.ofNullable(rs.getObject(1, UUID.class)), rs.getObject(2, UUID.class)))
        .optional()
        .ifPresent(noted -> {
          jdbc.sql("update action.sign_up set did_step = null where local_id = ? and id = ?")
              .params(local(), signUp)
              .update();
          noted.person()
              .filter(person -> !elsewhere(signUp, noted.step(), person))
              .ifPresent(person -> tests.didNot(noted.step(), List.of(person)));
        });
  }

  /** @param person absent once they were forgotten */
  private record Noted(Optional<UUID> person, UUID step) {}

  /** Whether somebody was at another shift or date of the rung, which says from now on that they did it. */
  private boolean elsewhere(UUID signUp, UUID step, UUID person) { return jdbc.sql("""
        update action.sign_up set did_step = ? where local_id = ? and id = (select u.id from action.sign_up u
          join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
          join action.action a on a.local_id = s.local_id and a.id = s.action_id
          join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
          join roll.api_person_now m on m.local_id = n.local_id and m.person_id = n.person_id
          where u.local_id = ? and u.id <> ? and a.step_id = ? and u.state = 'attended' and m.id = ?
          order by u.id limit 1)""")
      .params(step, local(), local(), signUp, step, person)
      .update() == 1; }

  /** Takes back everything that an action noted. */
  void takeBackAll(UUID action) {
    of(action).forEach(this::takeBack);
  }

  /** Notes everybody who was at an action, for the rung it is a date of now. */
  void noteAll(UUID action) {
    of(action).forEach(this::attended);
  }

  private List<UUID> of(UUID action) {
    return jdbc.sql("""
        select u.id from action.sign_up u join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        where u.local_id = ? and s.action_id = ? and u.state = 'attended' order by u.id""")
        .params(local(), action)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
