// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The actions of the current local, planned, changed, held or cancelled. Runs inside the caller's transaction. */
public final class Actions {
  /** At most this many shifts in an action. */
  public static final int MOST_SHIFTS = 60;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final ActionRows rows;
  private final Audit audit;
  private final RungActs acts;
  private final Parts parts;

  Actions(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit, RungActs acts, Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.rows = new ActionRows(jdbc, seals);
    this.audit = audit;
    this.acts = acts;
    this.parts = parts;
  }

  /** Its shifts, and the news for those who come to them. */
  record Parts(Shifts shifts, ChangeNews news) {}

  /**
   * An action as it is planned or changed.
   *
   * @param step the rung of the campaign that it is a date of, if any
   * @param asked what whoever comes is asked that they need, beside what it offers
   */
  public record Plan(Optional<UUID> campaign, Optional<UUID> step, Optional<UUID> site, Action.Told told,
      Needs.Asked asked, Action.When when, boolean countOnly) {

    /** One that is no date of a rung and asks for nothing. */
    public Plan(Optional<UUID> campaign, Optional<UUID> site, Action.Told told, Action.When when, boolean countOnly) {
      this(campaign, Optional.empty(), site, told, Needs.Asked.NOTHING, when, countOnly);
    }
  }

  /** A shift as it is planned. */
  public record NewShift(String name, Action.When when, OptionalInt needed, OptionalInt capacity) {}

  /** Plans an action with its first shift. */
  public UUID plan(Plan plan, NewShift first) {
    UUID id = ids.next();
    bound(id, plan, jdbc.sql("""
        insert into action.action (local_id, id, campaign_id, step_id, site_id, title, neutral, place, starts_at, ends_at,
          zone, access, languages, childcare, rides, asks_childcare, asks_ride, asks_access, asks_language, count_only,
          state, changed_by, changed_at)
        values (:local, :id, :campaign::uuid, :step::uuid, :site::uuid, :title, :neutral::bytea, :place, :starts, :ends,
          :zone, :access::bytea, :languages::bytea, :childcare::bytea, :rides::bytea, :asksChildcare, :asksRide,
          :asksAccess, :asksLanguage, :countOnly, 'planned', :by, :now)"""))
        .update();
    addShift(id, first);
    audit.record("action-planned", subject(id), "");
    return id;
  }

  /**
   * Changes what an action is; its shifts move along, and whoever comes is told of another time or place. One that becomes count only loses every name at once: whoever said that they come is a
   * number from then on. It never becomes one with names again.
   *
   * @return false, and nothing changed, if somebody else changed it since {@code version} or it is over
   */
  public boolean change(UUID id, long version, Plan plan) {
    var before = locked(id).filter(action -> action.version() == version && action.state() == Action.State.PLANNED);
    if (before.isEmpty()) {
      return false;
    }
    boolean otherRung = !before.get().step().equals(plan.step());
    boolean forgets = plan.countOnly() && !before.get().countOnly();
    if (otherRung || forgets) {
      acts.holdAll(id, before.get().step(), plan.step());
    }
    if (otherRung) {
      acts.takeBackAll(id);
    }
    boolean news = !before.get().when().equals(plan.when()) || !before.get().told().equals(plan.told());
    bound(id, plan, jdbc.sql("""
        update action.action set campaign_id = :campaign::uuid, step_id = :step::uuid, site_id = :site::uuid,
          asks_childcare = :asksChildcare, asks_ride = :asksRide, asks_access = :asksAccess,
          asks_language = :asksLanguage, title = :title, neutral = :neutral::bytea, place = :place, starts_at = :starts, ends_at = :ends, zone = :zone,
          access = :access::bytea, languages = :languages::bytea, childcare = :childcare::bytea, rides = :rides::bytea,
          count_only = count_only or :countOnly, revision = revision + :news, version = version + 1, changed_by = :by,
          changed_at = :now where local_id = :local and id = :id""").param("news", news ? 1 : 0)).update();
    var otherHours = parts.shifts().move(before.get(), plan.when());
    if (forgets) {
      forgetNames(id);
    } else if (otherRung) {
      acts.noteAll(id);
    }
    boolean otherPlace = !before.get().told().place().equals(plan.told().place());
    parts.news()
        .changed(id, otherPlace ? before.get().shifts().stream().map(Action.Shift::id).toList() : otherHours,
            otherHours);
    audit.record("action-changed", subject(id), "");
    return true;
  }

