// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.Care;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseNotes;
import org.groundwork.defence.Cases;
import org.groundwork.platform.web.Languages;

/** Somebody of the demonstration's house is hit back at, and the others answer. */
final class DemoDefence {
  private final Cases cases;
  private final CaseNotes notes;
  private final Care care;
  private final Languages languages;

  DemoDefence(Cases cases, CaseNotes notes, Care care, Languages languages) {
    this.cases = cases;
    this.notes = notes;
    this.care = care;
    this.languages = languages;
  }

  /** Plays it, as the organiser and within one transaction. */
  void play(Locale language, UUID site, UUID person, Case.About about, LocalDate today) {
    UUID hit = cases.open(new Cases.NewCase(person, Optional.of(site), about, Case.Kind.THREAT, today.minusDays(2),
        languages.text(language, "demonstration.case.word"), Optional.empty()));
    notes.add(hit, today.minusDays(2), languages.text(language, "demonstration.case.fact"), Optional.empty());
    notes.answer(hit, Optional.empty(), languages.text(language, "demonstration.case.answer"), today.plusDays(1));
    care.ask(hit, Care.Kind.COMPANY, today.plusDays(6));
    care.ask(hit, Care.Kind.CHILDCARE, today.plusDays(6));
  }
}
