// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * One movement on an account, as the bank tells it.
 *
 * @param amount what it adds to the account; below zero if it takes away
 * @param fee what of the amount a service took, below zero; zero for none
 * @param returned the code of the reason, if it takes back an earlier one; may be empty
 * @param settled whether somebody said what it is for
 */
public record BankLine(UUID id, UUID account, LocalDate on, Money amount, long fee, Optional<String> returned,
    Told told, boolean settled) {

  /** Whether money came in. */
  public boolean incoming() { return amount.minor() > 0; }

  /** Who is on the other side, or else the first words of what the bank says. */
  public String who() {
    String who = told.name().isBlank() ? told.text() : told.name();
    return who.length() <= 70 ? who : who.substring(0, 69) + "…";
  }

  /** What stands beside the name; empty if nothing does. */
  public String words() {
    String words = told.name().isBlank() ? "" : told.text().strip();
    return words.length() <= 140 ? words : words.substring(0, 139) + "…";
  }
}
