// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether everybody who took part in something risky is all right, asked on day 2 and on day 14. Who is to be asked
 * follows from who took part, each time it is looked at; nothing is written but the answers. Runs inside the caller's
 * transaction.
 */
public final class AllRight {
  /** After so many days nobody asks any more. */
  public static final int LAST_DAY = 30;
  /** Everybody who took part in a risky rung, with the day; those of actions by the day on which the action ended. */
  private static final String TOOK = """
      with took as (
        select n.person_id, a.step_id, null::uuid action_id, a.did_on on_day, r.site_id
        from campaign.api_step_act a
        join campaign.api_rung r on r.local_id = a.local_id and r.id = a.step_id
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = :local and r.kind in (select unnest(:risky::text[]))
        union
        select n.person_id, t.step_id, t.action_id, (t.ends_at at time zone :zone)::date, coalesce(s.site_id, r.site_id)
        from action.api_attended t
        join campaign.api_rung r on r.local_id = t.local_id and r.id = t.step_id
        join roll.api_person_now n on n.local_id = t.local_id and n.id = t.person_id
        left join roll.api_site_now s on s.local_id = t.local_id and s.id = t.site_id
        where t.local_id = :local and r.kind in (select unnest(:risky::text[]))
      ), said as (
        select n.person_id, a.step_id, a.action_id, a.round, a.answer, a.answered_on from defence.all_right a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id where a.local_id = :local
      )
      """;
  private static final String DUE = TOOK + """
      , due as (
        select t.*, case when t.on_day <= :today::date - 14 then 14 else 2 end round from took t
        where t.on_day between :today::date - 30 and :today::date - 2
      )
      select d.person_id, d.step_id, d.action_id, d.on_day, d.site_id, d.round,
        exists (select 1 from said s where s.person_id = d.person_id and s.answer = 'not-reached') tried
      from due d
      where not exists (select 1 from said s where s.person_id = d.person_id and s.step_id = d.step_id
          and s.action_id is not distinct from d.action_id and s.round = d.round and s.answer <> 'not-reached')
      """;
  private static final String NOT_TODAY = """
        and not exists (select 1 from said s where s.person_id = d.person_id and s.answered_on = :today::date)
      """;
  private static final String DUE_WITHIN = DUE + NOT_TODAY + """
        and (:whole or d.site_id in (select unnest(:sites::uuid[])) or d.person_id in (select unnest(:people::uuid[])))
      """;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final Audit audit;

  AllRight(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.audit = audit;
  }

  /** What came of asking. */
  public enum Answer {
    ALL_RIGHT, NOT_REACHED, HIT_BACK;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /** The answer of a key; empty for one that is none. */
    public static Optional<Answer> known(String key) {
      return Arrays.stream(values()).filter(answer -> answer.key().equals(key)).findFirst();
    }
  }

  /** Something risky that somebody took part in. */
  public record Part(UUID step, Optional<UUID> action, LocalDate on, int round, Optional<UUID> site) {}

  /**
   * Somebody to be asked today, once, whatever they took part in.
   *
   * @param parts the latest first
   * @param tried whether somebody tried before
   */
  public record Asked(UUID person, List<Part> parts, boolean tried) {
    public Asked { parts = List.copyOf(parts); }

    /** The latest of what they took part in. */
    public Part latest() { return parts.getFirst(); }
  }

  /** How a rung went for those who took part. */
  public record Count(int asked, int allRight, int hitBack) {
    /** Those of whom nobody knows. */
    public int open() { return Math.max(0, asked - allRight - hitBack); }
  }

  /** Who is to be asked today, within sites and people; whoever waits longest first. */
  public List<Asked> due(Cases.Within whose) {
    return read(within(DUE_WITHIN + " order by d.on_day desc, d.step_id, d.action_id, d.person_id", whose));
  }

