// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Layout;
import org.groundwork.roll.OwnFields;
import org.groundwork.roll.People;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.PersonInUse;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Enters people jotted down one per line, and takes the whole lot back while nobody has touched it. */
@Component
class QuickAdd {
  static final String KIND = "people-added";
  private final Sites sites;
  private final People people;
  private final ChangeSets changes;
  private final PeopleInReach reach;
  private final Audit audit;
  private final Around around;

  QuickAdd(Sites sites, People people, ChangeSets changes, PeopleInReach reach, Audit audit, Around around) {
    this.around = around;
    this.sites = sites;
    this.people = people;
    this.changes = changes;
    this.reach = reach;
    this.audit = audit;
  }

  /** What modules above know of people, and what the columns of a table are called. */
  @Component("quickAddAround")
  record Around(ObjectProvider<PersonInUse> uses, ObjectProvider<OwnFields> own, Locals locals, Languages languages) {
    List<OwnFields.Field> fields(UUID site) {
      return own.stream().flatMap(module -> module.seenAt(site).stream()).toList();
    }

    /** The heading of the columns that are read by what is in them, in the local's language. */
    String heading() {
      return languages.text(locals.profile().language(), "people.heading");
    }
  }

  /** What was typed, read against the units of a site. */
  record Batch(List<KnownLines.Read> lines, Optional<UUID> own, Set<Integer> again, OwnCells cells) {
    /** Doors of which nobody has said yet whether they are a place. */
    List<String> asked() {
      return lines.stream().flatMap(line -> line.askedDoor().stream()).distinct().toList();
    }

    /** Whether a line names somebody who stands there already, or in an earlier line. */
    boolean again(KnownLines.Read line) {
      return again.contains(line.line());
    }
  }

  /** @param fields of the form, among them what was said of doors that the site does not have */
  Batch read(Site site, Map<String, String> fields, FormErrors errors) {
    var units = sites.units(site.id());
    var ownFields = around.fields(site.id());
    var reader = new KnownLines(units, NewDoors.answers(fields), ownFields);
    String lines = fields.getOrDefault("lines", "");
    String own = fields.getOrDefault("own", "");
    var result = reader.read(errors.optional("lines", lines, 40_000));
    if (!result.unread().isEmpty()) {
      errors.refuse("lines", "people.unread", result.unread().getFirst().line(), result.unread().size());
    }
    String door = errors.optional("own", own, 60);
    var unit = door.isEmpty() ? Optional.<UUID>empty() : labelled(units, door).or(() -> reader.unit(door));
    if (!door.isEmpty() && unit.isEmpty()) {
      errors.refuse("own", site.kind() == SiteKind.BUILDING ? "people.own.unknown" : "people.own.unknown.jobs");
    }
    long made = result.read().stream().flatMap(line -> line.newDoor().stream()).distinct().count();
    if (made > 0 && units.size() + made > Layout.MOST_UNITS) {
      errors.refuse("lines", "units.too-many", Layout.MOST_UNITS);
    }
    return new Batch(result.read(), unit, again(site, result.read()),
        OwnCells.read(ownFields, result.read(), errors));
  }

  private static Optional<UUID> labelled(List<Sites.Unit> units, String label) {
    return units.stream().filter(unit -> unit.label().equalsIgnoreCase(label)).map(Sites.Unit::id).findFirst();
  }

  /** Refuses each door of which nobody has said yet whether it is a place; nothing is entered before. */
  void askOfDoors(Batch batch, FormErrors errors) {
    batch.asked().forEach(door -> errors.refuse(NewDoors.field(door), "people.door.choose", door));
  }

  private record Door(String name, Optional<UUID> unit, String fresh) {
    static Door of(String name, Optional<UUID> unit, String fresh) {
      return new Door(name.toLowerCase(Locale.ROOT), unit, fresh);
    }
  }

  /**
   * The lines that say somebody twice: the same name at the same door, with the same number or none. A paste that is
   * sent a second time enters nobody.
   */
  private Set<Integer> again(Site site, List<KnownLines.Read> lines) {
    Map<Door, Set<String>> there = new HashMap<>();
    var places = people.at(site.id());
    var known = people.known(places.stream().map(People.Place::person).toList());
    for (var place : places) {
      var person = known.get(place.person());
      if (person != null) {
        there.computeIfAbsent(Door.of(person.name(), place.unit(), ""), _ -> new HashSet<>()).add(number(person));
      }
    }
    var again = new HashSet<Integer>();
    for (var line : lines) {
      var numbers = there.computeIfAbsent(
          Door.of(line.known().name(), line.unit(), line.newDoor().orElse("")), _ -> new HashSet<>());
      String number = number(line.known());
      if (!numbers.isEmpty() && (number.isEmpty() || numbers.contains(number))) {
        again.add(line.line());
      }
      numbers.add(number);
    }
    return again;
  }

  private static String number(People.Known known) { return known.phone().orElse("").replaceAll("\\D", ""); }

