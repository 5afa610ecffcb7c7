// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When and where units of a rent strike are heard, and what came of it. They are also taken after the strike ended: courts
 * do not stop with it. Runs inside the caller's transaction.
 */
public final class Hearings {
  private static final String SELECT = """
      select h.id, w.step_id, h.withholding_id, w.label, h.starts_at, h.place, h.result, h.crossed_on, h.crossed_by,
        h.instead_id
      from strike.hearing h
      join strike.withholding w on w.local_id = h.local_id and w.id = h.withholding_id
      where h.local_id = ?""";
  static final String OF_STRIKE = SELECT + " and w.step_id = ? order by h.starts_at, h.id";
  static final String OF_UNIT = SELECT + " and h.withholding_id = ? order by h.starts_at, h.id";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final CrossingOut crossing;
  private final Audit audit;

  Hearings(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, CrossingOut crossing, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.crossing = crossing;
    this.audit = audit;
  }

  /**
   * Writes down when a unit is heard.
   *
   * @param instead a hearing of the unit that was wrong, or was moved; false, and nothing written, if it does not stand
   */
  public boolean heard(Withholding unit, Instant at, String place, Optional<UUID> instead) {
    if (instead.filter(wrong -> !crossing.out(unit, CrossingOut.Line.HEARING, wrong)).isPresent()) {
      return false;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into strike.hearing (local_id, id, withholding_id, starts_at, place, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, unit.id(), Timestamp.from(at), seals.seal("hearing", "place", id, place),
            Callers.actor().person(), now())
        .update();
    instead.ifPresent(wrong -> crossing.instead(CrossingOut.Line.HEARING, wrong, id));
    audit.record("strike-hearing", RentBook.subject(unit.id()), "");
    return true;
  }

  /** Writes down what came of a hearing, in place of what was written; false if there is none that stands. */
  public boolean came(Withholding unit, UUID hearing, String result) {
    boolean written = jdbc.sql("""
        update strike.hearing set result = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and withholding_id = ? and crossed_on is null""")
        .params(seals.seal("hearing", "result", hearing, result), Callers.actor().person(), now(), local(), hearing,
            unit.id())
        .update() == 1;
    if (written) {
      audit.record("strike-hearing-result", RentBook.subject(unit.id()), "");
    }
    return written;
  }

  /** The hearings of a strike that are to come, the earliest first. */
  public List<Hearing> toCome(UUID step) {
    return jdbc.sql(OF_STRIKE)
        .params(local(), step)
        .query(this::read)
        .list()
        .stream()
        .filter(hearing -> hearing.comes(clock.instant()))
        .toList();
  }

  /** Every hearing of a unit, the earliest first. */
  public List<Hearing> of(UUID unit) {
    return jdbc.sql(OF_UNIT).params(local(), unit).query(this::read).list();
  }

  /** One hearing of a unit, if it stands. */
  public Optional<Hearing> of(UUID unit, UUID hearing) {
    return of(unit).stream().filter(one -> one.id().equals(hearing) && one.crossed().isEmpty()).findFirst();
  }

  private Hearing read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Hearing(id, rs.getObject("step_id", UUID.class), rs.getObject("withholding_id", UUID.class),
        rs.getString("label"), rs.getTimestamp("starts_at").toInstant(),
        seals.open("hearing", "place", id, rs.getBytes("place")),
        seals.openIfAny("hearing", "result", id, rs.getBytes("result")), Crossed.read(rs));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
