// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonPanel;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Sites;

/** On a person's page, for the organisers of their site: how they stand, who their steward is, whom they lead. */
final class StandingPanel implements PersonPanel {
  private final PersonRecords records;
  private final Assessments assessments;
  private final Levels levels;
  private final Stewards stewards;
  private final AtSites atSites;

  StandingPanel(PersonRecords records, Assessments assessments, Levels levels, Stewards stewards, AtSites atSites) {
    this.records = records;
    this.assessments = assessments;
    this.levels = levels;
    this.stewards = stewards;
    this.atSites = atSites;
  }

  /** Who leads at a site, and what people are called. */
  record AtSites(Sites sites, SiteCharts charts, People people) {}

  @Override
  public int order() { return 20; }

  @Override
  public Optional<Panel> panelFor(Caller.Actor reader, UUID person) {
    var held = records.places(person)
        .stream()
        .filter(place -> !place.bossSide() && reader.may(Power.ORGANISE, place.site()))
        .toList();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    var lines = new ArrayList<Line>();
    lines.add(standing(person));
    held.forEach(place -> lines.addAll(at(place, person)));
    return Optional.of(new Panel("standing.panel", lines, "people/" + person + "/standing", "standing.panel.action"));
  }

  private Line standing(UUID person) {
    return assessments.standing(person)
        .flatMap(now -> levels.all()
            .stream()
            .filter(level -> level.id().equals(now.level()))
            .findFirst()
            .map(level -> level.name()
                .map(name -> new Line("standing.panel.named", List.of(name)))
                .orElseGet(() -> new Line("standing.panel.level." + level.means(), List.of()))))
        .orElseGet(() -> new Line("standing.panel.unknown", List.of()));
  }

  private List<Line> at(Person.Held place, UUID person) {
    var lines = new ArrayList<Line>();
    lines.add(Optional.ofNullable(stewards.at(place.site()).get(person))
        .flatMap(atSites.people()::known)
        .map(steward -> new Line("standing.panel.steward", List.of(steward.name())))
        .orElseGet(() -> new Line("standing.panel.uncovered", List.of())));
    if (atSites.sites()
        .byId(place.site())
        .filter(site -> atSites.charts().leaders(site).contains(person))
        .isPresent()) {
      lines.add(new Line("standing.panel.leader", List.of()));
    }
    return lines;
  }
}
