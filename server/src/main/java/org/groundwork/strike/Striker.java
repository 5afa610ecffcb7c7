// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Somebody on strike, as the strike's committee and they themselves read it.
 *
 * @param person as they are on the roll now
 * @param stints from when until when they were out, the earliest first
 * @param days what they had on a day: a duty, or an excuse, which counts the same
 */
public record Striker(UUID person, List<Stint> stints, SortedMap<LocalDate, What> days) {

  public Striker {
    stints = List.copyOf(stints);
    days = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  /** From a day until the day they went back, which is no day on strike any more. */
  public record Stint(LocalDate since, Optional<LocalDate> until) {
    boolean covers(LocalDate day) { return !day.isBefore(since) && until.map(day::isBefore).orElse(true); }

    long days(LocalDate today) {
      LocalDate end = until.filter(back -> !back.isAfter(today)).orElse(today.plusDays(1));
      return Math.max(0, ChronoUnit.DAYS.between(since, end));
    }
  }

  /** What somebody had on a day. */
  public sealed interface What {
    /** A duty, on a part of the day. */
    record Duty(Task task, Shift shift) implements What {}

    /** Excused; the kind is for the committee and the person, and nobody asks for proof. */
    record Excused(Reason reason) implements What {}

    /** As it is sealed. */
    default String written() {
      return switch (this) {
        case Duty(var task, var shift) -> "duty " + task.key() + " " + shift.key();
        case Excused(var reason) -> "excused " + reason.key();
      };
    }

    /** What was sealed so; empty for anything else. */
    static Optional<What> read(String written) {
      String[] parts = written.split(" ", -1);
      return parts.length == 3
          ? Task.known(parts[1]).flatMap(task -> Shift.known(parts[2]).map(shift -> new Duty(task, shift)))
          : Reason.known(parts[parts.length - 1]).map(Excused::new);
    }
  }

  /** What there is to do. */
  public enum Task {
    PICKET, KITCHEN, PHONES, CHILDCARE, OTHER;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    public static Optional<Task> known(String key) {
      return Arrays.stream(values()).filter(task -> task.key().equals(key)).findFirst();
    }
  }

  /** A part of the day. */
  public enum Shift {
    MORNING, AFTERNOON, EVENING, NIGHT;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    public static Optional<Shift> known(String key) {
      return Arrays.stream(values()).filter(shift -> shift.key().equals(key)).findFirst();
    }
  }

  /** Why somebody is excused; a category and no more. */
  public enum Reason {
    ILL, DISABLED, CARER, PREGNANT, OTHER;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    public static Optional<Reason> known(String key) {
      return Arrays.stream(values()).filter(reason -> reason.key().equals(key)).findFirst();
    }
  }

  /** Whether they are on strike on a day. */
  public boolean out(LocalDate day) {
    return stints.stream().anyMatch(stint -> stint.covers(day));
  }

  /** How many days they have been on strike, today among them. */
  public long daysOut(LocalDate today) {
    return stints.stream().mapToLong(stint -> stint.days(today)).sum();
  }

  /** How many of those days count, by today: a duty and an excuse count the same. */
  public int daysThatCount(LocalDate today) {
    return (int) days.keySet().stream().filter(day -> !day.isAfter(today) && out(day)).count();
  }

  /** The first day of somebody who said that they will be out. */
  public Optional<LocalDate> outFrom(LocalDate today) {
    return stints.stream()
        .filter(stint -> stint.until().isEmpty())
        .map(Stint::since)
        .filter(today::isBefore)
        .findFirst();
  }

  /** What they have on a day. */
  public Optional<What> on(LocalDate day) { return Optional.ofNullable(days.get(day)); }
}
