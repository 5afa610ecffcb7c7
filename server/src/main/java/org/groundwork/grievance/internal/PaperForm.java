// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Papers;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A paper with a date, as typed.
 *
 * @param once makes sure that a new paper sent twice is one
 * @param version of the paper that is changed, empty for a new one
 */
public record PaperForm(@Nullable String once, @Nullable String version, @Nullable String title, @Nullable String due,
    @Nullable String owner) {

  static PaperForm blank(UUID once, UUID owner) { return new PaperForm(once.toString(), "", "", "", owner.toString()); }

  static PaperForm of(Papers.Paper paper) {
    return new PaperForm("", Long.toString(paper.version()), paper.title(), paper.dueOn().toString(),
        paper.owner().toString());
  }

  /** The same as typed, to be saved over what it has become. */
  PaperForm over(Papers.Paper now) {
    return new PaperForm(once, Long.toString(now.version()), now.title(), due, owner);
  }

  Optional<LocalDate> readDue(FormErrors errors, LocalDate today) {
    var date = Dates.optional(errors, "due", due, today.minusYears(1), today.plusYears(3));
    if (date.isEmpty()) {
      errors.refuse("due", "form.required");
    }
    return date;
  }

  long readVersion() { return Numbers.version(version); }
}
