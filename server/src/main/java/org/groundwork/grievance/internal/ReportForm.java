// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A report over the public form, as typed.
 *
 * @param once makes sure that a form sent twice is one report
 * @param register the place chosen from a register, {@code none} if none of the suggestions is it
 * @param without files that came with the form before and are to be left out
 */
public record ReportForm(@Nullable String once, @Nullable String kind, @Nullable String told, @Nullable String place,
    @Nullable String register, @Nullable String since, @Nullable String amount, @Nullable String contact,
    @Nullable List<String> without) {

  static ReportForm blank(UUID once) { return new ReportForm(once.toString(), "", "", "", "", "", "", "", List.of()); }

  /** A new form with what another page knew: what, where and how much; the words only if they came along. */
  ReportForm begun(UUID form) {
    return new ReportForm(form.toString(), kind, told, place, "", "", amount, "", List.of());
  }

  /** The form's identifier, if it is one. */
  Optional<UUID> id() { return Numbers.id(once); }

  /** Files that came before and are to be left out. */
  List<UUID> leftOut() {
    return without == null ? List.of() : without.stream().flatMap(file -> Numbers.id(file).stream()).toList();
  }

  /** What the form came to. */
  record Report(UUID once, NewGrievance grievance, String place, boolean asked) {}

  Optional<Report> read(FormErrors errors, LocalDate today, Currency currency, Locale locale) {
    var chosen = GrievanceKind.known(kind == null ? "" : kind);
    if (chosen.isEmpty()) {
      errors.refuse("kind", "wrong.kind.choose");
    }
    String words = errors.required("told", told, 4000);
    String where = errors.required("place", place, 200);
    String reach = errors.optional("contact", contact, 200);
    Optional<LocalDate> began = Dates.since(errors, since, today);
    String sum = errors.optional("amount", amount, 30);
    Optional<Money> money = sum.isEmpty() ? Optional.empty() : Money.read(sum, currency, locale);
    if (!sum.isEmpty() && money.isEmpty()) {
      errors.refuse("amount", "form.amount");
    }
    String from = errors.optional("register", register, 120);
    var id = once(errors);
    if (errors.any() || chosen.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> site = from.isEmpty() || from.equals("none") ? Optional.empty() : Optional.of(from);
    return Optional
        .of(new Report(id.get(), new NewGrievance(chosen.get(), Optional.empty(), Optional.empty(), site, where, began,
            money, words, reach, locale, NewGrievance.CameBy.FORM), where, !from.isEmpty()));
  }

  private Optional<UUID> once(FormErrors errors) {
    var id = id();
    if (id.isEmpty()) {
      errors.refuse("kind", "report.again");
    }
    return id;
  }
}
