// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * Counting an envelope: each of two types what they counted, without a sum of anybody's on the page. Once both came to the
 * same and that is not what the receipts say, the difference stands here, with the receipts.
 *
 * @param mine whether the reader counted first
 * @param confirms whether the reader can enter the difference, and else why not
 * @param receipts of what should be in it; empty before two have counted
 */
public record RoundCountPage(Round round, String place, boolean mine, Confirms confirms, Optional<Off> off,
    List<RoundPage.Receipt> receipts, CountForm form, FormErrors errors) implements View {
  /** Whether somebody can enter a difference. */
  public enum Confirms {
    /** They can. */
    YES,
    /** They do not keep the money. */
    KEEPS_NOTHING,
    /** What they paid is among the receipts. */
    OWN
  }

  public RoundCountPage { receipts = List.copyOf(receipts); }

  /**
   * What was counted, what the receipts say, and what the one is less than the other, or more.
   *
   * @param cashBy in minor units, below zero where some is missing
   */
  public record Off(Money cash, Money cheques, Money cashShould, Money chequesShould, long cashBy, long chequesBy) {}
}
