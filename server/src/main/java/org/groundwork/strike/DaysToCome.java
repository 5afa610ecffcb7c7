// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hearings and the offers of every strike whose day comes, without a word of them. Runs inside the caller's transaction. */
final class DaysToCome {
  private static final String OF = """
      from strike.withholding w
      left join roll.api_person_now n on n.local_id = w.local_id and n.id = w.person_id
      """;
  static final String HEARINGS = """
      select w.step_id, w.id, w.label, n.person_id, h.starts_at
      """ + OF + """
      join strike.hearing h on h.local_id = w.local_id and h.withholding_id = w.id
      where h.local_id = ? and h.crossed_on is null and h.result is null and h.starts_at >= ? and h.starts_at < ?
      order by h.starts_at, h.id""";
  static final String OFFERS = """
      select w.step_id, w.id, w.label, n.person_id, h.until_day
      """ + OF + """
      join strike.happening h on h.local_id = w.local_id and h.withholding_id = w.id
      join strike.strike s on s.local_id = w.local_id and s.step_id = w.step_id and s.ended_on is null
        and s.forgotten_on is null
      where h.local_id = ? and h.kind = 'offer' and h.answer = 'waiting' and h.crossed_on is null
        and h.until_day >= ? and h.until_day <= ?
      order by h.until_day, h.id""";
  private final JdbcClient jdbc;

  DaysToCome(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * A day of a unit.
   *
   * @param contact whom to talk to in the household
   */
  record Coming<T>(UUID step, UUID unit, String label, Optional<UUID> contact, T on) {}

  /** The hearings from a moment until another, the earliest first. */
  List<Coming<Instant>> hearings(Instant from, Instant until) {
    return jdbc.sql(HEARINGS)
        .params(local(), Timestamp.from(from), Timestamp.from(until))
        .query((rs, i) -> coming(rs, rs.getTimestamp(5).toInstant()))
        .list();
  }

  /** The offers that nobody answered while their strike goes on, whose last day lies between two days, both included. */
  List<Coming<LocalDate>> offers(LocalDate from, LocalDate until) {
    return jdbc.sql(OFFERS)
        .params(local(), Date.valueOf(from), Date.valueOf(until))
        .query((rs, i) -> coming(rs, rs.getDate(5).toLocalDate()))
        .list();
  }

  private static <T> Coming<T> coming(ResultSet rs, T on) throws SQLException {
    return new Coming<>(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3),
        Optional.ofNullable(rs.getObject(4, UUID.class)), on);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
