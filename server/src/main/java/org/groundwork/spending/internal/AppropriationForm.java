// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Appropriation;
import org.jspecify.annotations.Nullable;

/** A decision that lets money leave a fund, as typed. */
public record AppropriationForm(@Nullable String once, @Nullable String purpose, @Nullable String amount,
    @Nullable String fund, @Nullable String body, @Nullable String decided, @Nullable String words,
    @Nullable String votesFor, @Nullable String votesAgainst, @Nullable String abstained) {
  private static final int LONGEST_PURPOSE = 200;
  private static final int LONGEST_WORDS = 2_000;
  private static final int MOST_VOTES = 10_000_000;

  static AppropriationForm blank(UUID once, UUID fund) {
    return new AppropriationForm(once.toString(), "", "", fund.toString(), "", "", "", "", "", "");
  }

  Optional<Appropriation.New> read(FormErrors errors, SpendingDesk desk, SpendingTyped.Spelling spelling) {
    LocalDate today = desk.today();
    String why = errors.required("purpose", purpose, LONGEST_PURPOSE);
    var sum = SpendingTyped.money(errors, "amount", amount, spelling, 1);
    var from = SpendingTyped.choice(errors, "fund", fund, typed -> SpendingTyped.id(typed)
        .filter(id -> desk.funds().stream().anyMatch(each -> each.id().equals(id))));
    var who = SpendingTyped.choice(errors, "body", body, Appropriation.Body::known);
    errors.required("decided", decided, 20);
    var on = SpendingTyped.day(errors, "decided", decided, today.minusYears(5), today);
    String said = errors.required("words", words, LONGEST_WORDS);
    int yes = errors.number("votesFor", votesFor, 0, MOST_VOTES);
    int no = errors.number("votesAgainst", votesAgainst, 0, MOST_VOTES);
    int neither = errors.number("abstained", abstained, 0, MOST_VOTES);
    if (!errors.any() && yes <= no) {
      errors.refuse("votesFor", "appropriations.not-passed");
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Appropriation.New(from.orElseThrow(), sum.orElseThrow(), why,
            new Appropriation.Decision(on.orElseThrow(), who.orElseThrow(), said, yes, no, neither)));
  }
}
