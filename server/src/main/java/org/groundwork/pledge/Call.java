// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The call of a rung. Where it stands lies in its type; it goes on from one to the next and never back. */
public sealed interface Call {

  /**
   * What every call has.
   *
   * @param own the rule of the call itself; where it says no number, the rung's stands
   * @param until the last day on which it is asked
   */
  record Core(UUID step, SealKind kind, Own own, LocalDate until, long version) {}

  /** The rule as organisers chose it; at most one of the first two is there. */
  record Own(OptionalInt least, OptionalInt share, OptionalInt eachPart) {
    /** Nothing chosen. */
    public static Own nothing() {
      return new Own(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** The rule, with the rung's own number where nothing else was chosen. */
    public Rule rule(OptionalInt ofTheRung) {
      if (share.isPresent()) {
        return new Rule(new Rule.Overall.Share(share.getAsInt()), eachPart);
      }
      var number = least.isPresent() ? least : ofTheRung;
      return new Rule(number.isPresent() ? new Rule.Overall.Least(number.getAsInt()) : new Rule.Overall.Unsaid(),
          eachPart);
    }
  }

  Core core();

  /** It is asked, and not enough are in. */
  record Open(Core core) implements Call {}

  /**
   * Enough were in; whoever does not stand by it says so until then.
   *
   * @param confirmUntil from then on it is confirmed or lapses
   */
  record Met(Core core, Instant at, Instant confirmUntil) implements Call {}

  /**
   * Enough were still in after the confirmation: the members decide now. Answers are still taken.
   *
   * @param deedAsked whether the rung is done since, and those who gave their word are asked whether they did it
   */
  record Confirmed(Core core, Instant at, boolean deedAsked) implements Call {}

  /** It ended otherwise. */
  record Ended(Core core, Instant at, How how) implements Call {}

  /** Everybody who had answered has been told what became of it. */
  record FollowedUp(Core core, Instant at, How how) implements Call {}

  /** How a call ended, as stored and as the end of a message key. */
  enum How {
    /** Enough stood by it. */
    CONFIRMED,
    /** Not enough stood by it. */
    LAPSED,
    /** The rung was done, or its campaign ended. */
    OVER,
    /** Its last day passed; all answers are destroyed. */
    EXPIRED;

    /** As stored. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** Whether answers are taken. */
  default boolean asks() {
    return switch (this) {
      case Open _,Met _,Confirmed _ -> true;
      case Ended _,FollowedUp _ -> false;
    };
  }

  /** How it ended; absent while it has not. */
  default Optional<How> cameTo() {
    return switch (this) {
      case Open _,Met _ -> Optional.empty();
      case Confirmed _ -> Optional.of(How.CONFIRMED);
      case Ended(_, _, var how) -> Optional.of(how);
      case FollowedUp(_, _, var how) -> Optional.of(how);
    };
  }

  /** The end of a message key that says what those who wait are to be told. */
  default String toTell() {
    return this instanceof Confirmed(_, _, var deedAsked) && deedAsked
        ? How.OVER.key()
        : cameTo().orElse(How.OVER).key();
  }

  /** The end of a message key that says where it stands. */
  default String key() {
    return switch (this) {
      case Open _ -> "open";
      case Met _ -> "met";
      case Confirmed(_, _, var deedAsked) -> deedAsked ? "done" : "confirmed";
      case Ended(_, _, var how) -> how.key();
      case FollowedUp _ -> "followed-up";
    };
  }
}
