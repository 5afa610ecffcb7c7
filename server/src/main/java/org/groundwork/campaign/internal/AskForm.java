// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** One demand, as typed. */
public record AskForm(@Nullable String what, @Nullable String measure, @Nullable String due) {

  Optional<Campaigns.NewDemand> read(FormErrors errors, LocalDate today) {
    String asked = errors.required("what", what, 300);
    String granted = errors.required("measure", measure, 300);
    var by = date(errors, today);
    return errors.any() || by.isEmpty()
        ? Optional.empty()
        : Optional.of(new Campaigns.NewDemand(asked, granted, by.get()));
  }

  private Optional<LocalDate> date(FormErrors errors, LocalDate today) {
    String typed = errors.required("due", due, 20);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(typed);
      if (date.isBefore(today) || date.isAfter(today.plusYears(3))) {
        errors.refuse("due", "form.date.future");
        return Optional.empty();
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      errors.refuse("due", "form.date");
      return Optional.empty();
    }
  }
}
