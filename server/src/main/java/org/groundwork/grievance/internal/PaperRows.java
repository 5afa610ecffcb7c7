// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.groundwork.grievance.Papers;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;

/** Papers as pages show them: how many days are left, and who answers for them. */
@Component
class PaperRows {
  private final Papers papers;
  private final People people;
  private final Locals locals;
  private final Clock clock;

  PaperRows(Papers papers, People people, Locals locals, Clock clock) {
    this.papers = papers;
    this.people = people;
    this.locals = locals;
    this.clock = clock;
  }

  List<PapersPage.Row> of(UUID grievance) { return rows(papers.of(grievance)); }

  List<PapersPage.Row> rows(List<Papers.Paper> found) {
    var today = today();
    var owners = people.known(found.stream().map(Papers.Paper::owner).distinct().toList());
    return found.stream().map(paper -> {
      var owner = owners.get(paper.owner());
      return new PapersPage.Row(paper.id(), paper.grievance(), paper.title(), paper.dueOn(),
          ChronoUnit.DAYS.between(today, paper.dueOn()), owner == null ? "" : owner.name());
    }).toList();
  }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
}
