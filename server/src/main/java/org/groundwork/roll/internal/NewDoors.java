// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.roll.Sites;

/**
 * Words of a line that look like a door of the site and are none: {@code 12Q} where the doors are {@code 1A} to
 * {@code 6D}. Only somebody who knows the house can tell whether it is a place or part of a name, so they are asked.
 *
 * @param answers what was answered, by the door's key
 */
record NewDoors(Set<String> shapes, Map<String, Answer> answers) {
  private static final Pattern WORD = Pattern.compile("[^\\s,;\\uFF0C\\uFF1B\\u3001\\u060C\\u061B]+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final String FIELD = "door-";

  /** What a word that looks like a door is. */
  enum Answer {
    /** Nobody has said yet. */
    ASK,
    /** A place to be made. */
    MAKE,
    /** Part of the name or the remark. */
    NAME
  }

  /**
   * Such a word.
   *
   * @param key by which it is answered, letters and digits as a label is written
   */
  record Door(String key, int from, int to, Answer answer) {}

  static NewDoors of(List<Sites.Unit> units, Map<String, Answer> answers) {
    return new NewDoors(units.stream()
        .map(unit -> unit.label().toUpperCase(Locale.ROOT))
        .filter(label -> label.codePoints().anyMatch(Character::isDigit) && !label.contains(" "))
        .map(NewDoors::shape)
        .collect(Collectors.toCollection(HashSet::new)), answers);
  }

  /** The answers among a form's fields. */
  static Map<String, Answer> answers(Map<String, String> fields) {
    return fields.entrySet()
        .stream()
        .filter(field -> field.getKey().startsWith(FIELD))
        .filter(field -> field.getValue().equals("make") || field.getValue().equals("name"))
        .collect(Collectors.toMap(field -> field.getKey().substring(FIELD.length()),
            field -> field.getValue().equals("make") ? Answer.MAKE : Answer.NAME));
  }

  /** The name of the field in which a door is answered. */
  static String field(String key) { return FIELD + key; }

  /** The first word of a text that looks like a door. */
  Optional<Door> in(String text) {
    return WORD.matcher(text).results().flatMap(word -> {
      String key = EDGES.matcher(word.group()).replaceAll("").toUpperCase(Locale.ROOT);
      return shapes.contains(shape(key))
          ? Optional.of(new Door(key, word.start(), word.end(), answers.getOrDefault(key, Answer.ASK))).stream()
          : Optional.<Door>empty().stream();
    }).findFirst();
  }

  /** Up to three digits in a row are one number; every letter counts. */
  private static String shape(String label) {
    return label.replaceAll("\\p{L}", "A").replaceAll("\\p{N}{1,3}", "9");
  }
}
