// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Payment;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * Dues that came in within a month, the latest first.
 *
 * @param named whether the reader may see who paid
 */
public record PaymentsPage(YearMonth month, boolean named, String called, List<Row> rows,
    Optional<UUID> next) implements View {

  /** A payment and who paid it. */
  public record Row(Payment payment, Money amount, String name) {}

  public PaymentsPage { rows = List.copyOf(rows); }
}
