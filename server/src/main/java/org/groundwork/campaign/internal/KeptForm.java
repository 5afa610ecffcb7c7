// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.campaign.Wins;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What was promised and whether it is kept, as typed. */
public record KeptForm(@Nullable String version, @Nullable String settlement, @Nullable String each,
    @Nullable String lookOn, @Nullable String kept, @Nullable String seen) {
  private static final int LONGEST = 2000;

  static KeptForm of(Wins.Ended ended) {
    return ended.promise()
        .map(promise -> new KeptForm(Long.toString(promise.version()), promise.settlement().orElse(""),
            promise.each().map(money -> money.written(java.util.Locale.ROOT).replaceAll("[^0-9.]", "")).orElse(""),
            promise.lookOn().toString(), promise.kept().key(), promise.seen().orElse("")))
        .orElseGet(() -> new KeptForm("0", "", "", KeptPage.look(ended).toString(), "open", ""));
  }

  long readVersion() { return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1; }

  /** How an amount is read. */
  interface Amounts {
    Optional<Money> read(String typed);
  }

  Wins.Said read(FormErrors errors, String at, Amounts amounts, LocalDate today) {
    String words = errors.optional("settlement-" + at, settlement, LONGEST);
    String sum = errors.optional("each-" + at, each, 30);
    var money = sum.isEmpty() ? Optional.<Money>empty() : amounts.read(sum);
    if (!sum.isEmpty() && money.isEmpty()) {
      errors.refuse("each-" + at, "form.amount");
    }
    LocalDate day = today;
    try {
      day = LocalDate.parse(lookOn == null ? "" : lookOn.strip());
      if (day.getYear() < 2000 || day.isAfter(today.plusYears(5))) {
        errors.refuse("lookOn-" + at, "form.date.range");
      }
    } catch (DateTimeParseException notADay) {
      errors.refuse("lookOn-" + at, "form.date");
    }
    var how = Stream.of(Wins.Kept.values()).filter(k -> k.key().equals(kept)).findFirst();
    if (how.isEmpty()) {
      errors.refuse("kept-" + at, "form.choose");
    }
    String looked = errors.optional("seen-" + at, seen, LONGEST);
    return new Wins.Said(Optional.of(words).filter(text -> !text.isEmpty()), money, day, how.orElse(Wins.Kept.OPEN),
        Optional.of(looked).filter(text -> !text.isEmpty()));
  }
}
