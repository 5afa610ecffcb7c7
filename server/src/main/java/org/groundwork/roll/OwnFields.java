// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A local's own fields about people, for the roll's pages: columns of a paste, and what a list is filtered by. A module
 * above keeps them and contributes this; without it there are none. Asked inside the transaction of the page.
 */
public interface OwnFields {

  /**
   * A field as one who sees it reads it.
   *
   * @param name unique among those in use, whatever its case
   * @param choices what a list can be filtered by
   * @param reader what a typed or pasted cell comes to
   */
  record Field(UUID id, String name, List<Choice> choices, Function<String, Cell> reader) {
    public Field { choices = List.copyOf(choices); }
  }

  /**
   * One value to filter by.
   *
   * @param written as a {@link Cell.Value} gives it back; empty for people of whom the field holds nothing
   * @param text as the local wrote it, empty where {@code key} says it
   * @param key message key of a word for it, empty where the local has its own
   */
  record Choice(String written, String text, String key) {}

  /** What a cell came to. */
  sealed interface Cell {
    /** A value, as it is handed back to {@link #hold}. */
    record Value(String written) implements Cell {}

    /**
     * It is none.
     *
     * @param key message key of a sentence; its arguments are the line, the field, what was typed and the choices
     * @param choices of the field, as a text
     */
    record Refused(String key, String choices) implements Cell {}
  }

  /** The fields in use that the caller sees at a site. */
  List<Field> seenAt(UUID site);

  /**
   * Keeps values of fields about people; fields that are not named stay as they are.
   *
   * @param written the values by field, by person
   */
  void hold(Map<UUID, Map<UUID, String>> written);

  /** What a field holds about these people, as one would type it; whoever it holds nothing about is left out. */
  Map<UUID, String> held(UUID field, Collection<UUID> people);

  /** Those of the people about whom a field holds this; empty text for those about whom it holds nothing. */
  Set<UUID> among(UUID field, String written, Collection<UUID> people);
}
