// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.OpenCases;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases of the current local: opened, given a deadline, ended, opened again. Runs inside the caller's transaction. */
public final class Cases implements OpenCases {
  private static final String WITHIN = """
        and (:whole or s.site_id in (select unnest(:sites::uuid[])) or p.person_id in (select unnest(:people::uuid[])))
        and (:step::uuid is null or c.step_id = :step::uuid)
        and (:campaign::uuid is null or c.campaign_id = :campaign::uuid)
      order by c.state desc, c.happened_on desc, c.id desc limit :most""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final Seals seals;
  private final CaseRows rows;
  private final Audit audit;

  Cases(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.seals = seals;
    this.rows = new CaseRows(seals);
    this.audit = audit;
  }

  /** A case as it is written down. */
  public record NewCase(UUID person, Optional<UUID> site, Case.About about, Case.Kind kind, LocalDate happenedOn,
      String word, Optional<LocalDate> deadline) {}

  /**
   * Whose cases are asked for.
   *
   * @param whole every one of the local
   * @param sites those at these sites
   * @param people and those of these people
   */
  public record Within(boolean whole, Set<UUID> sites, Set<UUID> people) {
    public Within {
      sites = Set.copyOf(sites);
      people = Set.copyOf(people);
    }
  }

  /** Writes a case down. A campaign that is being closed meanwhile waits, and is then refused for it. */
  public UUID open(NewCase hit) {
    UUID id = ids.next();
    UUID me = Callers.actor().person();
    jdbc.sql("""
        insert into defence.retaliation (local_id, id, person_id, site_id, campaign_id, step_id, action_id, kind,
          happened_on, word, opened_by, opened_on, deadline_on, deadline_by, deadline_noted_on, state, changed_by,
          changed_at)
        values (:local, :id, :person, :site::uuid, :campaign::uuid, :step::uuid, :action::uuid, :kind, :happened, :word,
          :me, :today, :deadline::date, :deadlineBy::uuid, :deadlineNoted::date, 'open', :me, :now)""")
        .param("local", local())
        .param("id", id)
        .param("person", hit.person())
        .param("site", hit.site().orElse(null))
        .param("campaign", hit.about().campaign().orElse(null))
        .param("step", hit.about().step().orElse(null))
        .param("action", hit.about().action().orElse(null))
        .param("kind", hit.kind().key())
        .param("happened", Date.valueOf(hit.happenedOn()))
        .param("word", seals.seal("retaliation", "word", id, hit.word()))
        .param("me", me)
        .param("today", Date.valueOf(today()))
        .param("deadline", hit.deadline().map(Date::valueOf).orElse(null))
        .param("deadlineBy", hit.deadline().isPresent() ? me : null)
        .param("deadlineNoted", hit.deadline().isPresent() ? Date.valueOf(today()) : null)
        .param("now", now())
        .update();
    audit.record("case-opened", subject(id), hit.kind().key());
    return id;
  }

  /** The case with this identity in the current local. */
  public Optional<Case> byId(UUID id) {
    return jdbc.sql(CaseRows.SELECT + " and c.id = :id").param("local", local()).param("id", id).query(rows).optional();
  }

  /** The open ones first, the latest blow first. */
  public List<Case> within(Within whose, Optional<UUID> step, Optional<UUID> campaign, int most) {
    return jdbc.sql(CaseRows.SELECT + WITHIN)
        .param("local", local())
        .param("whole", whose.whole())
        .param("sites", whose.sites().toArray(UUID[]::new))
        .param("people", whose.people().toArray(UUID[]::new))
        .param("step", step.orElse(null))
        .param("campaign", campaign.orElse(null))
        .param("most", most)
        .query(rows)
        .list();
  }

  /** Every case of one person. */
  public List<Case> ofPerson(UUID person) {
    return jdbc.sql(CaseRows.SELECT + " and p.person_id = :person order by c.state desc, c.happened_on desc, c.id desc")
        .param("local", local())
        .param("person", person)
        .query(rows)
        .list();
  }

  /** Says what a blow answers. */
  public boolean about(UUID id, Case.About about, Optional<UUID> site) {
    boolean said = jdbc.sql("""
        update defence.retaliation set campaign_id = ?::uuid, step_id = ?::uuid, action_id = ?::uuid,
          site_id = coalesce(?::uuid, site_id), version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state = 'open'""")
        .param(about.campaign().orElse(null))
        .param(about.step().orElse(null))
        .param(about.action().orElse(null))
        .param(site.orElse(null))
        .params(Callers.actor().person(), now(), local(), id)
        .update() == 1;
    return recorded(said, "case-about", id);
  }

  /** Says until when something must be done, and who says so; it is to be met anew. */
  public boolean due(UUID id, LocalDate on, String note) {
    UUID me = Callers.actor().person();
    boolean said = jdbc.sql("""
        update defence.retaliation set deadline_told = case when deadline_on = ? then deadline_told end,
          deadline_on = ?, deadline_note = ?::bytea, deadline_by = ?, deadline_noted_on = ?, deadline_met_on = null,
          version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state = 'open'""")
        .param(Date.valueOf(on))
        .param(Date.valueOf(on))
        .param(seals.sealIfAny("retaliation", "deadline_note", id, note))
        .params(me, Date.valueOf(today()), me, now(), local(), id)
        .update() == 1;
    return recorded(said, "case-deadline", id);
  }

  /** What had to be done by the deadline was done. Said twice, it is said once. */
  public boolean met(UUID id) {
    boolean met = jdbc.sql("""
        update defence.retaliation set deadline_met_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state = 'open' and deadline_on is not null and deadline_met_on is null""")
        .params(Date.valueOf(today()), Callers.actor().person(), now(), local(), id)
        .update() == 1;
    return recorded(met, "case-deadline-met", id);
  }

  /** Whether the person agreed that whoever helps learns who it is. */
  public boolean mayName(UUID id, boolean may) {
    boolean changed = jdbc.sql("""
        update defence.retaliation set may_name = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and may_name <> ? and person_id is not null""")
        .params(may, Callers.actor().person(), now(), local(), id, may)
        .update() == 1;
    return recorded(changed, may ? "case-named" : "case-unnamed", id);
  }

  /** Ends an open case. False if it has ended already. */
  public boolean close(UUID id, Case.Outcome outcome, String word) {
    boolean closed = jdbc.sql("""
        update defence.retaliation set state = 'closed', outcome = ?, closing = ?::bytea, closed_on = ?,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ? and state = 'open'""")
        .param(outcome.key())
        .param(seals.sealIfAny("retaliation", "closing", id, word))
        .params(Date.valueOf(today()), Callers.actor().person(), now(), local(), id)
        .update() == 1;
    return recorded(closed, "case-closed", id);
  }

  /** Opens one that had ended. False if it is open, or nobody knows any more whose it is. */
  public boolean reopen(UUID id) {
    boolean opened = jdbc.sql("""
        update defence.retaliation set state = 'open', outcome = null, closing = null, closed_on = null,
          version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state = 'closed' and person_id is not null""")
        .params(Callers.actor().person(), now(), local(), id)
        .update() == 1;
    return recorded(opened, "case-reopened", id);
  }

  @Override
  public int of(UUID campaign) {
    return jdbc.sql("""
        select count(*) from defence.retaliation where local_id = ? and campaign_id = ? and state = 'open'""")
        .params(local(), campaign)
        .query(Integer.class)
        .single();
  }

  @Override
  public String path(UUID campaign) { return "cases?campaign=" + campaign; }

  /** The rung that an action is part of. */
  public Optional<UUID> stepOf(UUID action) {
    return jdbc.sql("select a.step_id from action.api_of_step a where a.local_id = ? and a.id = ?")
        .params(local(), action)
        .query(UUID.class)
        .optional();
  }

  /** Whether a case answers this rung. */
  boolean answer(UUID step) {
    return jdbc.sql("select exists (select 1 from defence.retaliation where local_id = ? and step_id = ?)")
        .params(local(), step)
        .query(Boolean.class)
        .single();
  }

  static SubjectRef subject(UUID id) { return new SubjectRef("case", id); }

  private boolean recorded(boolean happened, String action, UUID id) {
    if (happened) {
      audit.record(action, subject(id), "");
    }
    return happened;
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
