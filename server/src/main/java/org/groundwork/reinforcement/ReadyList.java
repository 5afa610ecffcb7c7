// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who of the current local can be called: everybody says so themself, and takes it back; whoever has no account says it to
 * their steward, who writes it down. Runs inside the caller's transaction.
 */
public final class ReadyList {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Area areas;

  ReadyList(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Area areas) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.areas = areas;
  }

  /** What a person said; empty for somebody who cannot be called. */
  public Optional<Ready> of(UUID person) {
    return jdbc.sql("""
        select r.person_id, r.area, r.slots, r.can,
          (select s.site_id from roll.api_site_now s where s.local_id = r.local_id and s.id = r.site_id) site_id
        from reinforcement.ready r join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
        where r.local_id = ? and n.person_id = ? order by (r.person_id = ?) desc, r.person_id limit 1""")
        .params(local(), person, person)
        .query((rs, i) -> new Ready(Optional.ofNullable(rs.getObject("site_id", UUID.class)),
            seals.openIfAny("ready", "area", rs.getObject("person_id", UUID.class), rs.getBytes("area")),
            rs.getInt("slots"), rs.getInt("can")))
        .optional();
  }

  /** Which of these people can be called. */
  public Set<UUID> whoOf(Collection<UUID> people) {
    return new HashSet<>(jdbc.sql("""
        select n.person_id from roll.api_person_now n
        join reinforcement.ready r on r.local_id = n.local_id and r.person_id = n.id
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[])) and r.local_id = ?""")
        .params(local(), people.toArray(UUID[]::new), local())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** A place somebody belongs to. */
  public record OwnPlace(UUID id, String name) {}

  /** The places to which a person belongs: they can say that they are usually at one of these. */
  public List<OwnPlace> places(UUID person) {
    return jdbc.sql("""
        select distinct s.id, s.name from roll.api_position p
        join roll.api_site_now n on n.local_id = p.local_id and n.id = p.site_id
        join roll.api_site s on s.local_id = n.local_id and s.id = n.site_id
        where p.local_id = ? and p.person_id = ? and not p.boss_side order by s.name, s.id""")
        .params(local(), person)
        .query((rs, i) -> new OwnPlace(rs.getObject(1, UUID.class), rs.getString(2)))
        .list();
  }

  /** A person says that they can be called, or says it anew. */
  public void say(UUID person, Ready ready) {
    say(person, ready, person);
  }

  /** The same, written down by somebody to whom they said it. */
  public void say(UUID person, Ready ready, UUID by) {
    forgetMerged(person);
    jdbc.sql("delete from reinforcement.not_ready where local_id = ? and person_id = ?")
        .params(local(), person)
        .update();
    jdbc.sql("""
        insert into reinforcement.ready as r (local_id, person_id, site_id, area, area_index, slots, can, lot, changed_by,
          changed_at) values (:local, :person, :site::uuid, :area::bytea, :index::bytea, :slots, :can, :lot, :by, :now)
        on conflict (local_id, person_id) do update set site_id = excluded.site_id, area = excluded.area,
          area_index = excluded.area_index, slots = excluded.slots, can = excluded.can, version = r.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at where r.local_id = :local""")
        .param("local", local())
        .param("person", person)
        .param("site", ready.site().orElse(null))
        .param("area",
            areas.hash(ready.area()).map(_ -> seals.seal("ready", "area", person, ready.area())).orElse(null))
        .param("index", areas.hash(ready.area()).orElse(null))
        .param("slots", ready.slots())
        .param("can", ready.can())
        .param("by", by)
        .param("lot", (int) ids.random().getLeastSignificantBits())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** A person takes it back: nothing of it is kept. */
  public void takeBack(UUID person) {
    forgetMerged(person);
    jdbc.sql("delete from reinforcement.ready where local_id = ? and person_id = ?").params(local(), person).update();
  }

  /** A person does not want to be called, and is not asked about it again. */
  public void notForMe(UUID person) {
    takeBack(person);
    jdbc.sql("""
        insert into reinforcement.not_ready (local_id, person_id, changed_by, changed_at) values (?, ?, ?, ?)
        on conflict (local_id, person_id) do nothing""")
        .params(local(), person, person, Timestamp.from(clock.instant()))
        .update();
  }

  /** Whether a person said that they do not want to be called. */
  public boolean saidNo(UUID person) { return jdbc.sql("""
        select exists (select 1 from reinforcement.not_ready r
          join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
          where r.local_id = ? and n.person_id = ?)""")
      .params(local(), person)
      .query(Boolean.class)
      .single(); }

  /** What records merged into a person's said goes with what the person says now. */
  private void forgetMerged(UUID person) {
    jdbc.sql("""
        delete from reinforcement.ready r where r.local_id = :local and r.person_id in (select n.id
          from roll.api_person_now n where n.local_id = :local and n.person_id = :person and n.id <> :person)""")
        .param("local", local())
        .param("person", person)
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