  KnownPage.Preview shown(Site site, Batch batch) {
    Map<UUID, String> labels = new HashMap<>();
    sites.units(site.id()).forEach(unit -> labels.put(unit.id(), unit.label()));
    var doors = new LinkedHashMap<String, KnownPage.Door>();
    batch.lines()
        .stream()
        .flatMap(line -> line.door().stream())
        .forEach(door -> doors.put(door.key(), new KnownPage.Door(door.key(), NewDoors.field(door.key()),
            door.answer() == NewDoors.Answer.ASK ? "" : door.answer().name().toLowerCase(Locale.ROOT))));
    return new KnownPage.Preview(batch.lines()
        .stream()
        .map(line -> new KnownPage.Shown(line.known().name(), line.unit().map(labels::get).orElse(""),
            line.known().phone().orElse(""), line.known().mail().orElse(""), line.known().remark(), line.bossSide(),
            batch.again(line), line.newDoor().orElse(""), batch.cells().words(line)))
        .toList(), List.copyOf(doors.values()));
  }

  /** Enters the batch as one change-set, without those who are there already; no set if nobody is left. */
  Added enter(Site site, Batch batch) {
    var fresh = batch.lines().stream().filter(line -> !batch.again(line)).toList();
    if (fresh.isEmpty() && batch.own().isEmpty()) {
      return Added.of(Optional.empty(), batch.again().size());
    }
    UUID set = changes.open(KIND);
    batch.own()
        .filter(unit -> ownUnit(site).isEmpty())
        .ifPresent(unit -> people.place(set, Callers.actor().person(), site.id(), Optional.of(unit), false));
    var made = new HashMap<String, UUID>();
    var held = new LinkedHashMap<UUID, Map<UUID, String>>();
    for (var line : fresh) {
      line.newDoor().ifPresent(door -> made.computeIfAbsent(door, label -> make(set, site, label)));
      UUID person = people.addContact(set, line.known());
      people.place(set, person, site.id(), line.unit().or(() -> line.newDoor().map(made::get)), line.bossSide());
      // what the other side's people would be asked for is nobody's to keep
      if (!line.bossSide() && !batch.cells().of(line).isEmpty()) {
        held.put(person, batch.cells().of(line));
      }
    }
    around.own().forEach(module -> module.hold(held));
    audit.record("people-added", new SubjectRef("site", site.id()), fresh.size() + " people");
    return Added.of(Optional.of(set), batch.again().size());
  }

  private UUID make(UUID set, Site site, String label) {
    UUID unit = sites.addDoor(site.id(), label);
    changes.created(set, "roll.unit", unit);
    return unit;
  }

  /** The label of the caller's own unit at the site, empty if it is not known. */
  String ownUnit(Site site) {
    UUID me = Callers.actor().person();
    return people.at(site.id())
        .stream()
        .filter(place -> place.person().equals(me))
        .findFirst()
        .map(place -> place.unit()
            .flatMap(unit -> sites.units(site.id())
                .stream()
                .filter(u -> u.id().equals(unit))
                .map(Sites.Unit::label)
                .findFirst())
            .orElse("?"))
        .orElse("");
  }

  /**
   * What was taken back, as it may be written again.
   *
   * @param own the label of the caller's own place
   */
  record TakenBack(String lines, String own) {}

  /** Takes a batch back whole; empty, and nothing changed, if somebody has changed one of the people since. */
  Optional<TakenBack> undo(UUID site, UUID set) {
    var touched = changes.of(set, KIND);
    if (touched.isEmpty() || !people.untouched(touched) || inUse(touched)) {
      return Optional.empty();
    }
    var written = written(site, touched);
    touched.stream()
        .filter(change -> change.subject().equals("roll.person"))
        .forEach(change -> reach.change(change.row()));
    UUID undoing = changes.open("undo");
    if (!changes.undo(set, undoing)) {
      return Optional.empty();
    }
    people.forget(touched);
    audit.record("people-added-undone", new SubjectRef("change-set", set), touched.size() + " records");
    return Optional.of(written);
  }

  private boolean inUse(List<ChangeSets.Change> touched) {
    var entered = touched.stream()
        .filter(change -> change.subject().equals("roll.person"))
        .map(ChangeSets.Change::row)
        .toList();
    return around.uses().stream().anyMatch(use -> use.inUse(entered));
  }

  private TakenBack written(UUID site, List<ChangeSets.Change> touched) {
    var places = people.places(touched.stream()
        .filter(change -> change.subject().equals("roll.position"))
        .map(ChangeSets.Change::row)
        .toList());
    var entered = touched.stream()
        .filter(change -> change.subject().equals("roll.person"))
        .map(ChangeSets.Change::row)
        .toList();
    var known = people.known(entered);
    var table = new OwnTable(around, site, entered);
    var lines = new ArrayList<String>();
    String own = "";
    for (var place : places) {
      var person = known.get(place.place().person());
      if (person != null) {
        lines.add(table.line(place.place().person(), person, place.label(), place.place().bossSide()));
      } else if (place.place().person().equals(Callers.actor().person())) {
        own = place.label();
      }
    }
    table.heading().ifPresent(lines::addFirst);
    return new TakenBack(String.join("\n", lines), own);
  }
}
