// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;

/**
 * Port: what people at a site are being asked at the moment, said by the modules that ask, which are told every answer.
 * Implementations are beans; each runs inside the caller's transaction.
 */
public interface OpenAsks {

  /**
   * One thing that is asked.
   *
   * @param ref what it is, for the module that asks
   * @param text in the words of the local
   * @param of how many people or homes it is asked of, for answers "if at least so many do"; absent where such an
   *     answer makes no sense
   */
  record Ask(SubjectRef ref, String text, OptionalInt of) {
    /** As forms name it. */
    public String word() { return ref.kind() + ":" + ref.id(); }
  }

  /**
   * An answer taken in a conversation.
   *
   * @param atLeast for {@link Reply#YES_IF}: how many there must be, the person among them
   * @param at when it was said, which may be earlier than now; of two answers the later one counts
   * @param takenBy who asked
   */
  record Answered(UUID person, UUID site, Reply reply, OptionalInt atLeast, Instant at, UUID takenBy) {}

  /** What is asked at this site now, the most urgent first. */
  List<Ask> openAt(UUID site);

  /**
   * Takes an answer; false if the thing is not asked any more or not by this module. What is taken is kept with the
   * conversation too, until {@link Conversations#forgetAnswers}; what nobody takes is not.
   */
  boolean answered(SubjectRef ask, Answered answer);

  /**
   * Something that was asked and is not any more.
   *
   * @param at since when; absent where nobody wrote that down
   */
  record Over(String text, Optional<Instant> at) {}

  /** What was asked at a site until it ended; empty where it was not this module's or of another site. */
  default Optional<Over> over(SubjectRef ask, UUID site) {
    return Optional.empty();
  }

  /** What these people last answered to an ask; whoever was not asked is left out. */
  Map<UUID, Reply> replies(SubjectRef ask, Collection<UUID> people);

  /** Who of these people did what was asked. */
  Set<UUID> didIt(SubjectRef ask, Collection<UUID> people);

  /** Who of these people did something that was asked, on one of these days. */
  default Set<UUID> didBetween(Collection<UUID> people, LocalDate from, LocalDate to) {
    return Set.of();
  }

  /** How many people of the local did something that was asked, on one of these days; nobody of the boss's side. */
  default int howManyDid(LocalDate from, LocalDate to) {
    return 0;
  }

  /**
   * Notes that somebody of the site did what is asked, as their steward saw it; or takes back what the caller noted
   * themselves within the last hour.
   *
   * @return false, and nothing changed, if it is not asked any more, not by this module, or there is nothing to take back
   */
  default boolean note(SubjectRef ask, UUID site, UUID person, boolean did) { return false; }

  /**
   * Where somebody takes the phone and answers an ask themself, within the local and without a leading slash; empty where
   * the module has no such page, or this person is not asked.
   */
  default Optional<String> ownCard(SubjectRef ask, UUID site, UUID person) { return Optional.empty(); }
}
