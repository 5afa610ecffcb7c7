// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

/** The statements of {@link AllRight}. */
final class AllRightSql {
  private static final String ACTED = """
      with took as (
        select n.person_id, a.step_id, null::uuid action_id, a.did_on on_day, r.site_id
        from campaign.api_step_act a
        join campaign.api_rung r on r.local_id = a.local_id and r.id = a.step_id
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = :local and r.kind in (select unnest(:risky::text[]))
      """;
  private static final String ATTENDED = """
        union
        select n.person_id, t.step_id, t.action_id, (t.ends_at at time zone :zone)::date, coalesce(s.site_id, r.site_id)
        from action.api_attended t
        join campaign.api_rung r on r.local_id = t.local_id and r.id = t.step_id
        join roll.api_person_now n on n.local_id = t.local_id and n.id = t.person_id
        left join roll.api_site_now s on s.local_id = t.local_id and s.id = t.site_id
        where t.local_id = :local and r.kind in (select unnest(:risky::text[]))
      """;
  private static final String SAID = """
      ), said as (
        select n.person_id, a.step_id, a.action_id, a.round, a.answer, a.answered_on from defence.all_right a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id where a.local_id = :local
      """;
  /** Everybody who took part in a risky rung so that they are asked now; those of actions by the day on which it ended. */
  private static final String TOOK_LATELY = ACTED
      + " and a.did_on between :today::date - 30 and :today::date - 2" + ATTENDED + """
          and t.ends_at >= (:today::date - 30)::timestamp at time zone :zone
          and t.ends_at < (:today::date - 1)::timestamp at time zone :zone
      """ + SAID;
  private static final String TOOK_PART = ACTED + " and a.step_id = :step" + ATTENDED + " and t.step_id = :step" + SAID
      + " and a.step_id = :step)";
  static final String DUE = TOOK_LATELY + """
      ), due as (
        select t.*, case when t.on_day <= :today::date - 14 then 14 else 2 end round from took t
      )
      select d.person_id, d.step_id, d.action_id, d.on_day, d.site_id, d.round,
        exists (select 1 from said s where s.person_id = d.person_id and s.answer = 'not-reached') tried
      from due d
      where not exists (select 1 from said s where s.person_id = d.person_id and s.step_id = d.step_id
          and s.action_id is not distinct from d.action_id and s.round = d.round and s.answer <> 'not-reached')
      """;
  static final String NOT_TODAY = """
        and not exists (select 1 from said s where s.person_id = d.person_id and s.answered_on = :today::date)
      """;
  static final String DUE_WITHIN = DUE + NOT_TODAY + """
        and (:whole or d.site_id in (select unnest(:sites::uuid[])) or d.person_id in (select unnest(:people::uuid[])))
      """;
  /** Who took part in a rung, who was hit back at for it, and who said that they are all right. */
  static final String OF_RUNG = TOOK_PART + """
      select 'took', t.person_id from took t where t.on_day <= :today::date - 2
      union
      select 'hit', coalesce(n.person_id, c.id) from defence.retaliation c
      left join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
      where c.local_id = :local and c.step_id = :step
      union
      select case s.answer when 'hit-back' then 'hit' else 'fine' end, s.person_id from said s
      where s.answer in ('hit-back', 'all-right')""";
  static final String INSERT = """
      insert into defence.all_right as a (local_id, id, person_id, step_id, action_id, round, answer, answered_by,
        answered_on, changed_by, changed_at)
      values (:local, :id, :person, :step, :action::uuid, :round, :answer, :by, :today, :by, :now)
      """;
  static final String INSTEAD = """
       do update set answer = excluded.answer, answered_by = excluded.answered_by, answered_on = excluded.answered_on,
        version = a.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      where a.answer = 'not-reached'""";
  static final String OF_STEP = INSERT
      + "on conflict (local_id, person_id, step_id, round) where action_id is null" + INSTEAD;
  static final String OF_ACTION = INSERT
      + "on conflict (local_id, person_id, action_id, round) where action_id is not null" + INSTEAD;

  private AllRightSql() {}
}
