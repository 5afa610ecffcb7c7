// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.ResultSet;
import java.sql.SQLException;
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
        select a.id, a.title, s.starts_at, u.state, u.minutes, u.id, u.needs_childcare, u.needs_ride, u.needs_access,
          u.needs_language from action.sign_up u
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
          facts.addAll(needs(rs));
          return new Entry(facts);
        })
        .list();
    var sections = new ArrayList<Section>();
    if (!held.isEmpty()) {
      sections.add(new Section("actions", "own.actions", held));
    }
    var parts = parts(person);
    if (!parts.isEmpty()) {
      sections.add(new Section("parts", "own.parts", parts));
    }
    return sections;
  }

  /** What a person was to do at marches and gates. */
  private List<Entry> parts(UUID person) {
    return jdbc.sql("""
        select a.id, a.title, 'march.part.' || p.part word, p.part from action.march_part p
          join action.action a on a.local_id = p.local_id and a.id = p.action_id
          join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
          where p.local_id = :local and n.person_id = :person
        union all
        select a.id, a.title, 'picket.' || k.part, k.part from action.gate_keeper k
          join action.gate_shift w on w.local_id = k.local_id and w.id = k.gate_shift_id
          join action.gate g on g.local_id = w.local_id and g.id = w.gate_id
          join action.action a on a.local_id = g.local_id and a.id = g.action_id
          join roll.api_person_now n on n.local_id = k.local_id and n.id = k.person_id
          where k.local_id = :local and n.person_id = :person
        order by 1, 3 limit :most""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("most", MOST)
        .query((rs, i) -> new Entry(List.of(
            new Fact("title", "own.action.title",
                new Text(seals.open("action", "title", rs.getObject(1, UUID.class), rs.getBytes(2)))),
            new Fact("part", "own.action.part", new Word(rs.getString(4), rs.getString(3))))))
        .list();
  }

  private List<Fact> needs(ResultSet rs) throws SQLException {
    var needs = new ArrayList<Fact>();
    for (String need : List.of("childcare", "ride", "access")) {
      if (rs.getBoolean("needs_" + need)) {
        needs.add(new Fact("needs", "own.action.needs", new Word(need, "needs.short." + need)));
      }
    }
    String language = seals.openIfAny("sign_up", "needs_language", rs.getObject(6, UUID.class),
        rs.getBytes("needs_language"));
    if (!language.isEmpty()) {
      needs.add(new Fact("needs-language", "own.action.needs", new Text(language)));
    }
    return needs;
  }

  @Override
  public List<String> stays() { return List.of("own.actions.stay"); }
}
