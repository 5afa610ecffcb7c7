// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Standing at the gates.
 *
 * @param version raised by every change of what holds at it
 * @param rules what holds here, if anybody wrote it down
 * @param observers the number of the legal observers; empty for none
 * @param minors what holds for minors; empty for nothing
 * @param needs what it needs, and whether it has been brought
 * @param gates in their order
 */
public record Picket(UUID action, long version, Optional<Rules> rules, String observers, String minors,
    Map<Need, Boolean> needs, List<Gate> gates) {
  public Picket {
    needs = Map.copyOf(needs);
    gates = List.copyOf(gates);
  }

  /**
   * What somebody wrote down of the law on a day; never advice of ours.
   *
   * @param line which nobody crosses; may be empty
   * @param permit what was permitted or announced; may be empty
   */
  public record Rules(String line, String permit, UUID by, LocalDate on) {}

  /** What a picket needs. */
  public enum Need {
    TOILETS, WATER, HEAT, SHADE, FOOD, MEDIC, SIGNS;

    /** As stored, as a form's value, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The need of a key; empty for one that is none. */
    public static Optional<Need> known(String key) {
      return Arrays.stream(values()).filter(need -> need.key().equals(key)).findFirst();
    }
  }

  /**
   * One gate.
   *
   * @param deliveries that were turned away
   * @param people who were turned back
   * @param shifts who sees to it, shift by shift, as far as anybody does
   */
  public record Gate(UUID id, String name, int deliveries, int people, List<Watch> shifts) {
    public Gate { shifts = List.copyOf(shifts); }

    /** Who sees to it in a shift. */
    public Optional<Watch> in(UUID shift) {
      return shifts.stream().filter(watch -> watch.shift().equals(shift)).findFirst();
    }

    /** Whether somebody sees to it in any shift. */
    public boolean keptBy(UUID person) {
      return shifts.stream()
          .anyMatch(watch -> watch.captain().filter(person::equals).isPresent()
              || watch.relief().filter(person::equals).isPresent());
    }
  }

  /** What somebody does who sees to a gate. */
  public enum Keeper {
    CAPTAIN, RELIEF;

    /** As stored. */
    String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /**
   * A gate in a shift.
   *
   * @param version raised by every change of what is handed over
   */
  public record Watch(UUID shift, long version, Optional<UUID> captain, Optional<UUID> relief,
      Optional<HandOver> handedOver) {}

  /**
   * What a captain hands over to the next.
   *
   * @param by absent where nobody is written down
   */
  public record HandOver(String text, Optional<UUID> by, Instant at) {}

  /** What is counted at a gate with one tap. */
  public enum Tally {
    DELIVERIES, PEOPLE;

    /** As a form's value. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The tally of a key; empty for one that is none. */
    public static Optional<Tally> known(String key) {
      return Arrays.stream(values()).filter(tally -> tally.key().equals(key)).findFirst();
    }
  }

  /**
   * One that was counted.
   *
   * @param said a word such as the carrier; may be empty
   */
  public record Counted(UUID shift, Instant at, String said) {}

  /**
   * Something that is needed, in words.
   *
   * @param gate absent for all
   */
  public record Wish(UUID id, Optional<UUID> gate, String what, boolean brought) {}

  /** Something that happened. */
  public enum Kind {
    POLICE, CAR, THREAT, INJURY, OTHER;

    /** As stored, as a form's value, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a key; empty for one that is none. */
    public static Optional<Kind> known(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }

  /**
   * What happened at a gate.
   *
   * @param plate of a car, as written down; may be empty
   * @param by who wrote it down; absent where nobody is written down
   */
  public record Incident(UUID id, UUID gate, Instant at, Kind kind, String told, String plate, Optional<UUID> by) {}
}
