// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Somebody who said that they come, or was there.
 *
 * @param person of the roll, absent for somebody without an account and for whoever was forgotten
 * @param name as typed by somebody without an account; empty for the others
 * @param contact how to reach somebody without an account, as typed; may be empty
 * @param language in which they are written to
 * @param line the order in which they came
 * @param minutes how long they were there
 * @param reminded when they were reminded
 * @param needs what they said that they need
 * @param news what is new for them and nobody has told them
 */
public record SignUp(UUID id, UUID shift, Optional<UUID> person, String name, String contact, Locale language, int line,
    State state, OptionalInt minutes, Optional<Instant> reminded, Needs needs,
    Optional<News> news) {

  /** Whether there is something to tell them. */
  public boolean toTell() { return news.isPresent(); }

  /** Where somebody stands. */
  public enum State {
    COMING, WAITING, WITHDRAWN, ATTENDED, NO_SHOW;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }

  /** What whoever comes must be told. */
  public enum News {
    /** They waited and have a place now. */
    PLACE,
    /** It is at another time or place. */
    CHANGED,
    /** It does not take place. */
    OFF;

    /** As stored, and as the end of a message key. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static News of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** What came of saying that one comes. */
  public sealed interface Outcome {
    /** There is a place. */
    record Coming() implements Outcome {}

    /** There is none now; {@code place} is the one in the line of those who wait, from 1. */
    record Waiting(int place) implements Outcome {}

    /** A number went up, and nothing was written down. */
    record Counted() implements Outcome {}

    /** There is no place, and nobody is written down to wait for one. */
    record Full() implements Outcome {}

    /** It is over, called off, or takes nobody any more. */
    record Over() implements Outcome {}
  }

  /** Who says that they come. */
  public sealed interface Who {
    /** Somebody on the roll. */
    record Member(UUID person) implements Who {}

    /**
     * Somebody without an account.
     *
     * @param token of their private link, kept only as a hash
     */
    record Visitor(String name, String contact, Locale language, String token) implements Who {}

    /**
     * Somebody who told an organiser, who writes it down.
     *
     * @param name of somebody who is not on the roll; empty for the others
     */
    record Noted(Optional<UUID> person, String name) implements Who {}
  }
}
