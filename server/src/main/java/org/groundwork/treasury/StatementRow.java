// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.List;
import org.groundwork.ledger.Account;

/**
 * A line of a statement, in minor units; what is usual for the kind of account is above zero.
 *
 * @param before in the same months of the year before
 */
public record StatementRow(Account account, long now, long before) {

  static long now(List<StatementRow> rows) {
    return rows.stream().mapToLong(StatementRow::now).reduce(0, Math::addExact);
  }

  static long before(List<StatementRow> rows) {
    return rows.stream().mapToLong(StatementRow::before).reduce(0, Math::addExact);
  }
}
