// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.banking.BankAccount;
import org.groundwork.ledger.Account;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * An account that is added, or changed.
 *
 * @param free accounts of the books in which it can be kept
 * @param meanwhile whether somebody else changed it meanwhile
 */
public record AccountFormPage(Optional<BankAccount> account, AccountForm form, List<Account> free, boolean meanwhile,
    FormErrors errors) implements View {
  public AccountFormPage { free = List.copyOf(free); }
}
