// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A collecting round.
 *
 * @param number of the local's rounds, from 1; part of each receipt's number
 * @param site whose people are asked; absent where the list is of people and not of a place
 * @param parts floors or departments of the site; none for all of it
 * @param steward who goes; absent once they were forgotten
 * @param ended when the envelope was handed in
 * @param anyway whether it was handed in although phones had not handed over
 * @param first a first count, which waits for a second person's own
 * @param second who came to the same as the first, where that is not what the receipts say
 */
public record Round(UUID id, int number, Kind kind, Optional<UUID> site, List<String> parts, Optional<UUID> steward,
    State state, LocalDate started, Optional<LocalDate> ended, boolean anyway, Optional<First> first,
    Optional<Second> second) {
  /** The most people on one round: as many doors as a phone carries. */
  public static final int MOST_PEOPLE = 200;

  public Round { parts = List.copyOf(parts); }

  /** A first count, in minor units; its sums are told to nobody before the second. */
  record First(long cash, long cheques, Optional<UUID> by, UUID account, LocalDate on) {}

  /** A second person's count, which was the same. */
  record Second(Optional<UUID> by) {}

  /** Whose people are asked. */
  public enum Kind {
    /** Members at a site. */
    SITE,
    /** Members who hold no place anywhere. */
    NOWHERE,
    /** Members who are added one by one. */
    NAMES;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Kind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** How far it is. */
  public enum State {
    /** Somebody goes from door to door. */
    OPEN,
    /** The envelope is handed in and is not counted, or something in it is not. */
    HANDED_IN,
    /** Two people counted all of it, or nothing was in it. */
    COUNTED;

    /** As the database and message keys have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }

  /** Whether somebody carries it. */
  public boolean isOf(UUID person) { return steward.equals(Optional.of(person)); }

  /** Whether it is being collected. */
  public boolean open() { return state == State.OPEN; }

  /** When a first person counted. */
  public Optional<LocalDate> countedOnceOn() { return first.map(First::on); }

  /** Whether this person, or this account, counted first. */
  public boolean countedFirstBy(UUID person, UUID account) {
    return first.filter(count -> count.by().equals(Optional.of(person)) || count.account().equals(account)).isPresent();
  }

  /** Whether two people came to the same, and that is not what the receipts say. */
  public boolean off() {
    return second.isPresent();
  }

  /** What every receipt's number of this round begins with. */
  public String prefix() { return "R" + number + "-"; }

  /** The number of a receipt as it is written: {@code R12-034}. */
  public String receipt(int of) {
    return prefix() + "%03d".formatted(of);
  }
}
