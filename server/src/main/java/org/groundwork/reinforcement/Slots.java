// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Hours of the week as bits: four parts of each of seven days, Monday morning the lowest. */
public final class Slots {
  private static final int PARTS = Part.values().length;
  private static final Duration LONGEST = Duration.ofDays(7);

  private Slots() {}

  /** A part of a day; the night of a day is its hours before six and from eleven. */
  public enum Part {
    MORNING(0), AFTERNOON(1), EVENING(2), NIGHT(3);

    private final int place;

    Part(int place) { this.place = place; }

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Part at(int hour) {
      return hour < 6 || hour >= 23 ? NIGHT : hour < 12 ? MORNING : hour < 18 ? AFTERNOON : EVENING;
    }
  }

  /** These parts of these days. */
  public static int of(Collection<DayOfWeek> days, Collection<Part> parts) {
    return days.stream()
        .flatMapToInt(day -> parts.stream().mapToInt(part -> bit(day, part)))
        .reduce(0, (one, other) -> one | other);
  }

  /** Every part of a day that lies within two moments, at least in part; a week at most. */
  static int within(Instant starts, Instant ends, ZoneId zone) {
    Instant last = ends.isBefore(starts.plus(LONGEST)) ? ends : starts.plus(LONGEST);
    int slots = 0;
    for (Instant at = starts; at.isBefore(last); at = at.plus(Duration.ofMinutes(30))) {
      ZonedDateTime here = at.atZone(zone);
      slots |= bit(here.getDayOfWeek(), Part.at(here.getHour()));
    }
    return slots;
  }

  /** The days that have some part in it. */
  public static Set<DayOfWeek> days(int slots) {
    var found = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (((slots >> ((day.getValue() - 1) * PARTS)) & 15) != 0) {
        found.add(day);
      }
    }
    return found;
  }

  /** The parts that some day has in it. */
  public static Set<Part> parts(int slots) {
    var found = EnumSet.noneOf(Part.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Part part : Part.values()) {
        if ((slots & bit(day, part)) != 0) {
          found.add(part);
        }
      }
    }
    return found;
  }

  private static int bit(DayOfWeek day, Part part) { return 1 << ((day.getValue() - 1) * PARTS + part.place); }
}
