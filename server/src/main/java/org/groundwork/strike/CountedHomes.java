// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The homes that a sum is over, by what they are called, and what each has withheld by its due day. */
record CountedHomes(Map<String, Home> homes) {
  private static final Home NONE = new Home(0, 0);

  CountedHomes { homes = Map.copyOf(homes); }

  /** What a home has withheld, and what it adds with each due day, in minor units. */
  record Home(long withheld, long monthly) {
    Home plus(Home more) {
      return new Home(Math.addExact(withheld, more.withheld), Math.addExact(monthly, more.monthly));
    }

    Home after(long months) { return new Home(Math.addExact(withheld, Math.multiplyExact(monthly, months)), monthly); }
  }

  static CountedHomes of(List<RentLine> lines, LocalDate due) {
    var homes = new HashMap<String, Home>();
    lines.forEach(line -> homes.merge(line.unit().label(), home(line, due), Home::plus));
    return new CountedHomes(homes);
  }

  private static Home home(RentLine line, LocalDate due) {
    var unit = line.unit();
    boolean withholds = !due.isBefore(unit.since()) && unit.left().map(left -> due.isBefore(left.on())).orElse(true);
    return new Home(line.withheld().minor(), withholds ? unit.monthly().minor() : 0);
  }

  /**
   * Whether the difference to the sum before speaks of no home or of {@code least} and more: both of those that added or
   * took something, and of those that did not do what they did each month before (joined, left, paid a part, another rent).
   */
  boolean tellsNobody(CountedHomes before, long months, int least) {
    var all = new HashSet<>(homes.keySet());
    all.addAll(before.homes.keySet());
    long moved = all.stream().filter(home -> of(home).withheld() != before.of(home).withheld()).count();
    long changed = all.stream()
        .filter(home -> of(home).withheld() != before.of(home).after(months).withheld())
        .count();
    return (moved == 0 || moved >= least) && (changed == 0 || changed >= least);
  }

  private Home of(String home) { return homes.getOrDefault(home, NONE); }

  /** As it is sealed: a home a line. */
  String written() {
    return homes.entrySet()
        .stream()
        .map(of -> of.getValue().withheld() + " " + of.getValue().monthly() + " " + of.getKey().replace('\n', ' '))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  static CountedHomes read(String written) {
    return new CountedHomes(written.lines()
        .map(line -> line.split(" ", 3))
        .collect(Collectors.toMap(of -> of[2], of -> new Home(Long.parseLong(of[0]), Long.parseLong(of[1])),
            Home::plus)));
  }
}
