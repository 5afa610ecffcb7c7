// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.Research;
import org.groundwork.target.ResearchSection;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a research sheet, as typed.
 *
 * @param version the version of the entry when the form was shown
 * @param once identifies the form of a new entry, so that sending it twice writes one
 * @param found the day it was found out
 * @param happens the day of a date that hurts
 */
public record FindingForm(@Nullable String version, @Nullable String once, @Nullable String section,
    @Nullable String question, @Nullable String finding, @Nullable String source, @Nullable String found,
    @Nullable String happens) {
  private static final int YEARS_BACK = 120;
  private static final int YEARS_AHEAD = 30;

  static FindingForm of(Research.Item item, LocalDate today) {
    var entry = item.entry();
    return new FindingForm(Long.toString(item.version()), "", entry.section().key(), entry.question().orElse(""),
        entry.finding().orElse(""), entry.source().orElse(""),
        entry.foundOn().map(LocalDate::toString).orElse(today.toString()),
        entry.happensOn().map(LocalDate::toString).orElse(""));
  }

  /** The same answers over a newer version of the entry. */
  FindingForm over(Research.Item now) {
    return new FindingForm(Long.toString(now.version()), once, section, question, finding, source, found, happens);
  }

  long readVersion() { return Typed.version(version); }

  Optional<Research.Entry> read(FormErrors errors, LocalDate today) {
    var part = ResearchSection.known(section == null ? "" : section);
    if (part.isEmpty()) {
      errors.refuse("section", "research.section.choose");
    }
    String asked = errors.optional("question", question, 300);
    String answer = errors.optional("finding", finding, 2_000);
    String whence = errors.optional("source", source, 300);
    var day = Typed.day(errors, "found", found, today.minusYears(YEARS_BACK), today);
    var hurts = Typed.day(errors, "happens", happens, today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD));
    if (asked.isEmpty() && answer.isEmpty()) {
      errors.refuse("finding", "research.finding.none");
    }
    if (!answer.isEmpty() && whence.isEmpty()) {
      errors.refuse("source", "research.source.none");
    }
    boolean dated = part.isPresent() && part.get() == ResearchSection.DATES_THAT_HURT && !answer.isEmpty();
    if (dated && hurts.isEmpty()) {
      errors.refuse("happens", "research.happens.none");
    }
    if (errors.any() || part.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Research.Entry(part.get(), filled(asked), filled(answer), filled(whence),
        answer.isEmpty() ? Optional.empty() : day.or(() -> Optional.of(today)), hurts));
  }

  private static Optional<String> filled(String text) { return Optional.of(text).filter(t -> !t.isEmpty()); }
}
