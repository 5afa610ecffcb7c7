// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The current local's calls for people. A rapid one is a draft that asks nobody until a second person, with an account of
 * their own, has said the same. Runs inside the caller's transaction.
 */
public final class Reinforcements {
  private static final int MOST = 100;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final ReinforcementRows rows;
  private final Outward outward;

  Reinforcements(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, ReinforcementRows rows, Outward outward) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.rows = rows;
    this.outward = outward;
  }

  /** What goes out with a call, and by which rules. */
  record Outward(Waves waves, Area areas, ReinforcementRules rules, Waves.Tell tell) {}

  /** A call as somebody makes it. */
  public record NewCall(Reinforcement.Urgency urgency, Reinforcement.Need need, int wanted, String title, String area,
      String place, Reinforcement.When when, Reinforcement.Ties ties) {}

  /** Makes a call. It goes out at once, unless it is rapid: that one waits for a second person. */
  public UUID call(NewCall made) {
    outward.waves().gate();
    UUID id = ids.next();
    Instant now = clock.instant();
    boolean rapid = made.urgency() == Reinforcement.Urgency.RAPID;
    Instant expires = rapid ? now.plus(outward.rules().rapid()) : made.when().ends();
    insert(id, made, rapid, now, expires);
    audit("reinforcement-called", id, made.urgency().key());
    if (!rapid) {
      outward.waves().ask(byId(id).orElseThrow());
    }
    return id;
  }

  private void insert(UUID id, NewCall made, boolean rapid, Instant now, Instant expires) {
    var actor = Callers.actor();
    jdbc.sql("""
        insert into reinforcement.call (local_id, id, campaign_id, action_id, site_id, about, urgency, need, wanted,
          title, area, area_index, place, starts_at, ends_at, zone, state, called_by, called_account, opened_at,
          expires_at, changed_by, changed_at)
        values (:local, :id, :campaign::uuid, :action::uuid, :site::uuid, :about::uuid, :urgency, :need, :wanted,
          :title, :area, :index::bytea, :place, :starts, :ends, :zone, :state, :by, :account, :opened::timestamptz,
          :expires, :by, :now)""")
        .param("local", local())
        .param("id", id)
        .param("campaign", made.ties().campaign().orElse(null))
        .param("action", made.ties().action().orElse(null))
        .param("site", made.ties().site().orElse(null))
        .param("about", made.ties().about().orElse(null))
        .param("urgency", made.urgency().key())
        .param("need", made.need().key())
        .param("wanted", made.wanted())
        .param("title", seals.seal("call", "title", id, made.title()))
        .param("area", seals.seal("call", "area", id, made.area()))
        .param("index", outward.areas().hash(made.area()).orElse(null))
        .param("place", seals.seal("call", "place", id, made.place()))
        .param("starts", Timestamp.from(made.when().starts()))
        .param("ends", Timestamp.from(made.when().ends()))
        .param("zone", made.when().zone().getId())
        .param("state", (rapid ? Reinforcement.State.DRAFT : Reinforcement.State.LIVE).key())
        .param("by", actor.person())
        .param("account", actor.account())
        .param("opened", rapid ? null : Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The second person says the same, and a rapid call goes out; of two who say so at once it goes out once. */
  public Confirmation confirm(UUID id) {
    outward.waves().gate();
    var actor = Callers.actor();
    var held = rows.held(id);
    Instant now = clock.instant();
    if (held.isEmpty() || !held.get().rapid()) {
      return new Confirmation.Over();
    }
    var call = held.get();
    if (call.live(now)) {
      return new Confirmation.AlreadyOut();
    }
    if (!call.waits(now)) {
      return new Confirmation.Over();
    }
    if (same(call.signed(), actor)) {
      return new Confirmation.SamePerson();
    }
    jdbc.sql("""
        update reinforcement.call set state = 'live', confirmed_by = ?, confirmed_account = ?, opened_at = ?,
          expires_at = ?, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(actor.person(), actor.account(), Timestamp.from(now), Timestamp.from(lasts(call, now)),
            actor.person(), Timestamp.from(now), local(), id)
        .update();
    audit("reinforcement-confirmed", id, "");
    return new Confirmation.Out(outward.waves().ask(byId(id).orElseThrow()));
  }

  /** Until when a rapid call lasts: counted from when it goes out, or begins if that is later. */
  private Instant lasts(Reinforcement call, Instant now) {
    Instant starts = call.when().starts();
    return (starts.isAfter(now) ? starts : now).plus(outward.rules().rapid());
  }

  /** Whether somebody is who called: by person, by account, or by a record that was merged. */
  private boolean same(Reinforcement.Signed signed, Caller.Actor actor) {
    return signed.account().equals(actor.account()) || jdbc.sql("""
        select count(distinct n.person_id) = 1 from roll.api_person_now n where n.local_id = ? and n.id in (?, ?)""")
        .params(local(), signed.by(), actor.person())
        .query(Boolean.class)
        .single();
  }

  /** A rapid call that nobody has been asked for goes no further. False if it is not waiting. */
  public boolean refuse(UUID id, String reason) {
    if (rows.held(id).filter(call -> call.waits(clock.instant())).isEmpty()) {
      return false;
    }
    jdbc.sql("""
        update reinforcement.call set state = 'refused', reason = ?, place = null, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(seals.seal("call", "reason", id, reason), Callers.actor().person(), now(), local(), id)
        .update();
    audit("reinforcement-refused", id, "");
    return true;
  }

  /**
   * Calls a call off, because it is not needed any more or was a false alarm. Everybody who knows where is told. False if
   * nobody is being asked.
   */
  public boolean callOff(UUID id, boolean falseAlarm, String why) {
    if (rows.held(id).filter(call -> call.live(clock.instant())).isEmpty()) {
      return false;
    }
    jdbc.sql("""
        update reinforcement.call set state = ?, place = null, next_wave_at = null where local_id = ? and id = ?""")
        .params((falseAlarm ? Reinforcement.State.FALSE_ALARM : Reinforcement.State.OFF).key(), local(), id)
        .update();
    say(id, why);
    audit("reinforcement-off", id, falseAlarm ? "false-alarm" : "off");
    return true;
  }

  /** Puts right what people were told. Everybody who knows where is told. False if it is too late for that. */
  public boolean correct(UUID id, String what) {
    if (rows.held(id).filter(call -> call.correctable(clock.instant())).isEmpty()) {
      return false;
    }
    say(id, what);
    audit("reinforcement-corrected", id, "");
    return true;
  }

  private void say(UUID id, String what) {
    jdbc.sql("""
        update reinforcement.call set correction = ?, corrected_at = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(seals.seal("call", "correction", id, what), now(), Callers.actor().person(), now(), local(), id)
        .update();
    jdbc.sql("""
        update reinforcement.asked set corrected_at = null, seen_at = null, corrected_by_hand_at = null, version = version + 1, changed_at = ?
        where local_id = ? and call_id = ? and knows_place""").params(now(), local(), id).update();
    outward.tell().post().accept(id);
  }

  /** A host counted who was there. */
  public void count(UUID id, int people) {
    jdbc.sql("""
        update reinforcement.call set counted = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state not in ('draft', 'refused')""")
        .params(people, Callers.actor().person(), now(), local(), id)
        .update();
    audit("reinforcement-counted", id, Integer.toString(people));
  }

  /** The call with this identity in the current local. */
  public Optional<Reinforcement> byId(UUID id) {
    return rows.byId(id);
  }

  /** Calls about a case of a module above, newest first. */
  public List<Reinforcement> about(UUID about) {
    return rows.read(jdbc.sql(ReinforcementRows.SELECT + " and c.about = :about order by c.id desc limit :most")
        .param("about", about)
        .param("most", MOST));
  }

  /** Calls that go on or wait for a second person, the earliest first. */
  public List<Reinforcement> goingOn() {
    return rows.read(jdbc.sql(ReinforcementRows.SELECT
        + " and c.state in ('draft', 'live') and c.expires_at > :now order by c.starts_at, c.id limit :most")
        .param("now", now())
        .param("most", MOST));
  }

  /**
   * Who reads a list: a rapid call is there for those who run it or were asked.
   *
   * @param sites for which they run calls, where they do not for the whole local
   */
  public record Reader(UUID person, boolean wholeLocal, Set<UUID> sites) {}

  /** The same as a reader may see it. */
  public List<Reinforcement> goingOn(Reader reader) {
    return seenBy(reader, " and c.state in ('draft', 'live') and c.expires_at > :now", " order by c.starts_at, c.id");
  }

  /** Calls that are over as a reader may see them, the latest first. */
  public List<Reinforcement> past(Reader reader) {
    return seenBy(reader, " and (c.state not in ('draft', 'live') or c.expires_at <= :now)",
        " order by c.ends_at desc, c.id");
  }

  private List<Reinforcement> seenBy(Reader reader, String which, String order) {
    return rows.read(jdbc.sql(ReinforcementRows.SELECT + which + " " + ReinforcementRows.SEEN + order + " limit :most")
        .param("now", now())
        .param("whole", reader.wholeLocal())
        .param("sites", reader.sites().toArray(UUID[]::new))
        .param("person", reader.person())
        .param("most", MOST));
  }

  /** These calls. */
  List<Reinforcement> of(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows.read(jdbc.sql(ReinforcementRows.SELECT + " and c.id in (select unnest(:ids::uuid[]))")
            .param("ids", ids.toArray(UUID[]::new)));
  }

  static SubjectRef subject(UUID call) { return new SubjectRef("reinforcement", call); }

  static @Nullable UUID author() { return Callers.current() instanceof Caller.Actor actor ? actor.person() : null; }

  private void audit(String action, UUID id, String detail) {
    outward.tell().audit().record(action, subject(id), detail);
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
