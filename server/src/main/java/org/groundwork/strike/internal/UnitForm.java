// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.Withholding;
import org.jspecify.annotations.Nullable;

/** What is written down about a unit that withholds, as typed. */
public record UnitForm(@Nullable String version, @Nullable String contact, @Nullable String since,
    @Nullable String monthly, @Nullable String held) {

  static UnitForm blank(LocalDate since, List<UnitFormPage.Contact> contacts) {
    return new UnitForm("0", contacts.size() == 1 ? contacts.getFirst().id().toString() : "", since.toString(), "", "");
  }

  static UnitForm of(Withholding row, Locale locale) {
    return new UnitForm(Long.toString(row.version()), row.contact().map(UUID::toString).orElse(""),
        row.since().toString(), row.monthly().plain(locale), row.held().key());
  }

  /** The same as typed, to be saved over what it has become. */
  UnitForm over(Withholding now) {
    return new UnitForm(Long.toString(now.version()), contact, since, monthly, held);
  }

  long readVersion() { return StrikeTyped.version(version); }

  /** @param needed whether somebody must be chosen, because only through them the unit is in the reader's reach */
  Optional<RentBook.Facts> read(FormErrors errors, StrikeTyped.Spelling spelling, LocalDate today,
      List<UnitFormPage.Contact> contacts, boolean needed) {
    var who = StrikeTyped.id(contact).filter(id -> contacts.stream().anyMatch(known -> known.id().equals(id)));
    if (who.isEmpty() && (needed || (contact != null && !contact.isBlank()))) {
      errors.refuse("contact", "strikes.choose");
    }
    var from = errors.day("since", since, today.minusYears(2), today.plusDays(62));
    var sum = StrikeTyped.money(errors, "monthly", monthly, spelling);
    var where = StrikeTyped.choice(errors, "held", held, Withholding.Held::known);
    return errors.any()
        ? Optional.empty()
        : Optional.of(new RentBook.Facts(who, from.orElseThrow(), sum.orElseThrow(), where.orElseThrow()));
  }
}
