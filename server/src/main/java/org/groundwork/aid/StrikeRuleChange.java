// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.spending.Appropriation;

/**
 * What a day on strike is to be paid with: proposed, or in force.
 *
 * @param passed the decision of the members that passed it, if one is pointed to
 * @param proposedBy who wrote it down; nobody once they are forgotten
 * @param at when it came into force; when it was proposed while it did not
 */
public record StrikeRuleChange(UUID id, StrikeRule rule, Optional<Appropriation.Decision> passed,
    Optional<UUID> proposedBy, Instant at) {
  /** Whether somebody wrote it down, and so is not the second person. */
  public boolean by(UUID person) {
    return proposedBy.filter(person::equals).isPresent();
  }
}
