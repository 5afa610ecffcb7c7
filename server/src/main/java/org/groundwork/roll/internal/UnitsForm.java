// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Layout;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, as typed: floors and doors for a building, lines of groups with a head-count per shift otherwise.
 *
 * @param ground whether homes begin on the ground floor, which is then floor 0
 * @param shifts names of shifts or years, separated by commas; may be left out
 * @param groups one group a line, a name and then one number for each shift
 */
public record UnitsForm(@Nullable String floors, @Nullable String doors, @Nullable String ground,
    @Nullable String shifts,
    @Nullable String groups) {
  private static final Pattern RANGE = Pattern
      .compile("([A-Za-z]|\\d{1,2})\\s*(?:-|–|to|a|bis)\\s*([A-Za-z]|\\d{1,2})");
  private static final Pattern GROUP = Pattern.compile("(.*?\\D)[\\s,;:]*((?:\\d{1,5}[\\s,;/]*)+)");
  private static final int MOST_DOORS = 60;

  /** The field beside which a refusal of the whole layout stands. */
  static String firstField(SiteKind kind) {
    return kind == SiteKind.BUILDING ? "floors" : "groups";
  }

  static UnitsForm blank() { return new UnitsForm("", "", "", "", ""); }

  /** The layout a site has now, as one would type it; blank where there is none. */
  static UnitsForm of(SiteKind kind, List<Sites.Unit> units) {
    if (units.isEmpty()) {
      return blank();
    }
    var rows = new TreeMap<Integer, String>();
    var columns = new TreeMap<Integer, String>();
    var places = new HashMap<Integer, Map<Integer, Integer>>();
    for (var unit : units) {
      rows.put(unit.row(), unit.rowLabel());
      columns.put(unit.column(), unit.columnLabel());
      places.computeIfAbsent(unit.row(), _ -> new HashMap<>()).put(unit.column(), unit.places());
    }
    if (kind == SiteKind.BUILDING) {
      return new UnitsForm(Integer.toString(rows.lastKey() + 1), doorsAsTyped(List.copyOf(columns.values())),
          "0".equals(rows.get(0)) ? "on" : "", "", "");
    }
    var lines = rows.entrySet()
        .stream()
        .map(row -> row.getValue() + " " + columns.keySet()
            .stream()
            .map(column -> places.getOrDefault(row.getKey(), Map.of()).getOrDefault(column, 0).toString())
            .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
    String shifts = columns.values().stream().filter(shift -> !shift.isEmpty()).collect(Collectors.joining(", "));
    return new UnitsForm("", "", "", shifts, lines);
  }

  /** {@code A-D} where that reads the same, else the labels one by one. */
  private static String doorsAsTyped(List<String> labels) {
    String range = labels.getFirst() + "-" + labels.getLast();
    return doors(range).equals(labels) ? range : String.join(", ", labels);
  }

  Optional<Layout> read(SiteKind kind, FormErrors errors) {
    return kind == SiteKind.BUILDING ? homes(errors) : headCounts(errors);
  }

  private Optional<Layout> homes(FormErrors errors) {
    int count = errors.number("floors", floors, 1, 120);
    List<String> labels = doors(errors.required("doors", doors, 200));
    if (labels.isEmpty() && errors.on("doors").isEmpty()) {
      errors.refuse("doors", "units.doors.unread");
    }
    if (!labels.isEmpty() && (long) count * labels.size() > Layout.MOST_UNITS) {
      errors.refuse("floors", "units.too-many", Layout.MOST_UNITS);
    }
    return errors.any() ? Optional.empty() : Optional.of(Layout.ofHomes("on".equals(ground) ? 0 : 1, count, labels));
  }

  /** {@code A-D}, {@code 1-4}, {@code A, B, C}, or just a number of doors, which are then lettered. */
  static List<String> doors(String typed) {
    var range = RANGE.matcher(typed);
    if (range.matches()) {
      return range(range.group(1), range.group(2));
    }
    if (typed.matches("\\d{1,2}")) {
      int count = Integer.parseInt(typed);
      return count == 0 || count > 26 ? List.of() : range("A", Character.toString('A' + count - 1));
    }
    var labels = new ArrayList<String>();
    for (String label : typed.split("[,;\\s]+", -1)) {
      if (label.matches("[\\p{L}\\p{N}]{1,6}")) {
        labels.add(label);
      } else if (!label.isEmpty()) {
        return List.of();
      }
    }
    return labels.size() > MOST_DOORS || labels.stream().distinct().count() < labels.size() ? List.of() : labels;
  }

  private static List<String> range(String from, String to) {
    var labels = new ArrayList<String>();
    if (Character.isDigit(from.charAt(0)) && Character.isDigit(to.charAt(0))) {
      for (int at = Integer.parseInt(from); at <= Integer.parseInt(to); at++) {
        labels.add(Integer.toString(at));
      }
    } else if (Character.isLetter(from.charAt(0)) && Character.isLetter(to.charAt(0))) {
      for (char at = Character.toUpperCase(from.charAt(0)); at <= Character.toUpperCase(to.charAt(0)); at++) {
        labels.add(Character.toString(at));
      }
    }
    return labels.size() > MOST_DOORS ? List.of() : labels;
  }

  private Optional<Layout> headCounts(FormErrors errors) {
    var columns = new ArrayList<String>();
    for (String shift : errors.optional("shifts", shifts, 300).split("[,;\\n]+", -1)) {
      if (!shift.isBlank()) {
        columns.add(shift.strip());
      }
    }
    if (columns.isEmpty()) {
      columns.add("");
    }
    var names = new ArrayList<String>();
    var counts = new ArrayList<List<Integer>>();
    int number = 0;
    for (String line : errors.required("groups", groups, 6000).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        readGroup(line.strip(), number, columns.size(), names, counts, errors);
      }
    }
    if (columns.stream().anyMatch(c -> c.length() > 50) || columns.size() > 12) {
      errors.refuse("shifts", "units.shifts.unread");
    }
    if ((long) names.size() * columns.size() > Layout.MOST_UNITS) {
      errors.refuse("groups", "units.too-many", Layout.MOST_UNITS);
    }
    return errors.any() ? Optional.empty() : Optional.of(Layout.ofHeadCounts(names, columns, counts));
  }

  private static void readGroup(String line, int number, int columns, List<String> names, List<List<Integer>> counts,
      FormErrors errors) {
    var read = GROUP.matcher(line);
    if (!read.matches()) {
      errors.refuse("groups", "units.groups.unread", number);
      return;
    }
    String name = read.group(1).replaceAll("[\\s,;:]+$", "");
    var row = new ArrayList<Integer>();
    for (String count : read.group(2).strip().split("[\\s,;/]+", -1)) {
      row.add(Integer.parseInt(count));
    }
    if (name.isEmpty() || name.length() > 50 || row.size() != columns) {
      errors.refuse("groups", "units.groups.numbers", number, columns);
      return;
    }
    names.add(name);
    counts.add(row);
  }
}
