// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Port: a kind of list that a phone takes along for where there is no signal, and what becomes of what is written down
 * on it. The doors of a site are one; modules above contribute others. Each is handed out by its own page through
 * {@link Turfs#take}; what comes back comes by one way for all.
 */
public interface TakenAlong {
  /** The words of the phone's page, whatever it holds. */
  List<String> WORDS = List.of("turf.queue", "turf.hand-over", "turf.handed-over", "turf.not-all", "turf.refused",
      "turf.offline", "turf.sign-in", "turf.let-go", "turf.forget", "turf.back", "turf.seen", "turf.notes",
      "turf.names-gone");

  /** What a phone may still do with its list. */
  enum May {
    /** Nothing: it has to let go. */
    NOTHING,
    /** Hand over; but the names on it are to go. */
    NUMBERS,
    /** Hand over. */
    ALL
  }

  /** An argument of a sentence that is a text of its own. */
  record Word(String key) {}

  /**
   * Something that has to be said.
   *
   * @param key of the message
   * @param arguments values, and {@link Word}s
   */
  record Told(String key, List<Object> arguments) {
    public Told { arguments = List.copyOf(arguments); }
  }

  /**
   * What came of one thing that was written down.
   *
   * @param taken whether it is done, now or when it was sent before
   * @param told what has to be said about it
   */
  record Came(boolean taken, List<Told> told) {
    /** Done as it was written down. */
    public static final Came DONE = new Came(true, List.of());

    public Came { told = List.copyOf(told); }

    /** Done, but something has to be said. */
    public static Came done(String told) {
      return new Came(true, List.of(new Told(told, List.of())));
    }

    /** Not done. */
    public static Came refused(String told) { return refused(told, List.of()); }

    /** Not done. */
    public static Came refused(String told, List<Object> arguments) {
      return new Came(false, List.of(new Told(told, arguments)));
    }
  }

  /** The word for such lists: the kind of the subject under which they are taken. */
  String kind();

  /** What the caller may do with a list of this. Runs in a transaction. */
  May may(UUID of);

  /**
   * Writes one thing down that comes from a phone, and does nothing where it is written down already. Runs in a writing
   * transaction of its own, and only where the caller {@linkplain #may may}.
   *
   * @param record what was written down, field by field, as it was sent
   * @param heldAt when it was written down, by the phone's clock
   */
  Came write(UUID of, Map<String, String> record, Instant heldAt);
}