  /** Turns everybody written down into numbers. */
  private void forgetNames(UUID id) {
    acts.takeBackAll(id);
    jdbc.sql("""
        update action.shift s set
          need_childcare = s.need_childcare + (select count(*) from action.sign_up u where u.local_id = s.local_id
            and u.shift_id = s.id and u.needs_childcare),
          need_ride = s.need_ride + (select count(*) from action.sign_up u where u.local_id = s.local_id
            and u.shift_id = s.id and u.needs_ride),
          need_access = s.need_access + (select count(*) from action.sign_up u where u.local_id = s.local_id
            and u.shift_id = s.id and u.needs_access),
          need_language = s.need_language + (select count(*) from action.sign_up u where u.local_id = s.local_id
            and u.shift_id = s.id and u.needs_language is not null),
          counted = s.counted + (select count(*) from action.sign_up u where u.local_id = s.local_id
            and u.shift_id = s.id and u.state in ('coming', 'waiting')),
          present = s.present + (select count(*) from action.sign_up u where u.local_id = s.local_id
            and u.shift_id = s.id and u.state = 'attended')
        where s.local_id = ? and s.action_id = ?""").params(local(), id).update();
    jdbc.sql("""
        delete from action.sign_up u where u.local_id = ? and u.shift_id in
          (select s.id from action.shift s where s.local_id = u.local_id and s.action_id = ?)""")
        .params(local(), id)
        .update();
    jdbc.sql("delete from action.march_part where local_id = ? and action_id = ?").params(local(), id).update();
    jdbc.sql("""
        delete from action.gate_keeper k where k.local_id = ? and k.gate_shift_id in (select w.id
          from action.gate_shift w join action.gate g on g.local_id = w.local_id and g.id = w.gate_id
          where w.local_id = k.local_id and g.action_id = ?)""").params(local(), id).update();
    jdbc.sql("""
        update action.gate_shift w set handed_over_by = null, changed_by = null where w.local_id = ? and w.gate_id in
          (select g.id from action.gate g where g.local_id = w.local_id and g.action_id = ?)""")
        .params(local(), id)
        .update();
    jdbc.sql("""
        update action.incident i set changed_by = null where i.local_id = ? and i.gate_id in
          (select g.id from action.gate g where g.local_id = i.local_id and g.action_id = ?)""")
        .params(local(), id)
        .update();
    jdbc.sql("""
        update action.gate_tally t set changed_by = null where t.local_id = ? and t.gate_id in
          (select g.id from action.gate g where g.local_id = t.local_id and g.action_id = ?)""")
        .params(local(), id)
        .update();
    jdbc.sql("update action.picket_wish set changed_by = null where local_id = ? and action_id = ?")
        .params(local(), id)
        .update();
    jdbc.sql("update action.picket_need set changed_by = null where local_id = ? and action_id = ?")
        .params(local(), id)
        .update();
    audit.record("action-count-only", subject(id), "");
  }

