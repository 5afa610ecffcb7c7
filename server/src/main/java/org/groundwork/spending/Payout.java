// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Something that is to be paid, or was.
 *
 * @param amount in minor units of the books' currency
 * @param account what it is spent on
 * @param wayTo where to; empty once it is paid
 * @param noReceipt why there is no receipt; empty where there is one
 * @param releaseAbove the limit that held when it was said yes to, above which a further person releases it
 * @param askedBy empty once they were forgotten, or where the program asked
 */
public record Payout(UUID id, NewPayout.Kind kind, long amount, UUID fund, UUID account, Optional<UUID> appropriation,
    Payee payee, String what, Way way, String wayTo, String noReceipt, Optional<LocalDate> due, boolean confidential,
    Optional<UUID> askedBy, LocalDate askedOn, Stage stage, OptionalLong releaseAbove, long version) {

  /** Whether somebody asked for it or gets it. */
  public boolean concerns(UUID person) {
    return asked(person) || payee.equals(new Payee.Member(person));
  }

  /** Whether somebody asked for it. */
  public boolean asked(UUID person) { return askedBy.equals(Optional.of(person)); }

  /** Whether whoever asked may still change it or take it back. */
  public boolean canBeMended() {
    return stage instanceof Stage.Asked || stage instanceof Stage.SentBack;
  }
}
