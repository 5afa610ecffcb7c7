// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person did with the books, for their own eyes: quarters they signed, handovers they were part of. */
final class OwnMoney implements OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Seals seals;

  OwnMoney(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  @Override
  public int order() { return 80; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    add(sections, new Section("signed-quarters", "own.money.signed", signed(person)));
    add(sections, new Section("handovers", "own.money.handovers", handovers(person)));
    return sections;
  }

  private static void add(List<Section> sections, Section section) {
    if (!section.entries().isEmpty()) {
      sections.add(section);
    }
  }

  private List<Entry> signed(UUID person) {
    return jdbc.sql("""
        select s.id, s.quarter, s.signed_at, s.remark from treasury.signing s
        join roll.api_person_now n on n.local_id = s.local_id and n.id = s.signed_by
        where s.local_id = ? and n.person_id = ? order by s.quarter limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Entry(List.of(
              new Fact("quarter", "own.money.quarter", new Day(rs.getDate(2).toLocalDate())),
              new Fact("signed", "own.money.signed-at", new Moment(rs.getTimestamp(3).toInstant())),
              new Fact("remark", "own.money.remark",
                  new Text(seals.openIfAny("signing", "remark", id, rs.getBytes(4))))));
        })
        .list();
  }

  private List<Entry> handovers(UUID person) {
    return jdbc.sql("""
        select h.begun_at, n.id = h.giver_id from treasury.handover h
        join roll.api_person_now n on n.local_id = h.local_id and n.id in (h.giver_id, h.taker_id)
        where h.local_id = ? and n.person_id = ? order by h.begun_at, h.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> new Entry(List.of(
            new Fact("begun", "own.money.begun", new Moment(rs.getTimestamp(1).toInstant())),
            new Fact("side", "own.money.side", rs.getBoolean(2)
                ? new Word("giver", "treasury.handover.giver")
                : new Word("taker", "treasury.handover.taker")))))
        .list();
  }

  @Override
  public List<String> stays() { return List.of("own.money.stays"); }
}
