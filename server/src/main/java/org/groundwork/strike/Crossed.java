// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a line of a home's book was wrong. It stays to be read and counts for nothing.
 *
 * @param by who crossed it out
 * @param instead whether another line stands in its place
 */
public record Crossed(LocalDate on, UUID by, boolean instead) {

  /** Reads it from the columns of a row; empty for a line that stands. */
  static Optional<Crossed> read(ResultSet rs) throws SQLException {
    var on = Strikes.day(rs.getDate("crossed_on"));
    return on.isEmpty()
        ? Optional.empty()
        : Optional.of(new Crossed(on.get(), rs.getObject("crossed_by", UUID.class),
            rs.getObject("instead_id", UUID.class) != null));
  }
}
