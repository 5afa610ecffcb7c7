// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * What became of the members' money in three months, in sentences, with the rows behind them.
 *
 * @param dues what came in as dues
 * @param ten ten of the currency, which the shares are of
 * @param before the first month of the quarter before, if the books have it
 * @param after the first month of the one after, if it has begun
 */
public record QuarterPage(LocalDate first, LocalDate last, boolean over, Money cameIn, Optional<Row> dues,
    Money wentOut,
    Money ten, List<Row> spent, List<Row> quiet, Optional<String> before, Optional<String> after) implements View {
  public QuarterPage {
    spent = List.copyOf(spent);
    quiet = List.copyOf(quiet);
  }

  /**
   * One account.
   *
   * @param ofTen so much of ten of the currency, rounded to the nearest, half up
   * @param share the same in hundredths of all
   * @param rows where its entries are, within the local
   */
  public record Row(String name, Money amount, Money ofTen, long share, String rows) {}
}
