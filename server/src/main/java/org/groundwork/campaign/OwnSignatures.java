// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        with mine as (select n.id from roll.api_person_now n where n.local_id = :local and n.person_id = :person),
          done as (
            select a.step_id, min(a.did_on) did_on, bool_or(a.unnamed) unnamed from campaign.step_act a
            where a.local_id = :local and a.person_id in (select m.id from mine m) group by a.step_id),
          out as (
            select distinct d.step_id from campaign.delivered_name d
            where d.local_id = :local and d.person_id in (select m.id from mine m))
        select s.id, s.what, done.did_on, coalesce(done.unnamed, false), out.step_id is not null
        from (select step_id from done union select step_id from out) both_of
        join campaign.step s on s.local_id = :local and s.id = both_of.step_id
        left join done on done.step_id = s.id left join out on out.step_id = s.id
        order by 3, s.id limit :most""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("most", MOST)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          var facts = new ArrayList<Fact>();
          facts.add(new Fact("step", "own.acts.step", new Text(seals.open("step", "what", id, rs.getBytes(2)))));
          Optional.ofNullable(rs.getDate(3))
              .ifPresent(on -> facts.add(new Fact("did-on", "own.acts.on", new Day(on.toLocalDate()))));
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
