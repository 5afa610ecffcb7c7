// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.io.IOException;

/** How another program writes books. */
interface JournalForm {
  /** What stands before the first entry. */
  void begin() throws IOException;

  void entry(Entry entry) throws IOException;
}
