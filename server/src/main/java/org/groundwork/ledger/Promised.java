// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Optional;

/**
 * Port: another module promised money of a fund to somebody and has not paid it yet. Nothing else takes that money: the
 * ledger leaves it in the fund. Implementations are beans, asked in a transaction of the local that holds the fund; whoever
 * promises holds it too, by {@link Holdings#hold}, before they look what there is.
 */
public interface Promised {

  /**
   * What of a fund is promised, in minor units; 0 or more.
   *
   * @param paying what the entry is about that is to be entered: for one that pays a promise, 0
   */
  long promised(Fund fund, Optional<Source> paying);
}
