// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.roll.OwnFields;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;

/**
 * Reads people the way organisers jot them down, one per line: {@code Maria, 3B, nights, 555 0101},
 * {@code old man 2A?}, {@code Juan 5C 555 0199}, or cells pasted from a spreadsheet. What names a unit of the site is the
 * unit, what looks like a phone number is the phone, an address with an at sign is mail; of the rest, what stands
 * before the first comma is the name and what follows is a remark. Nothing typed is dropped: a second number becomes
 * part of the remark.
 */
final class KnownLines {
  static final int MOST_LINES = 400;
  static final int LONGEST_LINE = 300;
  private static final int LONGEST_NAME = 120;
  private static final Pattern PHONE = Pattern
      .compile(
          "(?<![\\p{L}\\d])(?!\\d{4}-\\d\\d-\\d\\d)\\+?\\(?\\d(?:[ ().\\-/\u2010-\u2013\u00a0]{0,2}\\d){5,15}(?![\\p{L}\\d])");
  private static final Pattern MAIL = Pattern
      .compile("[^\\s,;<>@\\uFF0C\\u060C]{1,64}@[^\\s,;<>@\\uFF0C\\u060C]{1,180}\\.[^\\s,;<>@.\\uFF0C\\u060C]{2,20}");
  private static final Pattern BULLET = Pattern.compile("^(?:[-*•–·]|\\d{1,3}[.)])\\s+");
  /** What stands before a number to say that it is one. */
  private static final Pattern CALLED = Pattern
      .compile("(?iU)(?<![\\p{L}\\d])(?:tel|tlf|phone|ph|mobile|mob|cell|whatsapp|wa|m[oó]vil|tel[eé]fono)[.:]?\\s*$");
  /** The beginning of a number that somebody did not write out. */
  private static final Pattern BROKEN_OFF = Pattern.compile("(?<![\\p{L}\\d])\\d{3,}[\\d ]*(?:\u2026|\\.{2,3})");
  /** Marks that turn writing round or take no room, which a paste from a chat brings along. */
  private static final Pattern UNSEEN = Pattern
      .compile("[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uE000-\uE00F\uFEFF]");
  private static final Set<String> HEADINGS = Set.of("name", "names", "unit", "door", "flat", "apt", "apartment",
      "phone", "number", "mail", "email", "e-mail", "remark", "notes", "note", "department", "shift", "nombre",
      "nombres",
      "puerta", "piso", "teléfono", "telefono", "correo", "nota", "notas", "departamento", "turno");
  private static final Pattern SEPARATOR = Quoted.SEPARATOR;

  /**
   * One line, read.
   *
   * @param line its number, from 1
   * @param unit the unit it names
   * @param bossSide whether it is marked with an exclamation mark at the end: on the other side
   * @param door a word that looks like a door and is none; part of the name unless it is to be made a place
   * @param own what stands in the columns of fields of the local's own
   */
  record Read(int line, String typed, People.Known known, Optional<UUID> unit, boolean bossSide,
      Optional<NewDoors.Door> door, Map<UUID, String> own) {
    /** The label of the place to be made for them. */
    Optional<String> newDoor() {
      return door.filter(found -> found.answer() == NewDoors.Answer.MAKE).map(NewDoors.Door::key);
    }

    /** The door of which nobody has said yet what it is. */
    Optional<String> askedDoor() {
      return door.filter(found -> found.answer() == NewDoors.Answer.ASK).map(NewDoors.Door::key);
    }
  }

  /** A line that says no name. */
  record Unread(int line, String typed) {}

  /** What a pasted text came to. */
  record Result(List<Read> read, List<Unread> unread) {}

  private final UnitLabels units;
  private final NewDoors doors;
  private final List<OwnFields.Field> ownFields;

  KnownLines(List<Sites.Unit> units) { this(units, Map.of(), List.of()); }

  /**
   * @param answers what is known of words that look like a door and are none, by their key
   * @param ownFields fields of the local's own that may head a column
   */
  KnownLines(List<Sites.Unit> units, Map<String, NewDoors.Answer> answers, List<OwnFields.Field> ownFields) {
    this.ownFields = List.copyOf(ownFields);
    this.units = new UnitLabels(units);
    this.doors = NewDoors.of(units, answers);
  }

  /** The unit a label names, however it is written. */
  Optional<UUID> unit(String label) { return units.named(label); }

