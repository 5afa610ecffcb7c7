// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.dues.BroughtFile;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * A table of what was brought along: what is taken of it, or what is not and why.
 *
 * @param refused whether the rows that are not taken are shown
 * @param last the line behind which the next rows are
 * @param failed whether a job about it ended without doing it
 */
public record BroughtFilePage(BroughtFile file, boolean refused, List<Row> rows, Optional<Integer> last,
    Currency currency, boolean failed) implements View {
  public BroughtFilePage { rows = List.copyOf(rows); }

  /** A row, and who it is about. */
  public record Row(BroughtFile.Row row, String name) {}

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, currency); }

  /** The address of the rows from some line on. */
  public String rows(boolean ofRefused, int after) {
    return "dues/brought/" + file.id() + "?" + (ofRefused ? "rows=refused&" : "") + "after=" + after;
  }
}
