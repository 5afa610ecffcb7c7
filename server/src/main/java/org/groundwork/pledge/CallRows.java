// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls as rows. Whoever changes one holds its lock: {@link #locked}. */
final class CallRows {
  private static final String SELECT = """
      select step_id, kind, state, least, share, each_part, until, met_at, confirm_until, ended_at, deed_asked_at,
        followed_up_at, version
      from pledge.step_call
      """;
  private final JdbcClient jdbc;

  CallRows(JdbcClient jdbc) { this.jdbc = jdbc; }

  Optional<Call> byStep(UUID step) {
    return jdbc.sql(SELECT + "where local_id = ? and step_id = ?")
        .params(local(), step)
        .query(CallRows::read)
        .optional();
  }

  /** The call, locked until the transaction ends. */
  Optional<Call> locked(UUID step) {
    return jdbc.sql(SELECT + "where local_id = ? and step_id = ? for update")
        .params(local(), step)
        .query(CallRows::read)
        .optional();
  }

  /** Makes a call of open cards where there is none. */
  void begin(UUID step, LocalDate until, Instant now) {
    jdbc.sql("""
        insert into pledge.step_call (local_id, step_id, kind, state, until, changed_by, changed_at)
        values (?, ?, 'open', 'open', ?, ?::uuid, ?) on conflict (local_id, step_id) do nothing""")
        .params(local(), step, Date.valueOf(until))
        .param(author())
        .param(Timestamp.from(now))
        .update();
  }

  /** Remembers at which site it is asked; the call is locked. */
  void at(UUID step, UUID site) {
    jdbc.sql("""
        update pledge.step_call set site_id = ? where local_id = ? and step_id = ? and site_id is distinct from ?""")
        .params(site, local(), step, site)
        .update();
  }

  /** The site at which a call was asked, as it is now. */
  Optional<UUID> site(UUID step) {
    return jdbc.sql("""
        select n.site_id from pledge.step_call c
        join roll.api_site_now n on n.local_id = c.local_id and n.id = c.site_id
        where c.local_id = ? and c.step_id = ?""")
        .params(local(), step)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .optional();
  }

  /** When a call ended; absent while it goes on. */
  Optional<Instant> endedAt(UUID step) {
    return jdbc.sql("""
        select ended_at from pledge.step_call where local_id = ? and step_id = ? and ended_at is not null""")
        .params(local(), step)
        .query((rs, i) -> rs.getTimestamp(1).toInstant())
        .optional();
  }

  /** When those who gave their word were asked whether they did it, because the rung was done; absent before. */
  Optional<Instant> deedAskedAt(UUID step) {
    return jdbc.sql("""
        select deed_asked_at from pledge.step_call where local_id = ? and step_id = ? and deed_asked_at is not null""")
        .params(local(), step)
        .query((rs, i) -> rs.getTimestamp(1).toInstant())
        .optional();
  }

  /** Changes the rule and the last day. */
  void set(Call.Core to, Instant now) {
    jdbc.sql("""
        update pledge.step_call set kind = :kind, least = :least::integer, share = :share::smallint,
          each_part = :eachPart::smallint, until = :until, version = version + 1, changed_by = :by::uuid, changed_at = :now
        where local_id = :local and step_id = :step""")
        .param("kind", to.kind().key())
        .param("least", number(to.own().least()))
        .param("share", number(to.own().share()))
        .param("eachPart", number(to.own().eachPart()))
        .param("until", Date.valueOf(to.until()))
        .param("by", author())
        .param("now", Timestamp.from(now))
        .param("local", local())
        .param("step", to.step())
        .update();
  }

  void met(UUID step, Instant at, Instant confirmUntil) {
    jdbc.sql("""
        update pledge.step_call set state = 'met', met_at = ?, confirm_until = ?, version = version + 1,
          changed_by = ?::uuid, changed_at = ? where local_id = ? and step_id = ? and state = 'open'""")
        .params(Timestamp.from(at), Timestamp.from(confirmUntil))
        .param(author())
        .params(Timestamp.from(at), local(), step)
        .update();
  }

