// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Going to who can say yes, together.
 *
 * @param version raised by every change of what is written down of it
 * @param filming whether filming is lawful here, if anybody wrote it down
 * @param parts who does what, in their order
 * @param answers what we answer to what they may reply, as far as it was written down
 * @param kept whether what they promised was kept; absent while nobody has looked
 */
public record March(UUID action, long version, Optional<Note> filming, List<Role> parts, List<Answer> answers,
    Optional<Rehearsal> rehearsal, Optional<Report> report, Optional<Boolean> kept) {
  public March {
    parts = List.copyOf(parts);
    answers = List.copyOf(answers);
  }

  /** What somebody wrote down on a day; never advice of ours. */
  public record Note(String text, UUID by, LocalDate on) {}

  /** What somebody can do in it. */
  public enum Part {
    /** Puts a demand. */
    SPEAKS,
    /** Goes in with the others. */
    GOES_IN,
    /** Writes down who said what. */
    WRITES,
    /** Films. */
    FILMS,
    /** Stays at the door. */
    DOOR,
    /** Asks everybody afterwards how they are. */
    CHECKS,
    /** Is looked after, after what happened. */
    CARE;

    /** As stored, as a form's value, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part of a key; empty for one that is none. */
    public static Optional<Part> known(String key) {
      return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }
  }

  /**
   * Somebody's part.
   *
   * @param demand the one they put, if they speak to one
   */
  public record Role(UUID id, Part part, UUID person, Optional<UUID> demand) {}

  /** What the other side does; there are four of them, and each time it is one. */
  public enum Reply {
    REFUSES, ASIDE, POLICE, HALF;

    /** As stored, as a form's field, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reply of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** What we answer. */
  public record Answer(Reply reply, String answer, boolean rehearsed) {}

  /** That it was rehearsed. */
  public record Rehearsal(LocalDate on, UUID by) {}

  /**
   * What came of it.
   *
   * @param said what was said, ours and theirs
   * @param saidBy who spoke on their side
   * @param promise what they promised; empty if nothing
   * @param promisedFor by when
   */
  public record Report(int wentIn, String said, String saidBy, String promise, Optional<LocalDate> promisedFor) {}

  /**
   * A promise that was made at a march.
   *
   * @param at when it was written down
   * @param kept absent while nobody has looked
   */
  public record Promise(UUID action, String promise, Optional<LocalDate> promisedFor, String saidBy, Instant at,
      Optional<Boolean> kept) {}

  /** A promise whose day has come, and at which nobody has looked. */
  public record Due(UUID action, String promise, LocalDate promisedFor) {}

  /** What we answer to a reply, if it was written down. */
  public Optional<Answer> answer(Reply reply) {
    return answers.stream().filter(answer -> answer.reply() == reply).findFirst();
  }

  /** Everybody with a part, in order. */
  public List<Role> of(Part part) {
    return parts.stream().filter(role -> role.part() == part).toList();
  }
}
