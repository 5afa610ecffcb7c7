// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.roll.Sites;

/**
 * Finds the unit of a site that a line of text names: a door however it is written ({@code 3B}, {@code 3-b},
 * {@code 3 B}, {@code apt 3B}), a department with its shift in either order, or either alone where it names one unit
 * only.
 */
final class UnitLabels {
  private static final Pattern WORD = Pattern.compile("[^\\s,;\\uFF0C\\uFF1B\\u3001\\u060C\\u061B]+");
  private static final Set<String> DOOR_WORDS = Set.of("APT", "APARTMENT", "FLAT", "UNIT", "DOOR", "PUERTA", "PISO",
      "APTO", "DEPTO", "NO");
  private static final int MOST_WORDS = 8;

  private final Map<String, UUID> units = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  /** Where in a text a unit was named. */
  record Found(UUID unit, int from, int to) {}

  private record Word(String text, int from, int to) {}

  UnitLabels(List<Sites.Unit> all) {
    all.forEach(unit -> units.putIfAbsent(key(unit.label()), unit.id()));
    all.forEach(unit -> units.putIfAbsent(key(unit.rowLabel() + unit.columnLabel()), unit.id()));
    all.forEach(unit -> units.putIfAbsent(key(unit.columnLabel() + unit.rowLabel()), unit.id()));
    for (var unit : all) {
      if (!isShort(unit.rowLabel()) || !isShort(unit.columnLabel())) {
        alone(unit.rowLabel(), unit.id());
        alone(unit.columnLabel(), unit.id());
      }
    }
    ambiguous.forEach(units::remove);
  }

  /** A department or a shift by itself, unless it might be one of several units. */
  private void alone(String label, UUID unit) {
    if (isShort(label)) {
      return; // a floor or a door letter by itself names no unit
    }
    UUID before = units.putIfAbsent(key(label), unit);
    if (before != null && !before.equals(unit)) {
      ambiguous.add(key(label));
    }
  }

  private static boolean isShort(String label) { return label.length() < 3; }

  /** The unit with this label. */
  Optional<UUID> named(String label) {
    return in(label).filter(found -> label.substring(0, found.from()).isBlank()
        && key(label.substring(found.to())).isEmpty()).map(Found::unit);
  }

  /** The longest run of words that names a unit; of several as long, the first. */
  Optional<Found> in(String text) {
    var words = WORD.matcher(text).results().map(w -> new Word(w.group(), w.start(), w.end())).toList();
    var found = new ArrayList<Found>();
    for (int from = 0; from < words.size(); from++) {
      var run = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
        run.append(words.get(to).text());
        UUID unit = units.get(key(run.toString()));
        if (unit != null && says(words.get(from)) && says(words.get(to)) && fits(words, from, to)) {
          found.add(new Found(unit, withDoorWord(words, from), words.get(to).to()));
        }
      }
    }
    return found.stream().max(Comparator.<Found>comparingInt(f -> f.to() - f.from()).thenComparingInt(f -> -f.from()));
  }

  /** Whether a word has a letter or digit; a picture beside a door is no part of it. */
  private static boolean says(Word word) {
    return !key(word.text()).isEmpty();
  }

  /** The first word of a line is somebody's name, if nothing but digits or a door follows it in the run. */
  private static boolean fits(List<Word> words, int from, int to) {
    boolean everything = from == 0 && to == words.size() - 1;
    boolean startsWithLetters = words.get(from).text().codePoints().allMatch(Character::isLetter);
    return words.size() == 1 || everything || !(from == 0 && startsWithLetters && to == 0);
  }

  private static int withDoorWord(List<Word> words, int from) {
    boolean before = from > 0 && DOOR_WORDS.contains(key(words.get(from - 1).text()));
    return words.get(before ? from - 1 : from).from();
  }

  /** {@code 3b}, {@code 3-B} and {@code 3B?} name the same door. */
  private static String key(String label) {
    return label.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
