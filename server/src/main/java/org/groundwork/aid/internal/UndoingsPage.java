// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.aid.Undoing;

/**
 * Payments that went wrong, for the second person: how much and why, and not to whom.
 *
 * @param done message key of what was just done, empty if nothing
 * @param refused message key of why it was not, empty if it was
 */
public record UndoingsPage(Currency currency, List<Row> rows, String done, String refused) implements InMoney {
  public UndoingsPage { rows = List.copyOf(rows); }

  /**
   * One of them.
   *
   * @param by who says so; empty once they are forgotten
   * @param own whether the reader says so
   */
  public record Row(Undoing undoing, String by, boolean own) {}
}
