// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import org.groundwork.spending.From;
import org.groundwork.spending.Way;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a payment, as typed.
 *
 * @param version of the payment that was looked at
 * @param appropriation the decision under which it leaves the fund; may be empty
 * @param why why it goes back
 * @param from out of what it was paid
 * @param wayTo where it is to go that was not paid after all
 */
public record ActForm(@Nullable String version, @Nullable String appropriation, @Nullable String why,
    @Nullable String from, @Nullable String on, @Nullable String wayTo) {
  /** Nothing typed yet; cash is paid out of the box and a transfer out of the bank, unless somebody says otherwise. */
  static ActForm blank(long version, Way way, LocalDate today) {
    String from = switch (way) {
      case CASH -> From.CASH.key();
      case TRANSFER -> From.BANK.key();
      case OTHER -> "";
    };
    return new ActForm(Long.toString(version), "", "", from, today.toString(), "");
  }
}
