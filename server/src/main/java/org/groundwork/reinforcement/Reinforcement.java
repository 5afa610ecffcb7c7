// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A call for people: to a picket, an eviction, a rally.
 *
 * @param version raised by every change of it
 * @param wanted how many people it takes
 */
public record Reinforcement(UUID id, long version, Urgency urgency, Need need, int wanted, Told told, When when,
    Ties ties, State state, Signed signed, Times times, Counts counts) {

  /**
   * What people are told.
   *
   * @param area in words, for everybody who is asked
   * @param place for whoever comes; empty once the call has expired
   * @param reason why it was refused; empty for none
   * @param correction what turned out otherwise; empty for none
   */
  public record Told(String title, String area, String place, String reason, String correction) {}

  /**
   * From when until when.
   *
   * @param zone in which its hours are said
   */
  public record When(Instant starts, Instant ends, ZoneId zone) {}

  /**
   * What it belongs to.
   *
   * @param site whom it helps
   * @param about a case of a module above, which says what it is
   */
  public record Ties(Optional<UUID> campaign, Optional<UUID> action, Optional<UUID> site, Optional<UUID> about) {}

  /** Who called, and who said the same, for a rapid one. */
  public record Signed(UUID by, UUID account, Optional<UUID> confirmedBy) {}

  /**
   * How far it is.
   *
   * @param expires when nobody is asked or told where any more
   * @param waves how many times people were asked
   * @param nextWave when the next are asked by themselves
   */
  public record Times(Optional<Instant> opened, Instant expires, int waves, Optional<Instant> nextWave,
      Optional<Instant> corrected) {}

  /**
   * What was answered.
   *
   * @param asked everybody who was asked or came unasked
   * @param silent who has not answered
   * @param coming who said yes and was not seen yet
   * @param counted how many the host counted
   */
  public record Counts(int asked, int silent, int coming, int waiting, int cannot, int here, OptionalInt counted) {

    /** How many said yes and have a place, seen or not. */
    public int yes() { return coming + here; }
  }

  /** How soon, and whether two people must say so. */
  public enum Urgency {
    PLANNED, TODAY, NOW, RAPID;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Urgency of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }

    /** After how long the next are asked by themselves while there are too few, where what is urgent waits so long. */
    Duration every(Duration urgent) {
      return switch (this) {
        case PLANNED -> Duration.ofDays(1);
        case TODAY -> Duration.ofHours(1);
        case NOW, RAPID -> urgent;
      };
    }
  }

  /** What is needed of those who come. */
  public enum Need {
    BODIES(0), DRIVERS(1), MEDICS(2), OBSERVERS(4), FOOD(8);

    private final int bit;

    Need(int bit) { this.bit = bit; }

    /** The bit of {@link Ready#can()} that somebody must have; 0 if anybody can. */
    public int bit() { return bit; }

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Need of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Where it stands. */
  public enum State {
    DRAFT, REFUSED, LIVE, OFF, FALSE_ALARM, OVER;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }

  /** Whether people are asked and answer. */
  public boolean live(Instant now) {
    return state == State.LIVE && now.isBefore(times.expires());
  }

  /** Whether it waits for a second person. */
  public boolean waits(Instant now) {
    return state == State.DRAFT && now.isBefore(times.expires());
  }

  /** Whether it may still be corrected: as long as somebody may be on the way, and a week after. */
  public boolean correctable(Instant now) {
    return times.opened().isPresent() && state != State.REFUSED
        && now.isBefore(times.expires().plus(Duration.ofDays(7)));
  }

  /** Whether words can be a part of town: they have a letter or a digit, by which two spellings are compared. */
  public static boolean isArea(String typed) {
    return !Area.folded(typed).isEmpty();
  }

  /** Whether two people must say so before anything goes out. */
  public boolean rapid() {
    return urgency == Urgency.RAPID;
  }

  /** How many are still missing. */
  public int missing() { return Math.max(0, wanted - counts.yes()); }
}
