// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.Set;
import java.util.UUID;

/**
 * Port: accounts of the books in which another module keeps real money of the local, such as one at a bank. Implementations
 * are beans, asked in a transaction of the local; the box, the bank, the services and petty cash of the chart need none.
 */
public interface RealPlaces {

  /** Identifiers of accounts of the books. */
  Set<UUID> accounts();
}
