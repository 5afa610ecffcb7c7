// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads cases from their rows, people and sites as they are now. */
record CaseRows(Seals seals) implements RowMapper<Case> {
  static final String SELECT = """
      select c.id, c.version, p.person_id, s.site_id, c.campaign_id, c.step_id, c.action_id, c.kind, c.happened_on,
        c.word, c.opened_by, c.opened_on, c.deadline_on, c.deadline_note, c.deadline_by, c.deadline_noted_on,
        c.deadline_met_on, c.may_name, c.outcome, c.closing, c.closed_on
      from defence.retaliation c
      left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
      left join roll.api_site_now s on s.local_id = c.local_id and s.id = c.site_id
      where c.local_id = :local
      """;

  @Override
  public Case mapRow(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var about = new Case.About(id(rs, "campaign_id"), id(rs, "step_id"), id(rs, "action_id"));
    return new Case(id, rs.getLong("version"), id(rs, "person_id"), id(rs, "site_id"), about,
        Case.Kind.known(rs.getString("kind")).orElseThrow(), rs.getDate("happened_on").toLocalDate(),
        seals.openIfAny("retaliation", "word", id, rs.getBytes("word")),
        new Case.Opened(rs.getObject("opened_by", UUID.class), rs.getDate("opened_on").toLocalDate()),
        deadline(id, rs), rs.getBoolean("may_name"), end(id, rs));
  }

  private Optional<Case.Deadline> deadline(UUID id, ResultSet rs) throws SQLException {
    var on = day(rs, "deadline_on");
    if (on.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Case.Deadline(on.get(),
        seals.openIfAny("retaliation", "deadline_note", id, rs.getBytes("deadline_note")),
        rs.getObject("deadline_by", UUID.class), rs.getDate("deadline_noted_on").toLocalDate(),
        day(rs, "deadline_met_on")));
  }

  private Optional<Case.End> end(UUID id, ResultSet rs) throws SQLException {
    String outcome = rs.getString("outcome");
    return outcome == null
        ? Optional.empty()
        : Optional.of(new Case.End(Case.Outcome.known(outcome).orElseThrow(),
            seals.openIfAny("retaliation", "closing", id, rs.getBytes("closing")),
            rs.getDate("closed_on").toLocalDate()));
  }

  static Optional<UUID> id(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, UUID.class));
  }

  static Optional<LocalDate> day(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getDate(column)).map(Date::toLocalDate);
  }
}
