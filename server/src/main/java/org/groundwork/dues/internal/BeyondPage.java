// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * What members paid beyond what may be paid ahead, and what has to go back to them.
 *
 * @param places from where it can go back
 * @param refused message key of why it could not be noted; empty for nothing
 */
public record BeyondPage(List<Row> rows, List<Account> places, String refused) implements View {

  /**
   * What has to go back of one payment.
   *
   * @param name of whoever paid; empty once their record was deleted
   * @param own whether the reader paid it, who then does not give it back to themself
   */
  public record Row(UUID payment, String receipt, String name, Money paid, Money back, boolean own) {}

  public BeyondPage {
    rows = List.copyOf(rows);
    places = List.copyOf(places);
  }
}
