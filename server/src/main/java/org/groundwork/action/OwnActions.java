// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a person to what they said that they come, and where they were. */
final class OwnActions implements OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Seals seals;

  OwnActions(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  @Override
  public int order() { return 40; }

  @Override
  public List<Section> about(UUID person) {
    var held = jdbc.sql("""
        select a.id, a.title, s.starts_at, u.state, u.minutes from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join action.action a on a.local_id = s.local_id and a.id = s.action_id
        join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
        where u.local_id = ? and n.person_id = ? order by s.starts_at, u.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          var facts = new ArrayList<Fact>();
          facts.add(new Fact("title", "own.action.title", new Text(seals.open("action", "title", id, rs.getBytes(2)))));
          facts.add(new Fact("starts", "own.action.starts", new Moment(rs.getTimestamp(3).toInstant())));
          String state = rs.getString(4);
          facts.add(new Fact("state", "own.action.state", new Word(state, "sign-up.state." + state)));
          int minutes = rs.getInt(5);
          if (!rs.wasNull()) {
            facts.add(new Fact("minutes", "own.action.minutes", new Count(minutes)));
          }
          return new Entry(facts);
        })
        .list();
    return held.isEmpty() ? List.of() : List.of(new Section("actions", "own.actions", held));
  }

  @Override
  public List<String> stays() { return List.of("own.actions.stay"); }
}
