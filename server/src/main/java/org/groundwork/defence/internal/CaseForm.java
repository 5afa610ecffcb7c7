// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.defence.Case;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is typed, in a minute.
 *
 * @param once makes sure that a form sent twice opens one case
 * @param who {@code me}, or somebody of the roll
 * @param about a rung or an action; may be empty
 */
public record CaseForm(@Nullable String once, @Nullable String who, @Nullable String kind, @Nullable String on,
    @Nullable String word, @Nullable String about, @Nullable String deadline) {
  static final String ME = "me";
  private static final int SENTENCE = 500;

  /** What the form says by itself. */
  record Read(Case.Kind kind, LocalDate on, String word, Optional<LocalDate> deadline) {}

  Optional<Read> read(FormErrors errors, LocalDate today) {
    var what = Case.Kind.known(kind == null ? "" : kind);
    if (what.isEmpty()) {
      errors.refuse("kind", "form.required");
    }
    var day = Typed.past(errors, "on", on, today);
    String said = errors.required("word", word, SENTENCE);
    var until = Typed.near(errors, "deadline", deadline, today, false);
    if (errors.any() || what.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Read(what.get(), day.get(), said, until));
  }
}
