// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When somebody is deleted for good, their answers go too, and nobody is to tell them anything. */
final class Forgotten implements PersonForgotten {
  private static final List<String> THEIRS = List.of("delete from pledge.card where local_id = ? and person_id = ?",
      "delete from pledge.follow_up where local_id = ? and person_id = ?");
  private final JdbcClient jdbc;

  Forgotten(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public void forget(UUID person) {
    THEIRS.forEach(sql -> jdbc.sql(sql).params(Tenancy.current().value(), person).update());
  }
}
