// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.PersonPanel;
import org.groundwork.roll.PersonRecords;

/** On a person's page, for their steward and the organisers of their sites: whether they are hit back at, and the way to say so. */
final class CasePanel implements PersonPanel {
  private final Cases cases;
  private final CaseReach reach;
  private final PersonRecords records;

  CasePanel(Cases cases, CaseReach reach, PersonRecords records) {
    this.cases = cases;
    this.reach = reach;
    this.records = records;
  }

  @Override
  public int order() { return 60; }

  @Override
  public Optional<Panel> panelFor(Caller.Actor reader, UUID person) {
    var own = reach.ownPeople(reader);
    if (!answersFor(reader, person, own)) {
      return Optional.empty();
    }
    var lines = new ArrayList<Line>();
    cases.ofPerson(person)
        .stream()
        .filter(hit -> hit.open() && CaseReach.worksOn(reader, hit, own))
        .forEach(hit -> lines.add(new Line("case.kind." + hit.kind().key(), List.of())));
    if (lines.isEmpty()) {
      lines.add(new Line("case.panel.none", List.of()));
    }
    return Optional.of(new Panel("case.panel", lines, "cases/new?who=" + person, "case.panel.action"));
  }

  private boolean answersFor(Caller.Actor reader, UUID person, Set<UUID> own) {
    return reader.mayEverywhere(Power.ORGANISE) || own.contains(person)
        || records.places(person).stream().anyMatch(held -> reader.may(Power.ORGANISE, held.site()));
  }
}
