// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;

/**
 * Reads people the way organisers jot them down, one per line: {@code Maria, 3B, nights, 555 0101},
 * {@code old man 2A?}, {@code Juan 5C 555 0199}. What matches the label of a unit is the unit, what looks like a phone
 * number is the phone, an address with an at sign is mail; of the rest, what stands before the first comma is the name
 * and what follows is a remark. Nothing typed is dropped.
 */
final class KnownLines {
  static final int MOST_LINES = 400;
  static final int LONGEST_LINE = 300;
  private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\d[\\d ().\\-/]{4,22}\\d");
  private static final Pattern MAIL = Pattern.compile("[^\\s,;<>]+@[^\\s,;<>]+\\.[^\\s,;<>]+");
  private static final Pattern WORD = Pattern.compile("[^\\s,;\\t]+");

  /**
   * One line, read.
   *
   * @param line its number, from 1
   * @param unit the unit it names
   * @param bossSide whether it is marked with an exclamation mark at the end: on the other side
   */
  record Read(int line, String typed, People.Known known, Optional<UUID> unit, boolean bossSide) {}

  /** A line that says no name. */
  record Unread(int line, String typed) {}

  /** What a pasted text came to. */
  record Result(List<Read> read, List<Unread> unread) {}

  private final Map<String, UUID> units = new HashMap<>();

  KnownLines(List<Sites.Unit> units) {
    for (var unit : units) {
      this.units.putIfAbsent(unitKey(unit.label()), unit.id());
      this.units.putIfAbsent(unitKey(unit.columnLabel() + unit.rowLabel()), unit.id());
    }
  }

  /** The unit a label names, however it is written. */
  Optional<UUID> unit(String label) {
    return Optional.ofNullable(units.get(unitKey(label)));
  }

  Result read(String text) {
    var read = new ArrayList<Read>();
    var unread = new ArrayList<Unread>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String typed = line.strip();
      if (typed.isEmpty()) {
        continue;
      }
      Optional<Read> found = number > MOST_LINES || typed.length() > LONGEST_LINE
          ? Optional.empty()
          : readLine(number, typed);
      if (found.isPresent()) {
        read.add(found.get());
      } else {
        unread.add(new Unread(number, typed));
      }
    }
    return new Result(read, unread);
  }

  private Optional<Read> readLine(int number, String typed) {
    boolean bossSide = typed.endsWith("!");
    String rest = bossSide ? typed.substring(0, typed.length() - 1) : typed;
    Matcher mail = MAIL.matcher(rest);
    Optional<String> mailAddress = mail.find() ? Optional.of(mail.group()) : Optional.empty();
    rest = mailAddress.isPresent() ? rest.replace(mailAddress.get(), "") : rest;
    Optional<UUID> unit = Optional.empty();
    Matcher word = WORD.matcher(rest);
    while (unit.isEmpty() && word.find()) {
      unit = Optional.ofNullable(units.get(unitKey(word.group())));
      if (unit.isPresent()) {
        rest = rest.substring(0, word.start()) + rest.substring(word.end());
      }
    }
    Matcher phone = PHONE.matcher(rest);
    Optional<String> number1 = phone.find() ? Optional.of(phone.group().strip()) : Optional.empty();
    rest = number1.isPresent() ? rest.substring(0, phone.start()) + rest.substring(phone.end()) : rest;
    var parts = parts(rest);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Read(number, typed,
        new People.Known(parts.getFirst(), number1, mailAddress, String.join(", ", parts.subList(1, parts.size()))),
        unit, bossSide));
  }

  private static List<String> parts(String rest) {
    var parts = new ArrayList<String>();
    for (String part : rest.split("[,;\\t]", -1)) {
      String cleaned = part.strip().replaceAll("\\s+", " ");
      if (cleaned.codePoints().anyMatch(Character::isLetterOrDigit)) {
        parts.add(cleaned);
      }
    }
    return parts;
  }

  /** {@code 3b}, {@code 3-B} and {@code 3B?} name the same door. */
  private static String unitKey(String label) {
    return label.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
