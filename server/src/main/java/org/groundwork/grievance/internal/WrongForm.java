// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong at a site, as typed by the organiser who starts.
 *
 * @param paper the date on a letter, by which something has to be answered
 * @param same the people who have it too
 */
public record WrongForm(@Nullable String kind, @Nullable String told, @Nullable String since, @Nullable String amount,
    @Nullable String paper, @Nullable List<String> same) {

  /** What the form came to. */
  record Wrong(GrievanceKind kind, String told, Optional<LocalDate> since, Optional<Money> amount,
      Optional<LocalDate> paper,
      List<UUID> same) {}

  static WrongForm blank() { return new WrongForm("", "", "", "", "", List.of()); }

  public boolean isTicked(UUID person) { return same != null && same.contains(person.toString()); }

  Optional<Wrong> read(FormErrors errors, LocalDate today, Currency currency, Locale locale, List<UUID> people) {
    var chosen = GrievanceKind.known(kind == null ? "" : kind);
    if (chosen.isEmpty()) {
      errors.refuse("kind", "wrong.kind.choose");
    }
    String words = errors.optional("told", told, 4000);
    Optional<LocalDate> began = Dates.since(errors, since, today);
    Optional<LocalDate> due = Dates.optional(errors, "paper", paper, today.minusYears(1), today.plusYears(3));
    String sum = errors.optional("amount", amount, 30);
    Optional<Money> money = sum.isEmpty() ? Optional.empty() : Money.read(sum, currency, locale);
    if (!sum.isEmpty() && money.isEmpty()) {
      errors.refuse("amount", "form.amount");
    }
    if (errors.any() || chosen.isEmpty()) {
      return Optional.empty();
    }
    return Optional
        .of(new Wrong(chosen.get(), words, began, money, due, people.stream().filter(this::isTicked).toList()));
  }
}
