// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.spending.Appropriation;

/**
 * Rules of the fund that were proposed, or came into force.
 *
 * @param passed the decision of the members that passed them, if one is pointed to
 * @param proposedBy who wrote them down; nobody once they are forgotten
 * @param at when they came into force; when they were proposed while they did not
 */
public record RuleChange(UUID id, AidRules rules, Optional<Appropriation.Decision> passed, Optional<UUID> proposedBy,
    Instant at) {
  /** Whether somebody wrote them down, and so is not the second person. */
  public boolean by(UUID person) {
    return proposedBy.filter(person::equals).isPresent();
  }

  /** What became of saying yes to them. Nothing was written unless it says so. */
  public enum Seconded {
    /** They are in force. */
    DONE,
    /** Whoever wrote them down cannot be the second person. */
    ANOTHER_PERSON,
    /** They were taken back, or are in force, or others were proposed instead. */
    MEANWHILE
  }
}
