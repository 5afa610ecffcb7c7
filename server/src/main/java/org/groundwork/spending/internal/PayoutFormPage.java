// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Somebody asks for what they laid out, or the treasurer writes a bill down; or mends it.
 *
 * @param action where the form is sent, within the local
 * @param limit up to what is paid back without a receipt
 * @param sentBack why it came back
 * @param kept the papers it has already, and those that wait with the form
 */
public record PayoutFormPage(boolean bill, String action, PayoutForm form, List<Account> accounts, List<Fund> funds,
    Money limit, Optional<String> sentBack, List<FileStore.Kept> kept, FormErrors errors) implements View {
  public PayoutFormPage {
    accounts = List.copyOf(accounts);
    funds = List.copyOf(funds);
    kept = List.copyOf(kept);
  }
}