  /** Adds a shift at the end; empty if there are {@value #MOST_SHIFTS} already. */
  public Optional<UUID> addShift(UUID action, NewShift shift) {
    int have = jdbc.sql("select count(*) from action.shift where local_id = ? and action_id = ?")
        .params(local(), action)
        .query(Integer.class)
        .single();
    if (have >= MOST_SHIFTS) {
      return Optional.empty();
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into action.shift (local_id, id, action_id, position, name, starts_at, ends_at, needed, capacity,
          changed_by, changed_at) values (?, ?, ?, ?, ?::bytea, ?, ?, ?::integer, ?::integer, ?, ?)""")
        .params(local(), id, action, have)
        .param(seals.sealIfAny("shift", "name", id, shift.name()))
        .params(Timestamp.from(shift.when().starts()), Timestamp.from(shift.when().ends()))
        .param(number(shift.needed()))
        .param(number(shift.capacity()))
        .params(Callers.actor().person(), now())
        .update();
    return Optional.of(id);
  }

  /** Calls an action off; whoever comes, and calendars, are told. False if it is not planned any more. */
  public boolean cancel(UUID id) {
    boolean cancelled = end(id, Action.State.CANCELLED, "action-cancelled");
    if (cancelled) {
      parts.news().calledOff(id);
    }
    return cancelled;
  }

  /** Notes that it took place. False if it is not planned any more. */
  public boolean hold(UUID id) {
    return end(id, Action.State.HELD, "action-held");
  }

  private boolean end(UUID id, Action.State state, String said) {
    int ended = jdbc.sql("""
        update action.action set state = ?, revision = revision + ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ? and state = 'planned'""")
        .params(state.key(), state == Action.State.CANCELLED ? 1 : 0, Callers.actor().person(), now(), local(), id)
        .update();
    if (ended == 1) {
      audit.record(said, subject(id), "");
    }
    return ended == 1;
  }

  /**
   * Keeps how many were there.
   *
   * @return false, and nothing changed, if somebody changed the action since {@code version}, or a phone counted meanwhile
   */
  public boolean count(UUID id, long version, Action.Heads heads) {
    int counted = jdbc.sql("""
        update action.action set in_position = ?::integer, other_sites = ?::integer, supporters = ?::integer,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ? and version = ?""")
        .param(number(heads.inPosition()))
        .param(number(heads.otherSites()))
        .param(number(heads.supporters()))
        .params(Callers.actor().person(), now(), local(), id, version)
        .update();
    if (counted == 1) {
      audit.record("action-counted", subject(id), "");
    }
    return counted == 1;
  }

  /**
   * Adds heads that somebody counted at the door to those that are counted already; a negative number takes back. Called
   * before a shift of the action is held.
   */
  public void countMore(UUID id, Action.Head head, int more) {
    jdbc.sql("""
        update action.action set
          in_position = case when :head = 'position' then greatest(0, coalesce(in_position, 0) + :more) else in_position end,
          other_sites = case when :head = 'other-sites' then greatest(0, coalesce(other_sites, 0) + :more) else other_sites end,
          supporters = case when :head = 'supporters' then greatest(0, coalesce(supporters, 0) + :more) else supporters end,
          version = version + 1, changed_by = :by, changed_at = :now where local_id = :local and id = :id""")
        .param("head", head.key())
        .param("more", more)
        .param("by", Callers.actor().person())
        .param("now", now())
        .param("local", local())
        .param("id", id)
        .update();
    audit.record("action-counted", subject(id), "");
  }

  /** The action with this identity in the current local. */
  public Optional<Action> byId(UUID id) {
    return rows.read(jdbc.sql(ActionRows.SELECT + " and a.id = :id").param("id", id)).stream().findFirst();
  }

  /** The actions with these identities, in no order. */
  public List<Action> byIds(Collection<UUID> of) {
    return rows.read(jdbc.sql(ActionRows.SELECT + " and a.id in (select unnest(:ids::uuid[]))")
        .param("ids", of.toArray(UUID[]::new)));
  }

  private Optional<Action> locked(UUID id) {
    return rows.read(jdbc.sql(ActionRows.SELECT + " and a.id = :id for update of a").param("id", id))
        .stream()
        .findFirst();
  }

  /** What is planned and not over yet, and what was called off before its end; the earliest first. */
  public List<Action> toCome(int most) {
    return rows.read(jdbc.sql(ActionRows.SELECT
        + " and a.ends_at > :now and a.state <> 'held' order by a.starts_at, a.id limit :most")
        .param("now", now())
        .param("most", most));
  }

  /** What is over, the latest first. */
  public List<Action> past(int most) {
    return rows.read(jdbc.sql(ActionRows.SELECT
        + " and (a.ends_at <= :now or a.state = 'held') order by a.ends_at desc, a.id limit :most")
        .param("now", now())
        .param("most", most));
  }

  /** What is planned for a fight and not over yet, the earliest first. */
  public List<Action> ofCampaign(UUID campaign, int most) {
    return rows.read(jdbc.sql(ActionRows.SELECT + """
         and a.campaign_id = :campaign and a.ends_at > :now and a.state = 'planned'
        order by a.starts_at, a.id limit :most""")
        .param("campaign", campaign)
        .param("now", now())
        .param("most", most));
  }

  /** The dates of a rung, whatever became of them, the earliest first. */
  public List<Action> ofStep(UUID step, int most) {
    return rows.read(jdbc.sql(ActionRows.SELECT + " and a.step_id = :step order by a.starts_at, a.id limit :most")
        .param("step", step)
        .param("most", most));
  }

  private JdbcClient.StatementSpec bound(UUID id, Plan plan, JdbcClient.StatementSpec statement) {
    var told = plan.told();
    return statement.param("local", local())
        .param("id", id)
        .param("campaign", plan.campaign().orElse(null))
        .param("step", plan.step().orElse(null))
        .param("asksChildcare", plan.asked().childcare())
        .param("asksRide", plan.asked().ride())
        .param("asksAccess", plan.asked().access())
        .param("asksLanguage", plan.asked().language())
        .param("site", plan.site().orElse(null))
        .param("title", seals.seal("action", "title", id, told.title()))
        .param("neutral", seals.sealIfAny("action", "neutral", id, told.neutral()))
        .param("place", seals.seal("action", "place", id, told.place()))
        .param("starts", Timestamp.from(plan.when().starts()))
        .param("ends", Timestamp.from(plan.when().ends()))
        .param("zone", plan.when().zone().getId())
        .param("access", seals.sealIfAny("action", "access", id, told.access()))
        .param("languages", seals.sealIfAny("action", "languages", id, told.languages()))
        .param("childcare", seals.sealIfAny("action", "childcare", id, told.childcare()))
        .param("rides", seals.sealIfAny("action", "rides", id, told.rides()))
        .param("countOnly", plan.countOnly())
        .param("by", Callers.actor().person())
        .param("now", now());
  }

  static SubjectRef subject(UUID action) { return new SubjectRef("action", action); }

  private static @Nullable Integer number(OptionalInt typed) {
    return typed.isPresent() ? Integer.valueOf(typed.getAsInt()) : null;
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
