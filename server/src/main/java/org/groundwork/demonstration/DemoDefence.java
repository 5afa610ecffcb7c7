// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.defence.AllRight;
import org.groundwork.defence.Care;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseNotes;
import org.groundwork.defence.Cases;
import org.groundwork.demonstration.DemoTown.Cast;

/** Three are hit back at: a threat on the stairs, an eviction paper, a dismissal; and the others answer. */
final class DemoDefence {
  private final DemoTown town;
  private final DemoFights fights;
  private final Cases cases;
  private final CaseNotes notes;
  private final Cared cared;

  DemoDefence(DemoTown town, DemoFights fights, Cases cases, CaseNotes notes, Cared cared) {
    this.town = town;
    this.fights = fights;
    this.cases = cases;
    this.notes = notes;
    this.cared = cared;
  }

  /** What people need, and how they are. */
  record Cared(Care care, AllRight allRight) {}

  /** Plays what was said on the stairs. */
  void threat(Cast cast, UUID site, UUID person, Case.About about) {
    LocalDate today = town.today();
    UUID hit = open(cast, "threat", person, site, about, Case.Kind.THREAT, 2);
    notes.answer(hit, Optional.empty(), town.text(cast, "demonstration.case.answer"), today.plusDays(1));
    cared.care().ask(hit, Care.Kind.COMPANY, today.plusDays(6));
    cared.care().ask(hit, Care.Kind.CHILDCARE, today.plusDays(6));
  }

  /** Plays the eviction paper, and returns its case. */
  UUID eviction(Cast cast, DemoRiverRoad.Played river) {
    LocalDate today = town.today();
    UUID rung = fights.rung(river.fight(), StepKind.RENT_STRIKE).step().id();
    UUID hit = open(cast, "evicted", cast.of("Oumar"), river.house(), Case.About.step(river.fight(), rung),
        Case.Kind.NOTICE, 19);
    notes.add(hit, today.minusDays(9), town.text(cast, "demonstration.evicted.answered"), Optional.empty());
    cases.due(hit, today.plusDays(6), town.text(cast, "demonstration.evicted.deadline"));
    notes.answer(hit, Optional.empty(), town.text(cast, "demonstration.evicted.answer"), today.plusDays(6));
    cared.care().ask(hit, Care.Kind.COMPANY, today.plusDays(6));
    cared.care().ask(hit, Care.Kind.MEALS, today.plusDays(1));
    return hit;
  }

  /** Whoever plays this takes on the first of what a case needs. */
  void helps(UUID hit) {
    cared.care().take(cared.care().ofCase(hit).getFirst().id());
  }

  /** Plays the dismissal after the button day, and how the others are since. */
  void dismissal(Cast cast, DemoCleaners.Played cleaners) {
    LocalDate today = town.today();
    UUID rung = fights.rung(cleaners.fight(), StepKind.BUTTON_DAY).step().id();
    UUID hit = open(cast, "sacked", cast.of("Efua"), cleaners.place(), Case.About.step(cleaners.fight(), rung),
        Case.Kind.DISMISSAL, 13);
    cases.due(hit, today.plusDays(4), town.text(cast, "demonstration.sacked.deadline"));
    notes.answer(hit, Optional.of(fights.now(cleaners.fight())), town.text(cast, "demonstration.sacked.answer"), today);
    cared.care().ask(hit, Care.Kind.RIDES, today.plusDays(4));
    cared.care().ask(hit, Care.Kind.MEALS, today.plusDays(2));
    cast.of("Zofia", "Mateo", "Ana Paula", "Goran")
        .forEach(person -> cared.allRight().answer(person, AllRight.Answer.ALL_RIGHT));
    cared.allRight().answer(cast.of("Efua"), AllRight.Answer.HIT_BACK);
    cared.allRight().answer(cast.of("Blessing"), AllRight.Answer.NOT_REACHED);
  }

  private UUID open(Cast cast, String what, UUID person, UUID site, Case.About about, Case.Kind kind, int daysAgo) {
    LocalDate on = town.today().minusDays(daysAgo);
    UUID hit = cases.open(new Cases.NewCase(person, Optional.of(site), about, kind, on,
        town.text(cast, "demonstration.hit." + what + ".word"), Optional.empty()));
    notes.add(hit, on, town.text(cast, "demonstration.hit." + what + ".fact"), Optional.empty());
    return hit;
  }
}
