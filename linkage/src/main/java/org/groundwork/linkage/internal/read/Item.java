// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.util.List;
import org.groundwork.linkage.BusinessAddress;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.Party;
import org.groundwork.linkage.Site;

/**
 * What became of a row.
 *
 * @param <T> what a site is turned into on the worker's side
 */
sealed interface Item<T> {
  /** Where the row starts, from 1. */
  long line();

  /** A site of a table that stands alone. */
  record Whole<T>(long line, long hash, T site) implements Item<T> {}

  /** A site whose parties may stand in another table. */
  record Half<T>(long line, long hash, String key, Site site) implements Item<T> {}

  /** Parties of a site in another table. */
  record Parties<T>(long line, long hash, String key, List<Party> parties, List<BusinessAddress> offices)
      implements
        Item<T> {}

  /** A row that cannot be used. */
  record Refused<T>(long line, int column, Message reason) implements Item<T> {}
}
