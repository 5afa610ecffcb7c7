// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One rung of the escalation plan in full: a test of strength with what must hold before it.
 *
 * @param step what it is, how many it takes and where it stands
 * @param kind what kind of act it is
 * @param told what the target is told
 * @param needs what must hold before it is begun
 * @param decided the members' decision, as it stands in the minutes
 * @param begun how it was begun, if it was
 * @param endedAnyway why it was ended although something was missing, for the last of a plan
 * @param version raised by every change of it
 */
public record Rung(UUID campaign, Campaign.Step step, StepKind kind, Optional<LocalDate> plannedOn, List<UUID> owners,
    String told,
    Optional<Legal> legal, Needs needs, Optional<Decided> decided, Optional<Begun> begun,
    Optional<String> endedAnyway, long version) {
  public Rung { owners = List.copyOf(owners); }

  /** What the law says here, as somebody wrote it down on a day; never advice of ours. */
  public record Legal(String note, UUID by, LocalDate on) {}

  /**
   * What must hold before a rung is begun, beside the number of the rung before.
   *
   * @param eachPart every part of the site did the rung before by at least so many percent
   * @param prepared so many percent of those on the chart talked through what the other side will do
   * @param decision the members decided
   */
  public record Needs(OptionalInt eachPart, OptionalInt prepared, boolean decision) {
    /** Nothing but the number of the rung before. */
    public static Needs nothing() {
      return new Needs(OptionalInt.empty(), OptionalInt.empty(), false);
    }
  }

  /** A decision from the minutes. */
  public record Decided(String how, LocalDate on) {}

  /**
   * That a rung was begun.
   *
   * @param override why, although something was missing
   */
  public record Begun(Instant at, UUID by, Optional<String> override) {}

  /** Something that does not hold yet. */
  public sealed interface Missing {
    /** The rung before: so many did it, so many are needed. */
    record Count(int have, int need) implements Missing {}

    /** Parts of the site that did the rung before by less than so many percent. */
    record Parts(int percent, List<String> parts) implements Missing {
      public Parts { parts = List.copyOf(parts); }
    }

    /** So many of the chart talked it through, of so many; so many are needed. */
    record Preparation(int have, int of, int need) implements Missing {}

    /** The members have not decided. */
    record Decision() implements Missing {}
  }
}
