// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When somebody is deleted for good, that they can be called goes, and so does what they were asked; that somebody was
 * there stays without who it was. Holds no call: a place that becomes free is given with the next answer.
 */
final class ForgottenByCalls implements PersonForgotten {
  private final JdbcClient jdbc;

  ForgottenByCalls(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public void forget(UUID person) {
    UUID local = Tenancy.current().value();
    jdbc.sql("delete from reinforcement.wish where local_id = ? and asked_by = ?").params(local, person).update();
    jdbc.sql("delete from reinforcement.ready where local_id = ? and person_id = ?").params(local, person).update();
    jdbc.sql("delete from reinforcement.not_ready where local_id = ? and person_id = ?").params(local, person).update();
    jdbc.sql("delete from reinforcement.asked where local_id = ? and person_id = ? and state <> 'here'")
        .params(local, person)
        .update();
    jdbc.sql("""
        update reinforcement.asked set person_id = null, line = null, changed_by = null, version = version + 1
        where local_id = ? and person_id = ?""").params(local, person).update();
  }
}
