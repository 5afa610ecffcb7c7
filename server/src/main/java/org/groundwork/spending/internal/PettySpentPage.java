// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import org.groundwork.ledger.Account;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The holder writes down what they spent of a float. */
public record PettySpentPage(PettyCashPage.Row row, PettyForm form, List<Account> accounts, Money limit,
    List<FileStore.Kept> waiting, FormErrors errors) implements View {
  public PettySpentPage {
    accounts = List.copyOf(accounts);
    waiting = List.copyOf(waiting);
  }
}
