// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;
import org.groundwork.strike.Crossed;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Happenings;
import org.groundwork.strike.Hearing;
import org.groundwork.strike.Hearings;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Component;

/** The page of a unit that withholds, for the controllers that show it again. Runs inside a transaction. */
@Component
class UnitPages {
  private final StrikeDesk desk;
  private final RentRows rows;
  private final Hearings hearings;
  private final Happenings happenings;
  private final Chart chart;
  private final Audit audit;

  UnitPages(StrikeDesk desk, RentRows rows, Hearings hearings, Happenings happenings, Chart chart, Audit audit) {
    this.audit = audit;
    this.desk = desk;
    this.rows = rows;
    this.hearings = hearings;
    this.happenings = happenings;
    this.chart = chart;
  }

  /** The units of a site, and who lives in them. */
  @Component("strikeChart")
  record Chart(Sites sites, People people) {}

  UnitPage of(StrikeAt at, Withholding row, UnitPage.LeaveForm leave, FormErrors errors, boolean changed) {
    seen(row);
    var papers = rows.papers(row);
    var heard = hearings.of(row.id());
    var happened = happenings.to(row.id());
    var crossed = Stream.of(papers.stream().map(paper -> paper.notice().crossed()),
        heard.stream().map(Hearing::crossed), happened.stream().map(Happening::crossed))
        .flatMap(all -> all)
        .flatMap(Optional::stream)
        .map(Crossed::by)
        .distinct()
        .toList();
    var names = new HashMap<UUID, String>();
    chart.people().known(crossed).forEach((id, known) -> names.put(id, known.name()));
    return new UnitPage(at, rows.row(at, row), papers, heard, happened, names, leave, errors, changed, desk.today(),
        new UnitPage.Now(desk.now(), desk.zone()));
  }

  /** Somebody reads what is written down about a unit, on this page or another. */
  void seen(Withholding row) {
    audit.record("withholding-seen", new SubjectRef("withholding", row.id()), "");
  }

  /** A unit of the chart within the caller's reach, withholding or not. */
  RentRows.Free unit(StrikeAt at, String typed) {
    var reach = desk.rows(at);
    return StrikeTyped.id(typed)
        .flatMap(id -> chart.sites()
            .units(at.site().id())
            .stream()
            .filter(unit -> unit.id().equals(id))
            .findFirst())
        .map(unit -> new RentRows.Free(unit, livingIn(at, unit.id())))
        .filter(free -> reach.everything() || free.people().stream().anyMatch(reach.own()::contains))
        .orElseThrow(StrikeDesk::notFound);
  }

  private List<UUID> livingIn(StrikeAt at, UUID unit) {
    return chart.people()
        .at(at.site().id())
        .stream()
        .filter(place -> !place.bossSide() && place.unit().filter(unit::equals).isPresent())
        .map(People.Place::person)
        .toList();
  }
}