  /** How many are to be asked today, within sites and people, by somebody who does not ask themself. */
  int countDue(Cases.Within whose, UUID asking) {
    return bound(within("select count(distinct w.person_id) from (" + DUE_WITHIN + ") w where w.person_id <> :asking",
        whose)).param("asking", asking).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec within(String sql, Cases.Within whose) {
    return jdbc.sql(sql)
        .param("whole", whose.whole())
        .param("sites", whose.sites().toArray(UUID[]::new))
        .param("people", whose.people().toArray(UUID[]::new));
  }

  /** Whether somebody is to be asked today, and after what. */
  public Optional<Asked> due(UUID person) {
    return read(jdbc.sql(DUE + NOT_TODAY + " and d.person_id = :person order by d.on_day desc, d.step_id, d.action_id")
        .param("person", person)).stream().findFirst();
  }

  private List<Asked> read(JdbcClient.StatementSpec statement) {
    var parts = new LinkedHashMap<UUID, List<Part>>();
    var tried = new java.util.HashSet<UUID>();
    bound(statement).query(rs -> {
      UUID person = rs.getObject(1, UUID.class);
      parts.computeIfAbsent(person, _ -> new ArrayList<>())
          .add(new Part(rs.getObject(2, UUID.class), Optional.ofNullable(rs.getObject(3, UUID.class)),
              rs.getDate(4).toLocalDate(), rs.getInt(6), Optional.ofNullable(rs.getObject(5, UUID.class))));
      if (rs.getBoolean(7)) {
        tried.add(person);
      }
    });
    var asked = new ArrayList<Asked>();
    parts.forEach((person, of) -> asked.add(new Asked(person, of, tried.contains(person))));
    return asked.reversed(); // whoever waits longest first
  }

  /**
   * Writes down what came of asking, for everything that somebody is to be asked about now. What was answered stays;
   * only that somebody was not reached gives way. False if there was nothing to ask.
   */
  public boolean answer(UUID person, Answer answer) {
    var open = read(jdbc.sql(DUE + " and d.person_id = :person order by d.on_day desc, d.step_id, d.action_id")
        .param("person", person)).stream().flatMap(asked -> asked.parts().stream()).toList();
    open.forEach(part -> write(person, part, answer));
    if (!open.isEmpty()) {
      audit.record("all-right-asked", new SubjectRef("person", person), answer.key());
    }
    return !open.isEmpty();
  }

  private static final String INSERT = """
      insert into defence.all_right as a (local_id, id, person_id, step_id, action_id, round, answer, answered_by,
        answered_on, changed_by, changed_at)
      values (:local, :id, :person, :step, :action::uuid, :round, :answer, :by, :today, :by, :now)
      """;
  private static final String INSTEAD = """
       do update set answer = excluded.answer, answered_by = excluded.answered_by, answered_on = excluded.answered_on,
        version = a.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      where a.answer = 'not-reached'""";
  private static final String OF_STEP = INSERT
      + "on conflict (local_id, person_id, step_id, round) where action_id is null" + INSTEAD;
  private static final String OF_ACTION = INSERT
      + "on conflict (local_id, person_id, action_id, round) where action_id is not null" + INSTEAD;

  private void write(UUID person, Part part, Answer answer) {
    jdbc.sql(part.action().isPresent() ? OF_ACTION : OF_STEP)
        .param("local", local())
        .param("id", ids.next())
        .param("person", person)
        .param("step", part.step())
        .param("action", part.action().orElse(null))
        .param("round", part.round())
        .param("answer", answer.key())
        .param("by", Callers.actor().person())
        .param("today", Date.valueOf(today()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** How a rung went: everybody once, by their latest answer; whoever has a case that answers it was hit back at. */
  public Count ofStep(UUID step) {
    return bound(jdbc.sql(TOOK + """
        , hit as (
          select coalesce(n.person_id, c.id) who from defence.retaliation c
          left join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
          where c.local_id = :local and c.step_id = :step
          union select s.person_id from said s where s.step_id = :step and s.answer = 'hit-back'
        )
        select (select count(distinct t.person_id) from took t where t.step_id = :step
            and t.on_day <= :today::date - 2),
          (select count(distinct s.person_id) from said s where s.step_id = :step and s.answer = 'all-right'
            and s.person_id not in (select h.who from hit h)),
          (select count(*) from hit h)""").param("step", step))
        .query((rs, i) -> new Count(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
        .single();
  }

  /** Whether an action of a rung keeps numbers only, so that nobody of it can be asked. */
  public boolean countedOnly(UUID step) {
    return jdbc.sql("""
        select exists (select 1 from action.api_of_step a
          where a.local_id = ? and a.step_id = ? and a.count_only and a.state <> 'cancelled')""")
        .params(local(), step)
        .query(Boolean.class)
        .single();
  }

  /** Whether something of ours hangs on a rung. */
  boolean keeps(UUID step) {
    return jdbc.sql("""
        select exists (select 1 from defence.retaliation c where c.local_id = :local and c.step_id = :step)
          or exists (select 1 from defence.answer a where a.local_id = :local and a.step_id = :step)
          or exists (select 1 from defence.all_right r where r.local_id = :local and r.step_id = :step)""")
        .param("local", local())
        .param("step", step)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
    return statement.param("local", local())
        .param("zone", locals.profile().zone().getId())
        .param("today", Date.valueOf(today()))
        .param("risky", Arrays.stream(StepKind.values())
            .filter(StepKind::risky)
            .map(StepKind::key)
            .toArray(String[]::new));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }
}
