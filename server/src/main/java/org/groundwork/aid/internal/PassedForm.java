// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Appropriation;
import org.jspecify.annotations.Nullable;

/**
 * The decision that passed rules, as it is typed; all of it, or nothing.
 *
 * @param decision its words
 */
public record PassedForm(@Nullable String body, @Nullable String decided, @Nullable String decision,
    @Nullable String votesFor, @Nullable String votesAgainst, @Nullable String abstained) {
  private static final int LONGEST = 2_000;
  private static final int MOST_VOTES = 10_000_000;
  private static final int YEARS = 5;

  static PassedForm blank() { return new PassedForm("", "", "", "", "", ""); }

  /** Whether nothing of it was typed: then rules wait for a second person. */
  public boolean nothing() {
    return Stream.of(body, decided, decision, votesFor, votesAgainst, abstained)
        .allMatch(typed -> typed == null || typed.isBlank());
  }

  /** The decision; empty if nothing was typed, or where it is refused. */
  Optional<Appropriation.Decision> read(FormErrors errors, LocalDate today) {
    if (nothing()) {
      return Optional.empty();
    }
    var who = Appropriation.Body.known(body == null ? "" : body);
    if (who.isEmpty()) {
      errors.refuse("body", "aid.choose");
    }
    String day = errors.required("decided", decided, 20);
    var on = day.isEmpty()
        ? Optional.<LocalDate>empty()
        : errors.optionalDay("decided", decided, today.minusYears(YEARS), today);
    String words = errors.required("decision", decision, LONGEST);
    int yes = errors.number("votesFor", votesFor, 0, MOST_VOTES);
    int no = errors.number("votesAgainst", votesAgainst, 0, MOST_VOTES);
    int neither = errors.number("abstained", abstained, 0, MOST_VOTES);
    if (!errors.any() && yes <= no) {
      errors.refuse("votesFor", "appropriations.not-passed");
    }
    return errors.any() || who.isEmpty() || on.isEmpty()
        ? Optional.empty()
        : Optional.of(new Appropriation.Decision(on.get(), who.get(), words, yes, no, neither));
  }
}
