// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import org.groundwork.banking.BankAccount;
import org.groundwork.banking.StatementImport;
import org.groundwork.platform.web.View;

/**
 * What stands in a file, before it is taken.
 *
 * @param again whether the same file was taken before
 */
public record FilePage(BankAccount account, StatementImport file, boolean again, boolean keeps) implements View {

  /** Whether something of it can be taken: new lines, or what it says of the balance of this account. */
  public boolean takes() {
    return file.found().fresh() > 0
        || file.statements().stream().anyMatch(each -> each.ours() && each.closing().isPresent());
  }

  /** Message key of what can be done with it. */
  public String what() {
    if (file.found().fresh() > 0) {
      return "bank.file.take.what";
    }
    boolean ours = file.statements().isEmpty() || file.statements().stream().anyMatch(StatementImport.Whole::ours);
    return takes() ? "bank.file.take.nothing" : ours ? "bank.file.take.none" : "bank.file.take.other";
  }
}
