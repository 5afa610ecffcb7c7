// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.treasury.Handover.Side;
import org.groundwork.treasury.Handover.Tick;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handovers of the money, one at a time, and kept. Runs inside the caller's transaction. */
public final class Handovers {
  private static final String SELECT = """
      select h.id, coalesce(giver.person_id, h.giver_id) as giver_id, coalesce(taker.person_id, h.taker_id) as taker_id,
        h.taker_confirmed_at is not null as confirmed, h.begun_at, h.done_at, h.stopped_at
      from treasury.handover h
      left join roll.api_person_now giver on giver.local_id = h.local_id and giver.id = h.giver_id
      left join roll.api_person_now taker on taker.local_id = h.local_id and taker.id = h.taker_id
      where h.local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Handovers(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** The one that is going on. */
  public Optional<Handover> goingOn() {
    return jdbc.sql(SELECT + " and h.done_at is null and h.stopped_at is null")
        .params(local())
        .query(this::read)
        .optional();
  }

  /** Those that are done or were given up, the last first. */
  public List<Handover> past(int most) {
    return jdbc.sql(SELECT + " and coalesce(h.done_at, h.stopped_at) is not null order by h.id desc limit ?")
        .params(local(), most)
        .query(this::read)
        .list();
  }

  /** One of them. */
  public Optional<Handover> find(UUID handover) {
    return jdbc.sql(SELECT + " and h.id = ?").params(local(), handover).query(this::read).optional();
  }

  private Handover read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Handover(id, Optional.ofNullable(rs.getObject("giver_id", UUID.class)),
        Optional.ofNullable(rs.getObject("taker_id", UUID.class)), rs.getBoolean("confirmed"),
        rs.getTimestamp("begun_at").toInstant(),
        Optional.ofNullable(rs.getTimestamp("done_at")).map(Timestamp::toInstant),
        Optional.ofNullable(rs.getTimestamp("stopped_at")).map(Timestamp::toInstant), ticks(id));
  }

  private List<Tick> ticks(UUID handover) {
    return jdbc.sql("""
        select item, side, figure, ticked_at from treasury.handover_tick where local_id = ? and handover_id = ?
        order by item, side""").params(local(), handover).query((rs, i) -> {
      long figure = rs.getLong(3);
      return new Tick(rs.getString(1), Side.of(rs.getString(2)),
          rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(figure), rs.getTimestamp(4).toInstant());
    }).list();
  }

  /** Begins one; if one is going on, that one is it. */
  public UUID begin(UUID person, Side side) {
    UUID id = ids.next();
    int begun = jdbc.sql("""
        insert into treasury.handover (local_id, id, giver_id, taker_id, begun_at, changed_by, changed_at)
        values (?, ?, ?::uuid, ?::uuid, ?, ?, ?) on conflict do nothing""")
        .params(local(), id)
        .param(side == Side.GIVER ? person : null)
        .param(side == Side.TAKER ? person : null)
        .params(now(), person, now())
        .update();
    if (begun == 1) {
      audit.record("handover-begun", subject(), "");
    }
    return begun == 1 ? id : goingOn().map(Handover::id).orElseThrow();
  }

  /** Somebody says that they are the other one; false if somebody is that already, or if they are the first. */
  public boolean join(UUID handover, UUID person) {
    Handover now = locked(handover);
    var side = now.open().filter(_ -> now.sideOf(person).isEmpty() && !now.over());
    side.ifPresent(open -> jdbc.sql("""
        update treasury.handover set giver_id = coalesce(giver_id, ?), taker_id = coalesce(taker_id, ?),
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(person, person, person, now(), local(), handover)
        .update());
    return side.isPresent();
  }

  /** Somebody who keeps or checks the money says that the taker is who takes over; never the taker. */
  public boolean confirm(UUID handover, UUID person) {
    Handover now = locked(handover);
    if (now.over() || now.confirmed() || now.taker().isEmpty() || now.taker().filter(person::equals).isPresent()) {
      return false;
    }
    jdbc.sql("""
        update treasury.handover set taker_confirmed_by = ?, taker_confirmed_at = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(person, now(), person, now(), local(), handover)
        .update();
    audit.record("handover-taker-confirmed", subject(), "");
    return true;
  }

  /** Somebody of the two says that some things are so; done when both have said it of all. */
  public void tick(UUID handover, UUID person, List<HandoverItem> chosen, List<HandoverItem> all) {
    Handover before = locked(handover);
    var side = before.sideOf(person);
    if (side.isEmpty() || before.over()) {
      return;
    }
    chosen.forEach(item -> jdbc.sql("""
        insert into treasury.handover_tick (local_id, handover_id, item, side, figure, ticked_by, ticked_at)
        values (?, ?, ?, ?, ?::bigint, ?, ?) on conflict do nothing""")
        .params(local(), handover, item.item(), side.get().key())
        .param(figure(item))
        .params(person, now())
        .update());
    Handover after = locked(handover);
    if (all.stream()
        .allMatch(
            item -> List.of(Side.values()).stream().allMatch(each -> after.tick(item.item(), each).isPresent()))) {
      finish(handover, person);
    }
  }

  /** Gives one up that is not done: somebody else takes over, or it was begun by mistake. What was ticked stays. */
  public void stop(UUID handover, UUID person) {
    if (locked(handover).over()) {
      return;
    }
    jdbc.sql("""
        update treasury.handover set stopped_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""").params(now(), person, now(), local(), handover).update();
    audit.record("handover-stopped", subject(), "");
  }

  private static @Nullable Long figure(HandoverItem item) {
    return item.figure().isPresent() ? item.figure().getAsLong() : null;
  }

  private void finish(UUID handover, UUID person) {
    jdbc.sql("""
        update treasury.handover set done_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""").params(now(), person, now(), local(), handover).update();
    audit.record("handover-done", subject(), "");
  }

  private Handover locked(UUID handover) {
    jdbc.sql("select id from treasury.handover where local_id = ? and id = ? for update")
        .params(local(), handover)
        .query(rs -> {});
    return find(handover).orElseThrow(() -> new IllegalArgumentException("there is no such handover"));
  }

  private static SubjectRef subject() { return new SubjectRef("books", local()); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
