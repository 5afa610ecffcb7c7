// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ledger.AccountKind;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A new account, or a new fund, as typed. */
public record AccountForm(@Nullable String code, @Nullable String name, @Nullable String kind, @Nullable String fund) {

  static AccountForm blank() { return new AccountForm("", "", "", ""); }

  /** An account as it can be made. */
  record Read(String code, String name, AccountKind kind) {}

  Optional<Read> read(FormErrors errors) {
    String digits = errors.required("code", code, 9);
    if (!digits.isEmpty() && !digits.matches("[0-9]{1,9}")) {
      errors.refuse("code", "treasury.account.code.digits");
    }
    String called = errors.required("name", name, 80);
    var chosen = Stream.of(AccountKind.values()).filter(each -> each.key().equals(kind)).findFirst();
    if (chosen.isEmpty()) {
      errors.refuse("kind", "form.choose");
    }
    return errors.any() || chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new Read(digits, called, chosen.get()));
  }
}