  Result read(String text) {
    var read = new ArrayList<Read>();
    var unread = new ArrayList<Unread>();
    var columns = OwnColumns.none();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String written = plain(line);
      var heading = number == 1 ? OwnColumns.heading(written, HEADINGS, ownFields) : Optional.<OwnColumns>empty();
      columns = heading.orElse(columns);
      if (written.isBlank() || heading.isPresent()) {
        continue;
      }
      // in a table an empty first cell is a cell
      String typed = columns.fields().isEmpty() ? written.strip() : written;
      Optional<Read> found = number > MOST_LINES || typed.length() > LONGEST_LINE
          ? Optional.empty()
          : readLine(number, typed, columns);
      if (found.isPresent()) {
        read.add(found.get());
      } else {
        unread.add(new Unread(number, typed));
      }
    }
    return new Result(read, unread);
  }

  /** A line without marks that are not seen, and with the digits of every script written as ours. */
  private static String plain(String line) {
    var plain = new StringBuilder(line.length());
    UNSEEN.matcher(line).replaceAll("").codePoints().forEach(c -> {
      int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
      if (digit >= 0) {
        plain.append(digit);
      } else {
        plain.appendCodePoint(c);
      }
    });
    return plain.toString();
  }

  private Optional<Read> readLine(int number, String typed, OwnColumns columns) {
    var parted = columns.part(Quoted.hold(BULLET.matcher(typed).replaceFirst("")));
    var rest = new Rest(parted.rest().strip());
    boolean atTheEnd = rest.text().endsWith("!") || rest.text().endsWith("\uFF01");
    Optional<String> mail = rest.take(MAIL);
    Optional<String> phone = takePhone(rest);
    Optional<String> second = takePhone(rest);
    Optional<String> brokenOff = rest.take(BROKEN_OFF);
    var unit = units.in(rest.text());
    boolean marked = atTheEnd || unit.map(found -> rest.text().substring(found.from(), found.to()))
        .filter(door -> door.endsWith("!") || door.endsWith("\uFF01"))
        .isPresent();
    unit.ifPresent(found -> rest.cut(found.from(), found.to()));
    var door = unit.isPresent() ? Optional.<NewDoors.Door>empty() : doors.in(rest.text());
    door.filter(found -> found.answer() == NewDoors.Answer.MAKE).ifPresent(found -> rest.cut(found.from(), found.to()));
    var parts = parts(rest.text());
    if (parts.isEmpty() || parts.getFirst().length() > LONGEST_NAME) {
      return Optional.empty();
    }
    var remark = new ArrayList<>(parts.subList(1, parts.size()).stream().map(KnownLines::unmarked).toList());
    second.ifPresent(remark::add);
    brokenOff.ifPresent(remark::add);
    String name = unmarked(parts.getFirst());
    return Optional.of(new Read(number, typed, new People.Known(name, phone, mail, String.join(", ", remark)),
        unit.map(UnitLabels.Found::unit), marked || !name.equals(parts.getFirst()), door, parted.own()));
  }

  /** A number; a door that stands before or after it and is written in digits too is left standing. */
  private Optional<String> takePhone(Rest rest) {
    Matcher found = PHONE.matcher(rest.text());
    if (!found.find()) {
      return Optional.empty();
    }
    int from = found.start();
    int to = found.end();
    String text = found.group();
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    if (first > 0 && units.named(text.substring(0, first)).isPresent() && digits(text.substring(first)) >= 6) {
      from += first + 1;
    } else if (last > 0 && units.named(text.substring(last)).isPresent() && digits(text.substring(0, last)) >= 7) {
      to = from + last;
    }
    String phone = rest.text().substring(from, to).strip();
    Matcher called = CALLED.matcher(rest.text().substring(0, from));
    rest.cut(called.find() ? called.start() : from, to);
    return Optional.of(phone);
  }

  /** A name without the marks of the boss's side around it. */
  private static String unmarked(String text) {
    return text.replaceAll("^[¡!\uFF01 ]+|[!\uFF01 ]+$", "");
  }

  private static long digits(String text) { return text.chars().filter(Character::isDigit).count(); }

  /** A line of which parts are taken out as they are understood. */
  private static final class Rest {
    private String text;

    Rest(String text) { this.text = text; }

    String text() { return text; }

    Optional<String> take(Pattern pattern) {
      Matcher found = pattern.matcher(text);
      if (!found.find()) {
        return Optional.empty();
      }
      String taken = found.group().strip();
      cut(found.start(), found.end());
      return Optional.of(taken);
    }

    /** What stood on both sides stays apart. */
    void cut(int from, int to) {
      text = text.substring(0, from) + " " + text.substring(to);
    }
  }

  /** Cells as a line of a table. */
  static String cells(List<String> cells) {
    return cells.stream().map(Quoted::quote).collect(Collectors.joining(", "));
  }

  /** A person as a line that reads the same. */
  static String line(People.Known known, String unit, boolean bossSide) {
    var parts = new ArrayList<String>();
    parts.add(Quoted.quote(known.name()));
    parts.add(unit);
    known.phone().ifPresent(parts::add);
    known.mail().ifPresent(parts::add);
    parts.add(known.remark());
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts) + (bossSide ? "!" : "");
  }

  private static List<String> parts(String rest) {
    var parts = new ArrayList<String>();
    for (String part : SEPARATOR.split(rest, -1)) {
      String cleaned = Quoted.release(part)
          .strip()
          .replaceAll("\\s+", " ")
          .replaceAll("^[?\\-–:/ ]+|[?\\-–:/ ]+$", "");
      if (cleaned.codePoints().anyMatch(Character::isLetterOrDigit)) {
        parts.add(cleaned);
      }
    }
    return parts;
  }
}
