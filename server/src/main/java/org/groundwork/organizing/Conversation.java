// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;

/**
 * A one-to-one as it was written down.
 *
 * @param id made where it was written down, at random, so that it counts once however often it is sent
 * @param site absent where somebody was met at no place, as on a round of people who hold none; then there is no door, it is
 *     known with whom, and neither an issue nor an answer belongs to it
 * @param unit the door or department, absent for somebody whose place is not known
 * @param person absent where nobody opened, or nobody said who they are
 * @param heldAt when it was, to the second
 * @param heldBy who knocked
 */
public record Conversation(UUID id, Optional<UUID> site, Optional<UUID> unit, Optional<UUID> person, Outcome outcome,
    Instant heldAt, UUID heldBy, Back back, Talk talk) {

  /** @throws IllegalArgumentException for a talk at no place that says what belongs to a place */
  public Conversation {
    if (site.isEmpty()
        && (unit.isPresent() || person.isEmpty() || talk.issue().isPresent() || talk.answer().isPresent())) {
      throw new IllegalArgumentException("a talk at no place says what belongs to a place");
    }
  }

  /** One at a place. */
  public Conversation(UUID id, UUID site, Optional<UUID> unit, Optional<UUID> person, Outcome outcome, Instant heldAt,
      UUID heldBy, Back back, Talk talk) {
    this(id, Optional.of(site), unit, person, outcome, heldAt, heldBy, back, talk);
  }

  /** When to come back, and with which language; both are absent mostly. */
  public record Back(Optional<Instant> at, Optional<String> language) {
    /** Nothing said. */
    public static Back none() { return new Back(Optional.empty(), Optional.empty()); }
  }

  /**
   * What was talked about.
   *
   * @param issue what is wrong, as the key of a kind of grievance
   * @param prepared whether it was talked through what the other side will do and what we answer
   * @param note for the site's organisers alone; it does not last
   */
  public record Talk(Optional<String> issue, Optional<Answer> answer, boolean prepared, String note,
      Optional<Next> next) {
    /** Nothing was talked about. */
    public static Talk none() {
      return new Talk(Optional.empty(), Optional.empty(), false, "", Optional.empty());
    }
  }

  /** What was asked, and the answer, until the module that asks destroys it. */
  public record Answer(SubjectRef ask, Reply reply, OptionalInt atLeast) {}

  /** What happens next with this person. */
  public record Next(String step, Optional<LocalDate> on) {}
}