  void ended(UUID step, Call.How how, Instant at) {
    jdbc.sql("""
        update pledge.step_call set state = ?, ended_at = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and step_id = ? and state in ('open', 'met')""")
        .params(how.key(), Timestamp.from(at))
        .param(author())
        .params(Timestamp.from(at), local(), step)
        .update();
  }

  /** Notes that those who gave their word are asked whether they did it. */
  void deedAsked(UUID step, Instant at) {
    jdbc.sql("""
        update pledge.step_call set deed_asked_at = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and step_id = ? and state = 'confirmed' and deed_asked_at is null""")
        .params(Timestamp.from(at))
        .param(author())
        .params(Timestamp.from(at), local(), step)
        .update();
  }

  void followedUp(UUID step, Instant at) {
    jdbc.sql("""
        update pledge.step_call set followed_up_at = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and step_id = ? and ended_at is not null and followed_up_at is null""")
        .params(Timestamp.from(at))
        .param(author())
        .params(Timestamp.from(at), local(), step)
        .update();
  }

  /** Begins a call anew that has ended and been followed up. */
  void again(UUID step, LocalDate until, Instant now) {
    jdbc.sql("""
        update pledge.step_call set state = 'open', met_at = null, confirm_until = null, ended_at = null,
          deed_asked_at = null, followed_up_at = null, until = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and step_id = ? and followed_up_at is not null""")
        .params(Date.valueOf(until))
        .param(author())
        .params(Timestamp.from(now), local(), step)
        .update();
  }

  /** The rungs whose call may have to go on by itself. */
  List<UUID> goingOn() {
    return jdbc
        .sql("select step_id from pledge.step_call where local_id = ? and followed_up_at is null order by step_id")
        .params(local())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** The rungs whose call is being confirmed. */
  List<UUID> met() {
    return jdbc.sql("select step_id from pledge.step_call where local_id = ? and state = 'met' order by step_id")
        .param(local())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  boolean none() {
    return jdbc.sql("select not exists (select 1 from pledge.step_call where local_id = ?)")
        .param(local())
        .query(Boolean.class)
        .single();
  }

  /** The rungs whose answers are kept no longer. */
  List<UUID> old(Instant followedUpBefore, Instant endedBefore) {
    return jdbc.sql("""
        select c.step_id from pledge.step_call c where c.local_id = ? and (c.followed_up_at < ? or c.ended_at < ?)
          and (exists (select 1 from pledge.card k where k.local_id = c.local_id and k.step_id = c.step_id)
            or exists (select 1 from pledge.follow_up f where f.local_id = c.local_id and f.step_id = c.step_id))
        order by c.step_id""")
        .params(local(), Timestamp.from(followedUpBefore), Timestamp.from(endedBefore))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private static Call read(ResultSet rs, int row) throws SQLException {
    var core = new Call.Core(rs.getObject("step_id", UUID.class), SealKind.of(rs.getString("kind")).orElseThrow(),
        new Call.Own(number(rs.getInt("least")), number(rs.getInt("share")), number(rs.getInt("each_part"))),
        rs.getDate("until").toLocalDate(), rs.getLong("version"));
    String state = rs.getString("state");
    if (state.equals("open")) {
      return new Call.Open(core);
    }
    if (state.equals("met")) {
      return new Call.Met(core, rs.getTimestamp("met_at").toInstant(), rs.getTimestamp("confirm_until").toInstant());
    }
    var how = Call.How.valueOf(state.toUpperCase(Locale.ROOT));
    var at = rs.getTimestamp("ended_at").toInstant();
    if (rs.getTimestamp("followed_up_at") != null) {
      return new Call.FollowedUp(core, rs.getTimestamp("followed_up_at").toInstant(), how);
    }
    return how == Call.How.CONFIRMED
        ? new Call.Confirmed(core, at, rs.getTimestamp("deed_asked_at") != null)
        : new Call.Ended(core, at, how);
  }

  private static OptionalInt number(int stored) { return stored == 0 ? OptionalInt.empty() : OptionalInt.of(stored); }

  private static @Nullable Integer number(OptionalInt number) { return number.isPresent() ? number.getAsInt() : null; }

  private static @Nullable UUID author() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
