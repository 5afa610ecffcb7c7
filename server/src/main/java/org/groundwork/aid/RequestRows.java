// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads requests, and opens what is sealed in them. */
record RequestRows(Seals seals) implements RowMapper<Request> {
  /** Person is who they are now, where records were merged. */
  static final String SELECT = """
      select r.id, coalesce(n.person_id, r.person_id) as person, r.case_id, r.appeal_of, r.state, r.asked, r.way, r.urgent,
        r.needed_on, r.category, r.taken, r.payee, r.words, r.code, r.asked_at, r.due_at, r.decided_at, r.granted,
        r.because, r.answer, r.paid_on, r.undone, r.changed_at
      from aid.request r left join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
      where r.local_id = :local""";

  @Override
  public Request mapRow(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Request(id, uuid(rs, "person"), uuid(rs, "case_id"), uuid(rs, "appeal_of"),
        Request.State.of(rs.getString("state")), wish(id, rs), decision(id, rs),
        Optional.ofNullable(rs.getDate("paid_on")).map(Date::toLocalDate),
        rs.getInt("undone") == 0 ? Optional.empty() : Optional.of(rs.getTimestamp("changed_at").toInstant()));
  }

  private Optional<Request.Wish> wish(UUID id, ResultSet rs) throws SQLException {
    long asked = rs.getLong("asked");
    if (rs.wasNull()) {
      return Optional.empty();
    }
    var told = new Request.Told(Category.known(text(id, rs, "category")),
        Taken.known(text(id, rs, "taken")).orElse(Taken.NOTHING), text(id, rs, "payee"), text(id, rs, "words"));
    return Optional.of(new Request.Wish(asked, PayWay.known(rs.getString("way")).orElse(PayWay.CASH),
        rs.getBoolean("urgent"), Optional.ofNullable(rs.getDate("needed_on")).map(Date::toLocalDate), told,
        rs.getTimestamp("asked_at").toInstant(), rs.getTimestamp("due_at").toInstant()));
  }

  private Optional<Request.Decision> decision(UUID id, ResultSet rs) throws SQLException {
    Optional<Timestamp> decided = Optional.ofNullable(rs.getTimestamp("decided_at"));
    long granted = rs.getLong("granted");
    Optional<Because> because = Optional.ofNullable(rs.getString("because")).flatMap(Because::known);
    String answer = text(id, rs, "answer");
    String code = text(id, rs, "code");
    return decided.map(at -> new Request.Decision(at.toInstant(), granted, because, answer, code));
  }

  private String text(UUID id, ResultSet rs, String column) throws SQLException {
    return seals.openIfAny("request", column, id, rs.getBytes(column));
  }

  private static Optional<UUID> uuid(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, UUID.class));
  }
}
