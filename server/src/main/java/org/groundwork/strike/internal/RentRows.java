// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;
import org.groundwork.strike.Notice;
import org.groundwork.strike.Notices;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.RentLine;
import org.groundwork.strike.StrikeReach;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Component;

/** The units of a rent strike as pages show them. Runs inside a transaction. */
@Component
class RentRows {
  private final StrikeDesk desk;
  private final RentBook book;
  private final Notices notices;
  private final Sites sites;
  private final People people;

  RentRows(StrikeDesk desk, RentBook book, Notices notices, Sites sites, People people) {
    this.desk = desk;
    this.book = book;
    this.notices = notices;
    this.sites = sites;
    this.people = people;
  }

  /** Every line of the book, in the order of the chart. */
  List<RentLine> lines(StrikeAt at) {
    var order = new HashMap<UUID, Integer>();
    sites.units(at.site().id()).forEach(unit -> order.put(unit.id(), order.size()));
    return at.strike()
        .map(strike -> book.lines(strike, desk.today()))
        .orElseGet(List::of)
        .stream()
        .sorted(Comparator.comparing(line -> order.getOrDefault(line.unit().unit(), Integer.MAX_VALUE)))
        .toList();
  }

  /** Lines with the names of their contacts, marked where a contact moved. */
  List<UnitRow> rows(StrikeAt at, List<RentLine> lines) {
    var contacts = lines.stream().flatMap(line -> line.unit().contact().stream()).distinct().toList();
    var known = people.known(contacts);
    var doors = doors(at);
    return lines.stream().map(line -> {
      var contact = line.unit().contact();
      String name = contact.map(known::get).map(People.Known::name).orElse("");
      boolean there = contact.map(doors::get).filter(of -> of.contains(line.unit().label())).isPresent();
      return new UnitRow(line, name, contact.isPresent() && !there);
    }).toList();
  }

  /** What the doors of everybody at the site are called. */
  private Map<UUID, Set<String>> doors(StrikeAt at) {
    var labels = new HashMap<UUID, String>();
    sites.units(at.site().id()).forEach(unit -> labels.put(unit.id(), unit.label()));
    var doors = new HashMap<UUID, Set<String>>();
    people.at(at.site().id())
        .forEach(place -> place.unit()
            .map(labels::get)
            .ifPresent(label -> doors.computeIfAbsent(place.person(), _ -> new HashSet<>()).add(label)));
    return doors;
  }

  /** One unit with what it has withheld. */
  UnitRow row(StrikeAt at, Withholding unit) {
    return rows(at, lines(at).stream().filter(line -> line.unit().id().equals(unit.id())).toList()).getFirst();
  }

  /** The papers of a strike within reach that nobody answered yet, the earliest first. */
  List<PaperRow> papers(StrikeAt at, List<RentLine> within) {
    var units = new HashSet<>(within.stream().map(line -> line.unit().id()).toList());
    return notices.open(at.step())
        .stream()
        .filter(notice -> units.contains(notice.unit()))
        .map(notice -> PaperRow.of(notice, desk.today(), List.of()))
        .toList();
  }

  /** The papers that came to a unit, with their files. */
  List<PaperRow> papers(Withholding unit) {
    return notices.to(unit.id()).stream().map(this::paper).toList();
  }

  private PaperRow paper(Notice notice) { return PaperRow.of(notice, desk.today(), notices.filesOf(notice.id())); }

  /** A unit of the chart that can join, and who lives there. */
  record Free(Sites.Unit unit, List<UUID> people) {}

  /** The units that do not withhold, within the caller's reach. */
  List<Free> free(StrikeAt at, StrikeReach.Rows rows) {
    var taken = lines(at).stream().map(RentLine::unit).filter(Withholding::withholds).toList();
    var inUnit = new HashMap<UUID, List<UUID>>();
    people.at(at.site().id())
        .stream()
        .filter(place -> !place.bossSide())
        .forEach(place -> place.unit()
            .ifPresent(unit -> inUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(place.person())));
    return sites.units(at.site().id())
        .stream()
        .filter(unit -> taken.stream()
            .noneMatch(row -> row.unit().equals(unit.id()) || row.label().equals(unit.label())))
        .map(unit -> new Free(unit, inUnit.getOrDefault(unit.id(), List.of())))
        .filter(free -> rows.everything() || free.people().stream().anyMatch(rows.own()::contains))
        .toList();
  }

  /** Whom one can talk to in a household: those who live there, and whoever is written down now. */
  List<UnitFormPage.Contact> contacts(StrikeAt at, UUID unit, Optional<UUID> now, StrikeReach.Rows rows) {
    var there = new ArrayList<>(people.at(at.site().id())
        .stream()
        .filter(place -> !place.bossSide() && place.unit().filter(unit::equals).isPresent())
        .map(People.Place::person)
        .distinct()
        .toList());
    now.filter(person -> !there.contains(person)).ifPresent(there::add);
    return people.known(there.stream().filter(person -> rows.covers(Optional.of(person))).toList())
        .entrySet()
        .stream()
        .map(known -> new UnitFormPage.Contact(known.getKey(), known.getValue().name()))
        .toList();
  }
}
