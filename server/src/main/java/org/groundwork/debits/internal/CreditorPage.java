// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.List;
import org.groundwork.banking.BankAccount;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Writing down who collects.
 *
 * @param accounts those that can collect
 * @param mandates how many are in force
 * @param meanwhile whether somebody else changed it since the form was shown
 */
public record CreditorPage(List<BankAccount> accounts, int mandates, CreditorForm form, FormErrors errors,
    boolean meanwhile)
    implements
      View {
  /** Copies the list. */
  public CreditorPage { accounts = List.copyOf(accounts); }
}
