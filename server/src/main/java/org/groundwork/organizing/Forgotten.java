// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When somebody is deleted for good, everything written about them goes too: conversations, judgements, whom they turn
 * to, who was responsible for them and for whom they were.
 */
final class Forgotten implements PersonForgotten {
  private static final List<String> THEIRS = List.of(
      "delete from organizing.conversation where local_id = ? and person_id = ?",
      "delete from organizing.assessment where local_id = ? and person_id = ?",
      "delete from organizing.turned_to where local_id = ? and leader_id = ?",
      "delete from organizing.turned_to where local_id = ? and colleague_id = ?",
      "delete from organizing.stewardship where local_id = ? and person_id = ?",
      "delete from organizing.stewardship where local_id = ? and steward_id = ?",
      "delete from organizing.told where local_id = ? and person_id = ?",
      "delete from organizing.card where local_id = ? and person_id = ?",
      "delete from organizing.field_value where local_id = ? and person_id = ?");
  private final JdbcClient jdbc;

  Forgotten(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public void forget(UUID person) {
    THEIRS.forEach(sql -> jdbc.sql(sql).params(Tenancy.current().value(), person).update());
  }
}
