// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.groundwork.dues.BroughtFile;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What members owed and had paid ahead when the books began: how it is written down, and the tables that were sent.
 *
 * @param books whether the books are open
 * @param scale whether there is a scale of dues
 * @param due the day typed for rows that say none
 */
public record BroughtPage(boolean books, boolean scale, String once, String due, Currency currency,
    List<Listed> files, FormErrors errors) implements View {
  /** A table, and the day it last came further. */
  public record Listed(BroughtFile file, LocalDate day) {}

  public BroughtPage { files = List.copyOf(files); }

  /** Whether a table can be sent. */
  public boolean ready() { return books && scale; }

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, currency); }
}
