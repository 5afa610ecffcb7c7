// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks people in waves: first those who are near and ready, then those further away. Each wave asks three times as many
 * as are needed, less those who have said yes. Runs inside the caller's transaction.
 */
public final class Waves {
  /** A wave asks at most so many. */
  static final int MOST = 1_500;
  private static final int TIMES = 3;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final UUID NO_CALL = new UUID(0, 0);
  /** Ready at that hour and able, a member, not of the boss's side, not asked yet and not too often. */
  private static final String FITS = """
       and r.slots & :slots <> 0 and (:can = 0 or r.can & :can <> 0)
        and (select count(*) from roll.api_person_now n where n.local_id = r.local_id and n.id = r.person_id
          and n.person_id <> all(:but)
          and exists (select 1 from roll.api_membership m where m.local_id = n.local_id and m.person_id = n.person_id
            and m.state = 'active')
          and not exists (select 1 from roll.api_position b where b.local_id = n.local_id
            and b.person_id = n.person_id and b.boss_side)
          and not exists (select 1 from reinforcement.asked a where a.local_id = n.local_id
            and a.person_id = n.person_id and a.call_id = :call)
          and (select count(*) from reinforcement.asked w where w.local_id = n.local_id
            and w.person_id = n.person_id and w.wave > 0 and w.asked_at > :since) < :most) = 1
      """;
  private static final String FROM_HERE = " and r.lot >= :start" + FITS + " order by r.lot limit :many)";
  private static final String FROM_THE_BEGINNING = " and r.lot < :start" + FITS + " order by r.lot limit :many)";
  /**
   * Whom a call asks next, in order: of the same site, of sites in the same network, of the same part of town, everybody
   * else; within each in a round that begins at another place for each call. Every branch walks an index in the order
   * of the lots and stops when it has enough.
   */
  static final String RANK = """
      with places as (
        select n.id, case when n.site_id = :site::uuid then 0 else 1 end tier
        from roll.api_site_now n
        join roll.api_site s on s.local_id = n.local_id and s.id = n.site_id
        left join target.api_site t on t.id = s.register_site
        left join target.api_local_network l on l.local_id = s.local_id and l.site_id = s.register_site
        where n.local_id = :local
          and (n.site_id = :site::uuid or coalesce(l.network_id, t.base_network_id) = any(:networks))),
      found as (
        select q.person_id, p.tier, q.turn, q.lot from places p cross join lateral (
          (select r.person_id, 0 turn, r.lot from reinforcement.ready r
            where r.local_id = :local and r.site_id = p.id""" + FROM_HERE + """
           union all
          (select r.person_id, 1 turn, r.lot from reinforcement.ready r
            where r.local_id = :local and r.site_id = p.id""" + FROM_THE_BEGINNING + """
        ) q
        union all
        (select r.person_id, 2 tier, 0 turn, r.lot from reinforcement.ready r
          where r.local_id = :local and r.area_index = :area""" + FROM_HERE + """
         union all
        (select r.person_id, 2 tier, 1 turn, r.lot from reinforcement.ready r
          where r.local_id = :local and r.area_index = :area""" + FROM_THE_BEGINNING + """
         union all
        (select r.person_id, 3 tier, 0 turn, r.lot from reinforcement.ready r
          where r.local_id = :local""" + FROM_HERE + """
         union all
        (select r.person_id, 3 tier, 1 turn, r.lot from reinforcement.ready r
          where r.local_id = :local""" + FROM_THE_BEGINNING + """
      ),
      nearest as (select distinct on (f.person_id) f.person_id, f.tier, f.turn, f.lot from found f
        order by f.person_id, f.tier)
      select n.person_id, o.tier, o.turn, o.lot from nearest o
      join roll.api_person_now n on n.local_id = :local and n.id = o.person_id
      order by o.tier, o.turn, o.lot, n.person_id limit :many""";
  private static final String ASK = """
      insert into reinforcement.asked (local_id, id, call_id, person_id, wave, tier, state, asked_at, changed_by,
        changed_at)
      select :local, gen_random_uuid(), :call, w.person_id, :wave, w.tier, 'asked', :now, :by::uuid, :now from (
      """ + RANK + """
      ) w on conflict (local_id, call_id, person_id) where person_id is not null do nothing""";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ReinforcementRows rows;
  private final Near near;
  private final ReinforcementRules rules;
  private final Tell tell;

