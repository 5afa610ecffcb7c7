// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.debits.Bic;
import org.groundwork.debits.DebitAddress;
import org.groundwork.debits.NewMandate;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.sepa.Iban;
import org.jspecify.annotations.Nullable;

/** What somebody writes who lets us collect, as typed. */
public record MandateForm(@Nullable String once, @Nullable String holder, @Nullable String iban,
    @Nullable String bic, @Nullable String street, @Nullable String building, @Nullable String postcode,
    @Nullable String town,
    @Nullable String country, @Nullable String signed) {

  static MandateForm blank(String once, String holder) {
    return new MandateForm(once, holder, "", "", "", "", "", "", "", "");
  }

  /** When and how it was signed, and what was read then. */
  record Signed(LocalDate on, Optional<Instant> at, List<String> shown) {}

  /** The day on a paper. */
  Optional<LocalDate> signedOn(FormErrors errors, LocalDate today) {
    return errors.day("signed", signed, today.minusMonths(org.groundwork.debits.DebitMandate.LAPSES_AFTER_MONTHS),
        today);
  }

  Optional<NewMandate> read(FormErrors errors, Optional<Signed> how) {
    String name = errors.required("holder", holder, NewMandate.LONGEST_HOLDER);
    String account = Iban.compact(errors.required("iban", iban, 60));
    Optional<DebitAddress> at = Optional.empty();
    if (errors.on("iban").isEmpty()) {
      if (!Iban.isValid(account)) {
        errors.refuse("iban", "debits.iban.wrong");
      } else if (!Iban.inSepa(account)) {
        errors.refuse("iban", "debits.iban.outside");
      }
    }
    String bank = Bic.compact(errors.optional("bic", bic, 20));
    if (errors.on("iban").isEmpty() && errors.on("bic").isEmpty()) {
      if (bank.isEmpty() && Bic.isNeeded(account)) {
        errors.refuse("bic", "debits.bic.needed");
      } else if (!bank.isEmpty() && !Bic.fits(bank, account)) {
        errors.refuse("bic", "debits.bic.wrong");
      }
    }
    var typed = new AddressForm(street, building, postcode, town, country);
    if (errors.on("iban").isEmpty() && (Iban.needsAddress(account) || !typed.blank())) {
      at = typed.read(errors);
    }
    if (errors.any() || how.isEmpty()) {
      return Optional.empty();
    }
    try {
      Signed signing = how.get();
      return Optional.of(new NewMandate(name, account, Optional.of(bank).filter(each -> !each.isEmpty()), at,
          signing.on(), signing.at(), signing.shown()));
    } catch (IllegalArgumentException unreadable) {
      errors.refuse("holder", "debits.unreadable");
      return Optional.empty();
    }
  }
}
