// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something that happens at a place and a time.
 *
 * @param version raised by every change of it
 * @param campaign the fight it is part of, if any
 * @param step the rung of the fight that it is a date of, if any
 * @param site where its organisers organise, if it is one site's; absent for one of the whole local
 * @param asked what its organisers ask whoever comes that they need, beside what it offers
 * @param countOnly whether only numbers are kept
 * @param revision how often calendars had to be told something new
 * @param changed when it was changed last
 * @param shifts at least one, in their order
 */
public record Action(UUID id, long version, Optional<UUID> campaign, Optional<UUID> step, Optional<UUID> site,
    Told told, Needs.Asked asked, When when, boolean countOnly, State state, int revision, Heads heads, Instant changed,
    List<Shift> shifts) {

  public Action { shifts = List.copyOf(shifts); }

  /**
   * What people are told; every text but title and place may be empty.
   *
   * @param neutral what calendars and reminders say instead of the title; empty for the word for an appointment
   * @param access steps, lifts, buses, toilets
   * @param childcare who looks after children, and where
   * @param rides who drives, and from where
   */
  public record Told(String title, String neutral, String place, String access, String languages, String childcare,
      String rides) {}

  /**
   * From when until when.
   *
   * @param ends exclusive
   * @param zone in which its hours are said
   */
  public record When(Instant starts, Instant ends, ZoneId zone) {
    public Duration length() { return Duration.between(starts, ends); }
  }

  /** How far it is. */
  public enum State {
    PLANNED, HELD, CANCELLED;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /**
   * How many were there, counted by somebody and typed in.
   *
   * @param inPosition people of the site or the fight themselves
   * @param otherSites members from elsewhere
   * @param supporters everybody else
   */
  public record Heads(OptionalInt inPosition, OptionalInt otherSites, OptionalInt supporters) {
    /** All of them; absent while nobody has counted. */
    public OptionalInt total() {
      var typed = Stream.of(inPosition, otherSites, supporters).filter(OptionalInt::isPresent).toList();
      return typed.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(typed.stream().mapToInt(OptionalInt::getAsInt).sum());
    }
  }

  /** Where somebody belongs who is counted and not written down. */
  public enum Head {
    POSITION, OTHER_SITES, SUPPORTERS;

    /** As a phone sends it, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this key. */
    public static Optional<Head> of(String key) {
      return Stream.of(values()).filter(head -> head.key().equals(key)).findFirst();
    }
  }

  /**
   * A part of an action that needs a number of people.
   *
   * @param name empty for the only one
   * @param needed how many it needs
   * @param capacity how many may come; whoever comes after them waits
   * @param coming who said that they come and were not seen yet, written down or counted
   * @param waiting who waits for somebody to withdraw
   * @param attended who was there, written down or counted
   * @param room whether one more can come
   * @param needs how many of those who come need what
   * @param version raised by every change of what it is
   */
  public record Shift(UUID id, String name, When when, OptionalInt needed, OptionalInt capacity, int coming,
      int waiting, int attended, boolean room, Needs.Count needs, long version) {}

  /** What whoever says that they come is asked: what it offers, and what its organisers want to know. */
  public Needs.Asked asks() {
    return new Needs.Asked(asked.childcare() || !told.childcare().isEmpty(), asked.ride() || !told.rides().isEmpty(),
        asked.access() || !told.access().isEmpty(), asked.language() || !told.languages().isEmpty());
  }

  /** Whether people can still say that they come. */
  public boolean open(Instant now) {
    return state == State.PLANNED && now.isBefore(when.ends());
  }

  /** Whether people can still say that they come to one of its shifts. */
  public boolean open(Shift shift, Instant now) {
    return open(now) && now.isBefore(shift.when().ends());
  }

  /** One of its shifts. */
  public Optional<Shift> shift(UUID id) {
    return shifts.stream().filter(shift -> shift.id().equals(id)).findFirst();
  }

  /** The shift that is on, of several the one that began last; or else the next one, or else the one that ended last. */
  public Shift onNow(Instant now) {
    Comparator<Shift> byBeginning = Comparator.comparing(shift -> shift.when().starts());
    Comparator<Shift> byEnd = Comparator.comparing(shift -> shift.when().ends());
    return shifts.stream()
        .filter(shift -> !now.isBefore(shift.when().starts()) && now.isBefore(shift.when().ends()))
        .max(byBeginning.thenComparing(byEnd.reversed()))
        .or(() -> shifts.stream().filter(shift -> now.isBefore(shift.when().starts())).min(byBeginning))
        .or(() -> shifts.stream().max(byEnd))
        .orElseThrow();
  }

  /**
   * When one of its shifts is once the whole is at another time. One as long as the whole stays so. The others move by as
   * much on the clocks there, if the whole is as long as before; if it is not, they keep their hours and move by its days.
   */
  public When moved(Shift shift, When to) {
    if (shift.when().starts().equals(when.starts()) && shift.when().ends().equals(when.ends())) {
      return to;
    }
    Duration by = by(to);
    Instant starts = local(shift.when().starts()).plus(by).atZone(to.zone()).toInstant();
    Instant ends = local(shift.when().ends()).plus(by).atZone(to.zone()).toInstant();
    return new When(starts, starts.isBefore(ends) ? ends : starts.plus(shift.when().length()), to.zone());
  }

  private Duration by(When to) {
    var from = local(when.starts());
    var into = to.starts().atZone(to.zone()).toLocalDateTime();
    boolean asLong = Duration.between(from, local(when.ends()))
        .equals(Duration.between(into, to.ends().atZone(to.zone()).toLocalDateTime()));
    return asLong
        ? Duration.between(from, into)
        : Duration.ofDays(ChronoUnit.DAYS.between(from.toLocalDate(), into.toLocalDate()));
  }

  private LocalDateTime local(Instant at) { return at.atZone(when.zone()).toLocalDateTime(); }

  /** The first of its shifts that would not lie within the whole any more, were that at another time. */
  public Optional<Shift> outside(When to) {
    return shifts.stream()
        .filter(shift -> moved(shift, to).starts().isBefore(to.starts()) || moved(shift, to).ends().isAfter(to.ends()))
        .findFirst();
  }

  /** How many said that they come, over all shifts. */
  public int coming() {
    return shifts.stream().mapToInt(Shift::coming).sum();
  }

  /** Whether somebody is written down who comes or waits, and must be told what is new. */
  public boolean expectsSomebody() {
    return !countOnly && coming() + waiting() > 0;
  }

  /** How many wait, over all shifts. */
  public int waiting() { return shifts.stream().mapToInt(Shift::waiting).sum(); }

  /** How many were there, over all shifts. */
  public int attended() {
    return shifts.stream().mapToInt(Shift::attended).sum();
  }
}
