// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What an officer said of a receipt that two people had counted: that it should have been another.
 *
 * @param was as the receipt had it
 * @param right as it should have been
 * @param reason in a sentence; empty once whoever paid was forgotten
 * @param decided who said yes, or no; absent while it waits, where nobody else was needed, and once they were forgotten
 * @param entries of the books; all absent unless it is done
 */
public record Correction(UUID id, UUID round, UUID taking, Version was, Version right, String reason, State state,
    Proposed proposed, Optional<UUID> decided, Optional<LocalDate> decidedOn, Entries entries) {

  /**
   * What stands on a receipt.
   *
   * @param visit whose door it was; absent where nobody knows
   * @param amount in minor units, 0 where nothing was taken
   */
  public record Version(Optional<UUID> visit, long amount, boolean cheque) {
    /** Whether the sum is the same, in the same kind of money. */
    boolean sameMoney(Version other) {
      return amount == other.amount && cheque == other.cheque;
    }
  }

  /**
   * Who said so first.
   *
   * @param by absent once they were forgotten
   */
  public record Proposed(Optional<UUID> by, UUID account, LocalDate on) {}

  /**
   * What it is in the books.
   *
   * @param was the entry that was taken back
   * @param right what was entered for it; absent where nothing was taken
   * @param count what it changed about the count; absent where nothing
   */
  public record Entries(Optional<UUID> was, Optional<UUID> right, Optional<UUID> count) {}

  /** How far it is. */
  public enum State {
    /** A second person looks at it. */
    WAITS,
    /** The books have it. */
    DONE,
    /** The second person said no, or the first took it back. */
    REFUSED;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether this person, or this account, said so first. */
  public boolean proposedBy(UUID person, UUID account) {
    return proposed.by().equals(Optional.of(person)) || proposed.account().equals(account);
  }

  /** Whether a second person is asked. */
  public boolean waits() { return state == State.WAITS; }
}
