// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was told by somebody's own phone; the mail leaves them out. Runs inside the caller's transaction. */
public final class ReminderList {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final MovedUp movedUp;

  ReminderList(JdbcClient jdbc, Clock clock, MovedUp movedUp) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.movedUp = movedUp;
  }

  /** Somebody was told what is new for them; false if they were already, or there is nothing. */
  public boolean toldByHand(UUID signUp) {
    return movedUp.toldByHand(signUp);
  }

  /** Somebody was reminded; false if they were already, or do not come. */
  public boolean remindedByHand(UUID signUp) {
    return jdbc.sql("""
        update action.sign_up set reminded_at = ?, reminded_by = 'hand'
        where local_id = ? and id = ? and state = 'coming' and reminded_at is null""")
        .params(Timestamp.from(clock.instant()), Tenancy.current().value(), signUp)
        .update() == 1;
  }
}
