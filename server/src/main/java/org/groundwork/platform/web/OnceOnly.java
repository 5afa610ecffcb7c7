// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes sure that a form sent twice, by a nervous thumb or a reload, is done once. */
public final class OnceOnly {
  private final JdbcClient jdbc;
  private final Clock clock;

  public OnceOnly(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether this is the first time that the form with this identifier is done, in the current local and transaction. A
   * second sender waits until the first has committed.
   *
   * @param what a word for the kind of form
   */
  public boolean first(UUID form, String what) {
    return jdbc
        .sql("insert into platform.form_done (local_id, id, at, result) values (?, ?, ?, ?) on conflict do nothing")
        .params(Tenancy.current().value(), form, Timestamp.from(clock.instant()), what)
        .update() == 1;
  }

  /** It was not done after all: the form may be sent again. In the transaction in which it was the first time. */
  public void notDone(UUID form) {
    jdbc.sql("delete from platform.form_done where local_id = ? and id = ?")
        .params(Tenancy.current().value(), form)
        .update();
  }
}
