// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When somebody is deleted for good, what they said of days to come goes, and whoever waits moves up; that somebody was
 * there, and how long, stays without who it was. What they were to do at a march or a gate goes.
 */
final class Forgotten implements PersonForgotten {
  private final JdbcClient jdbc;
  private final SignUps signUps;

  Forgotten(JdbcClient jdbc, SignUps signUps) {
    this.jdbc = jdbc;
    this.signUps = signUps;
  }

  @Override
  public void forget(UUID person) {
    UUID local = Tenancy.current().value();
    var shifts = jdbc.sql("""
        select distinct shift_id from action.sign_up where local_id = ? and person_id = ? order by shift_id""")
        .params(local, person)
        .query(UUID.class)
        .list();
    shifts.forEach(signUps::hold); // before the rows, as everybody does
    jdbc.sql(
        """
        delete from action.sign_up where local_id = ? and person_id = ? and state in ('coming', 'waiting', 'withdrawn')""")
        .params(local, person)
        .update();
    jdbc.sql("""
        update action.sign_up set person_id = null, own_hash = null, here_hash = null,
          needs_childcare = false, needs_ride = false, needs_access = false, needs_language = null, version = version + 1
        where local_id = ? and person_id = ?""").params(local, person).update();
    jdbc.sql("delete from action.march_part where local_id = ? and person_id = ?").params(local, person).update();
    jdbc.sql("delete from action.gate_keeper where local_id = ? and person_id = ?").params(local, person).update();
    jdbc.sql("delete from action.calendar where local_id = ? and person_id = ?").params(local, person).update();
    shifts.forEach(signUps::moveUp);
  }
}
