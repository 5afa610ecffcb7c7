// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;

/**
 * What in another module an entry is about. The same is entered once, however often it is asked for.
 *
 * @param kind lower-case words with hyphens, such as {@code dues-run}
 */
public record Source(String kind, UUID id) {
  /** @throws IllegalArgumentException when the kind is written otherwise */
  public Source {
    if (!kind.matches("[a-z][a-z-]{0,39}")) {
      throw new IllegalArgumentException("a source of the kind " + kind);
    }
  }
}
