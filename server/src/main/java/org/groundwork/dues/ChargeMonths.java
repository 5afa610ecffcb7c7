// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The months of a charge, the first being the lowest bit.
 *
 * @param length how many the period has
 * @param leftOut those it was never for
 * @param waived those that were taken off before
 * @param more those to take off now
 */
record ChargeMonths(UUID person, LocalDate period, UUID plan, int length, int leftOut, int waived, int more) {
  /** The columns that {@link #read} reads, of a charge {@code c} and its plan {@code p}. */
  static final String COLUMNS = "c.person_id, c.period, c.plan_id, coalesce(p.period, 'month') as length, c.left_out, c.waived";

  static ChargeMonths read(ResultSet rs, int row) throws SQLException {
    return new ChargeMonths(rs.getObject("person_id", UUID.class), rs.getDate("period").toLocalDate(),
        rs.getObject("plan_id", UUID.class), Period.known(rs.getString("length")).orElseThrow().months(),
        rs.getInt("left_out"), rs.getInt("waived"), 0);
  }

  boolean of(Charge charge) {
    return person.equals(charge.person()) && period.equals(charge.period()) && plan.equals(charge.plan());
  }

  /** The same where those months are to be taken off of which a pause has a day, and which were not taken off before. */
  ChargeMonths in(LocalDate from, LocalDate until) {
    int paused = 0;
    for (int at = 0; at < length; at++) {
      LocalDate begins = period.plusMonths(at);
      if (from.isBefore(begins.plusMonths(1)) && !until.isBefore(begins)) {
        paused |= 1 << at;
      }
    }
    return new ChargeMonths(person, period, plan, length, leftOut, waived, paused & ~leftOut & ~waived);
  }

  /** Whether nothing is left of it after the months to take off. */
  boolean none() {
    return Integer.bitCount(leftOut | waived | more) == length;
  }

  /** What the months to take off are of the charge's amount: what stays is rounded down. */
  long part(long amount) {
    int all = length - Integer.bitCount(leftOut);
    int before = all - Integer.bitCount(waived);
    return amount * before / all - amount * (before - Integer.bitCount(more)) / all;
  }
}
