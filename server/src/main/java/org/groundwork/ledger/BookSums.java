// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.YearMonth;
import java.util.List;

/**
 * What the books come to, by account and fund, for somebody who reads them: all of it ({@link Balances}), or what every
 * member may know ({@link Discreet}).
 */
public interface BookSums {

  /** What was entered in some months; in the order of accounts and funds. */
  List<Balance> between(YearMonth first, YearMonth last);

  /** The same for all months until one. */
  List<Balance> until(YearMonth last);
}
