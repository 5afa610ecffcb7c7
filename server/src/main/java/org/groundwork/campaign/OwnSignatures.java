// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a person which steps of a fight they are noted to have done, and whether their name went out with one. */
final class OwnSignatures implements OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Seals seals;

  OwnSignatures(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  @Override
  public int order() { return 30; }

  @Override
  public List<Section> about(UUID person) {
    var held = jdbc.sql("""
        select s.id, s.what, min(a.did_on), bool_or(a.unnamed), bool_or(d.id is not null) from campaign.step_act a
        join campaign.step s on s.local_id = a.local_id and s.id = a.step_id
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        left join campaign.delivered_name d on d.local_id = a.local_id and d.step_id = a.step_id
          and d.person_id = a.person_id
        where a.local_id = ? and n.person_id = ? group by s.local_id, s.id, s.what order by 3, s.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          var facts = new ArrayList<Fact>();
          facts.add(new Fact("step", "own.acts.step", new Text(seals.open("step", "what", id, rs.getBytes(2)))));
          facts.add(new Fact("did-on", "own.acts.on", new Day(rs.getDate(3).toLocalDate())));
          facts.add(new Fact("name-kept-off-paper", "own.acts.unnamed", new YesNo(rs.getBoolean(4))));
          facts.add(new Fact("name-handed-over", "own.acts.delivered", new YesNo(rs.getBoolean(5))));
          return new Entry(facts);
        })
        .list();
    return held.isEmpty() ? List.of() : List.of(new Section("steps-done", "own.acts", held));
  }

  @Override
  public List<String> stays() { return List.of("own.acts.stay"); }
}
