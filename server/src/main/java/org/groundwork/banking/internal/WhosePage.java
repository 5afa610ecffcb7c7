// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.banking.BankLine;
import org.groundwork.platform.web.View;

/**
 * Whose dues a line is.
 *
 * @param typed a name
 * @param found people with such a name
 * @param tooShort whether more letters are needed
 */
public record WhosePage(BankLine line, String typed, List<Found> found, boolean tooShort, boolean more)
    implements
      View {
  public WhosePage { found = List.copyOf(found); }

  /** Somebody, with where they live or work if that is known. */
  public record Found(UUID person, String name, String place) {}
}
