// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.groundwork.campaign.Deliveries;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Handing a letter over, as typed. */
public record DeliverForm(@Nullable String on, @Nullable String brought, @Nullable String got,
    @Nullable String reason) {
  private static final int LONGEST = 200;
  private static final int LONGEST_REASON = 1000;
  private static final int DAYS_AHEAD = 14;
  private static final int DAYS_BACK = 90;

  Optional<Deliveries.Said> read(FormErrors errors, LocalDate today) {
    String who = errors.required("brought", brought, LONGEST);
    String whom = errors.required("got", got, LONGEST);
    String why = errors.optional("reason", reason, LONGEST_REASON);
    var day = day(errors, today);
    return errors.any()
        ? Optional.empty()
        : day.map(date -> new Deliveries.Said(date, who, whom, Optional.of(why).filter(text -> !text.isEmpty())));
  }

  private Optional<LocalDate> day(FormErrors errors, LocalDate today) {
    String typed = errors.required("on", on, 20);
    try {
      var date = LocalDate.parse(typed);
      if (date.isAfter(today.plusDays(DAYS_AHEAD)) || date.isBefore(today.minusDays(DAYS_BACK))) {
        errors.refuse("on", "deliver.on.range");
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      errors.refuse("on", "form.date");
      return Optional.empty();
    }
  }
}
