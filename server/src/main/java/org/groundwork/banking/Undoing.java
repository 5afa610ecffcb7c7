// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;

/** What became of taking back what was said of a line. */
sealed interface Undoing {
  /**
   * It is taken back.
   *
   * @param on the day of the books; empty where they do not change
   * @param entry what undid the entry, where that is no reversal
   */
  record Done(Optional<LocalDate> on, Optional<UUID> entry) implements Undoing {}

  /** The books do not take it; nothing changed. */
  record No(Entered why) implements Undoing {}

  /** It was about somebody who was forgotten; nothing changed. */
  record Nobody() implements Undoing {}
}
