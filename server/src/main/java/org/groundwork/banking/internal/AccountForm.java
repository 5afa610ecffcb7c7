// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.sepa.Iban;
import org.jspecify.annotations.Nullable;

/**
 * An account at a bank, as typed.
 *
 * @param ledger an account of the books; empty for a new one
 * @param keeps what a fiscal host keeps, in percent
 */
public record AccountForm(@Nullable String version, @Nullable String name, @Nullable String kind,
    @Nullable String number, @Nullable String ledger, @Nullable String keeps) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NUMBER = 60;

  static AccountForm blank(String ledger) { return new AccountForm("0", "", "bank", "", ledger, ""); }

  static AccountForm of(BankAccount account) {
    String keeps = account.hostKeeps().isPresent() ? percent(account.hostKeeps().getAsInt()) : "";
    return new AccountForm(Long.toString(account.version()), account.name(), account.kind().key(), account.number(), "",
        keeps);
  }

  private static String percent(int hundredths) {
    return java.math.BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  Optional<BankAccounts.Told> read(FormErrors errors) {
    String called = errors.required("name", name, LONGEST_NAME);
    var chosen = BankAccount.Kind.known(kind == null ? "" : kind);
    if (chosen.isEmpty()) {
      errors.refuse("kind", "bank.kind.choose");
    }
    String typed = errors.optional("number", number, LONGEST_NUMBER).toUpperCase(java.util.Locale.ROOT);
    if (typed.matches("[A-Z]{2}[0-9]{2}.*") && typed.replaceAll("[^A-Z0-9]", "").length() > 14
        && !Iban.isValid(typed)) {
      errors.refuse("number", "bank.number.iban");
    }
    OptionalInt hundredths = chosen.equals(Optional.of(BankAccount.Kind.HOST)) ? keeps(errors) : OptionalInt.empty();
    return errors.any()
        ? Optional.empty()
        : Optional
            .of(new BankAccounts.Told(called, chosen.orElseThrow(), Iban.isValid(typed) ? Iban.compact(typed) : typed,
                BankDesk.id(ledger), hundredths));
  }

  private OptionalInt keeps(FormErrors errors) {
    String typed = errors.optional("keeps", keeps, 8).replace(',', '.').replace("%", "").strip();
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!typed.matches("[0-9]{1,3}(\\.[0-9]{1,2})?") || new java.math.BigDecimal(typed).compareTo(
        java.math.BigDecimal.valueOf(100)) > 0) {
      errors.refuse("keeps", "bank.keeps.form");
      return OptionalInt.empty();
    }
    return OptionalInt.of(new java.math.BigDecimal(typed).movePointRight(2).intValueExact());
  }
}
