// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a person which grievances are held under their name, as they were written down. */
final class OwnGrievances implements OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final GrievanceRows rows;

  OwnGrievances(JdbcClient jdbc, GrievanceRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public int order() { return 30; }

  @Override
  public List<Section> about(UUID person) {
    var held = jdbc
        .sql(GrievanceRows.SELECT + """
             join roll.api_person_now n on n.local_id = g.local_id and n.id = g.person_id
            where g.local_id = ? and n.person_id = ? order by g.reported_on, g.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query(rows::read)
        .list();
    return held.isEmpty()
        ? List.of()
        : List.of(new Section("grievances", "own.grievances", held.stream().map(OwnGrievances::entry).toList()));
  }

  private static Entry entry(Grievance held) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("kind", "own.grievance.kind",
        new Word(held.kind().key(), "grievance.kind." + held.kind().key())));
    text(facts, "place", "own.grievance.place", held.place());
    text(facts, "told", "own.grievance.told", held.told());
    text(facts, "contact", "own.grievance.contact", held.contact());
    held.since().ifPresent(day -> facts.add(new Fact("since", "own.grievance.since", new Day(day))));
    held.amount()
        .ifPresent(sum -> text(facts, "amount", "own.grievance.amount", sum.written(Locale.ROOT)));
    facts.add(new Fact("reported", "own.grievance.reported", new Day(held.reportedOn())));
    facts.add(new Fact("spoken-with", "own.grievance.spoken", new YesNo(held.confirmed())));
    held.next().ifPresent(next -> text(facts, "next-ask", "own.grievance.next", next.ask()));
    held.closedAs()
        .ifPresent(end -> facts.add(new Fact("ended", "own.grievance.ended",
            new Word(end.key(), "closed." + end.key()))));
    return new Entry(facts);
  }

  private static void text(List<Fact> facts, String name, String label, String words) {
    if (!words.isEmpty()) {
      facts.add(new Fact(name, label, new Text(words)));
    }
  }
}