  Waves(JdbcClient jdbc, Clock clock, ReinforcementRows rows, Near near, ReinforcementRules rules, Tell tell) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.rows = rows;
    this.near = near;
    this.rules = rules;
    this.tell = tell;
  }

  /** What says which places and parts of town are near. */
  record Near(Campaigns campaigns, Area areas) {}

  /** Tells those who were asked, once the transaction has committed, and the log how many. */
  record Tell(java.util.function.Consumer<UUID> post, Audit audit) {}

  /**
   * Asks the next wave.
   *
   * @param seen how many waves whoever asks for it has seen; another number asks nobody, since a form was sent twice
   * @return how many were asked
   */
  public int next(UUID id, int seen) {
    gate();
    var call = rows.held(id).filter(held -> held.live(clock.instant()) && held.times().waves() == seen);
    if (call.isEmpty()) {
      return 0;
    }
    if (call.get().missing() == 0) {
      putOff(call.get());
      return 0;
    }
    int asked = ask(call.get());
    if (asked > 0) {
      tell.audit().record("reinforcement-asked", Reinforcements.subject(id), Integer.toString(asked));
    }
    return asked;
  }

  /** Nobody is missing: whether somebody is will be looked at when the wave after this one would be due. */
  private void putOff(Reinforcement call) {
    Instant now = clock.instant();
    jdbc.sql("""
        update reinforcement.call set next_wave_at = ? where local_id = ? and id = ? and next_wave_at <= ?""")
        .params(Timestamp.from(now.plus(call.urgency().every(rules.wave()))), local(), call.id(), Timestamp.from(now))
        .update();
  }

  /** Waves go out one after another, so that two calls do not both ask somebody for the last time of the week. */
  void gate() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(local() + " reinforcement")
        .query(rs -> {});
  }

  /**
   * Asks for a call that is held and live, behind the gate. Where nobody is found it is tried again: others say that they
   * can, and a week goes by since somebody was asked.
   */
  int ask(Reinforcement call) {
    Instant now = clock.instant();
    int many = Math.min(MOST, call.wanted() * TIMES - call.counts().yes());
    int asked = bound(jdbc.sql(ASK), call, many).param("wave", call.times().waves() + 1)
        .param("now", Timestamp.from(now))
        .param("by", Reinforcements.author())
        .update();
    jdbc.sql("""
        update reinforcement.call set waves = waves + ?, next_wave_at = ?, version = version + 1,
          changed_at = ? where local_id = ? and id = ?""")
        .params(asked > 0 ? 1 : 0, Timestamp.from(now.plus(call.urgency().every(rules.wave()))), Timestamp.from(now),
            local(), call.id())
        .update();
    tell.post().accept(call.id());
    return asked;
  }

  /** As many as are counted; more are said as so many and more. */
  public static final int COUNTED = 500;

  /** How many can be asked for this at that hour, near or not, at most {@link #COUNTED}; asks nobody. */
  public int canBeAsked(Reinforcement.Need need, Reinforcement.When when, UUID caller) {
    return jdbc.sql("select count(*) from (select r.person_id from reinforcement.ready r where r.local_id = :local"
        + FITS + " limit :many) fits")
        .param("local", local())
        .param("call", NO_CALL)
        .param("slots", Slots.within(when.starts(), when.ends(), when.zone()))
        .param("can", need.bit())
        .param("but", new UUID[]{caller})
        .param("since", Timestamp.from(clock.instant().minus(WEEK)))
        .param("most", rules.callsAWeek())
        .param("many", COUNTED)
        .query(Integer.class)
        .single();
  }

  /** Whom a call would ask next, in order; asks nobody. */
  public List<UUID> nearest(UUID id, int many) {
    return rows.byId(id)
        .map(call -> bound(jdbc.sql(RANK), call, Math.min(MOST, many)).query((rs, i) -> rs.getObject(1, UUID.class))
            .list())
        .orElse(List.of());
  }

  /** Binds what {@link #RANK} needs. */
  JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Reinforcement call, int many) {
    var but = Stream.concat(Stream.of(call.signed().by()), call.signed().confirmedBy().stream()).toArray(UUID[]::new);
    return statement.param("local", local())
        .param("call", call.id())
        .param("site", call.ties().site().orElse(null))
        .param("networks", networks(call).toArray(String[]::new))
        .param("area", near.areas().hash(call.told().area()).orElse(new byte[0]))
        .param("slots", Slots.within(call.when().starts(), call.when().ends(), call.when().zone()))
        .param("can", call.need().bit())
        .param("but", but)
        .param("since", Timestamp.from(clock.instant().minus(WEEK)))
        .param("most", rules.callsAWeek())
        .param("start", (int) call.id().getLeastSignificantBits())
        .param("many", many);
  }

  /** The networks that a call's place and its fight belong to. */
  private List<String> networks(Reinforcement call) {
    var ofTheFight = call.ties()
        .campaign()
        .flatMap(near.campaigns()::byId)
        .flatMap(campaign -> campaign.core().cause())
        .map(Campaign.Cause::network);
    var ofThePlace = jdbc.sql("""
        select coalesce(l.network_id, t.base_network_id) from roll.api_site s
        left join target.api_site t on t.id = s.register_site
        left join target.api_local_network l on l.local_id = s.local_id and l.site_id = s.register_site
        where s.local_id = ? and s.id = ?::uuid and coalesce(l.network_id, t.base_network_id) is not null""")
        .param(local())
        .param(call.ties().site().orElse(null))
        .query((rs, i) -> rs.getString(1))
        .list();
    return Stream.concat(ofTheFight.stream(), ofThePlace.stream()).distinct().toList();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
