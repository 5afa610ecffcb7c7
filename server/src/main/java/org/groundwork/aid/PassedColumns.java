// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.groundwork.spending.Appropriation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decision that passed something, as the columns of a proposal have it: all of them, or none. */
final class PassedColumns {
  private PassedColumns() {}

  /** Fills the parameters on, body, words, for, against and abstained. */
  static JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement, Optional<Appropriation.Decision> passed) {
    return statement.param("on", passed.map(each -> Date.valueOf(each.on())).orElse(null))
        .param("body", passed.map(each -> each.body().key()).orElse(null))
        .param("words", passed.map(Appropriation.Decision::words).orElse(null))
        .param("for", passed.map(Appropriation.Decision::votesFor).orElse(null))
        .param("against", passed.map(Appropriation.Decision::votesAgainst).orElse(null))
        .param("abstained", passed.map(Appropriation.Decision::abstained).orElse(null));
  }

  /** Reads the columns decided_on, body, decision, votes_for, votes_against and abstained. */
  static Optional<Appropriation.Decision> read(ResultSet rs) throws SQLException {
    @Nullable
    Date on = rs.getDate("decided_on");
    return on == null
        ? Optional.empty()
        : Optional.of(new Appropriation.Decision(on.toLocalDate(),
            Appropriation.Body.known(rs.getString("body")).orElseThrow(), rs.getString("decision"),
            rs.getInt("votes_for"), rs.getInt("votes_against"), rs.getInt("abstained")));
  }
}
