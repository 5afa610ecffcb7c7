// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.Reconciling;
import org.groundwork.banking.StatementImport;
import org.groundwork.platform.web.View;

/**
 * One account: what is to be done, and which files came.
 *
 * @param inBooks what its account of the books is called
 * @param open lines that nobody said anything of
 * @param kept what a fiscal host kept this year, and should have
 */
public record AccountPage(BankAccount account, String inBooks, int open, Optional<Reconciling.Compared> last,
    Optional<Reconciling.Kept> kept, List<StatementImport> files, boolean keeps, String done) implements View {
  public AccountPage { files = List.copyOf(files); }
}
