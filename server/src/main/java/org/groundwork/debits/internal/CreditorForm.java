// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.debits.Bic;
import org.groundwork.debits.Creditor;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.sepa.CreditorId;
import org.groundwork.statements.sepa.Iban;
import org.jspecify.annotations.Nullable;

/** Who collects, as typed. */
public record CreditorForm(@Nullable String version, @Nullable String name, @Nullable String identifier,
    @Nullable String account, @Nullable String bic, @Nullable String street, @Nullable String building,
    @Nullable String postcode, @Nullable String town, @Nullable String country, @Nullable String notice,
    @Nullable String prefix, @Nullable String same) {

  static CreditorForm of(Optional<Creditor> creditor, String local) {
    return creditor
        .map(each -> new CreditorForm(Long.toString(each.version()), each.name(), each.identifier(),
            each.account().toString(), each.bic(), each.address().street(), each.address().building(),
            each.address().postcode(), each.address().town(), each.address().country(),
            Integer.toString(each.noticeDays()), each.prefix(), ""))
        .orElseGet(() -> new CreditorForm("0", local, "", "", "", "", "", "", "", "",
            Integer.toString(Creditor.USUAL_NOTICE), "", ""));
  }

  /** Whether somebody said that it is the same creditor under another identifier. */
  public boolean sameCreditor() {
    return "yes".equals(same);
  }

  /** @param accounts those that can collect */
  Optional<Creditor> read(FormErrors errors, List<BankAccount> accounts) {
    String called = errors.required("name", name, 70);
    String id = CreditorId.compact(errors.required("identifier", identifier, 60));
    if (errors.on("identifier").isEmpty() && !(CreditorId.isValid(id) && Iban.inSepa(id))) {
      errors.refuse("identifier", "debits.creditor.identifier.wrong");
    }
    Optional<UUID> into = DebitDesk.id(account)
        .filter(chosen -> accounts.stream().anyMatch(each -> each.id().equals(chosen)));
    if (into.isEmpty()) {
      errors.refuse("account", "debits.creditor.account.choose");
    }
    String bank = errors.optional("bic", bic, 20).replace(" ", "").toUpperCase(Locale.ROOT);
    if (!bank.isEmpty() && !Bic.isValid(bank)) {
      errors.refuse("bic", "debits.creditor.bic.wrong");
    }
    var at = new AddressForm(street, building, postcode, town, country).read(errors);
    int days = errors.number("notice", notice, 1, 30);
    String before = errors.optional("prefix", prefix, 12).toUpperCase(Locale.ROOT);
    if (!before.matches("([A-Z0-9]([A-Z0-9-]{0,10}[A-Z0-9])?)?")) {
      errors.refuse("prefix", "debits.creditor.prefix.wrong");
    }
    if (errors.on("name").isEmpty() && !readable(called)) {
      errors.refuse("name", "debits.unreadable");
    }
    long seen = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Creditor(called, id, into.orElseThrow(), bank, at.orElseThrow(), days, before, seen));
  }

  private static boolean readable(String name) {
    try {
      var _ = new org.groundwork.statements.sepa.Creditor(name, "DE98ZZZ09999999999", "DE89370400440532013000",
          Optional.empty(), Optional.empty());
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false; // said beside the field
    }
  }
}
