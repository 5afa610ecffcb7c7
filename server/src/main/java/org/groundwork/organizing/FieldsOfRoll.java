// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundwork.roll.OwnFields;

/** The local's own fields, as columns of a paste and as what a list of people is filtered by. */
final class FieldsOfRoll implements OwnFields {
  private static final Set<String> YES = Set.of("yes", "y", "x", "1", "true", "✓", "✔", "sí", "si", "s");
  private static final Set<String> NO = Set.of("no", "n", "0", "false", "-");
  private final Fields fields;

  FieldsOfRoll(Fields fields) { this.fields = fields; }

  @Override
  public List<Field> seenAt(UUID site) {
    return fields.seenAt(site)
        .stream()
        .map(field -> new Field(field.id(), field.said().name(), choices(field),
            cell -> read(field.said(), cell.strip())))
        .toList();
  }

  private static List<Choice> choices(Fields.Field field) {
    var nothing = new Choice("", "", "fields.unknown");
    var said = field.said();
    return switch (said.kind()) {
      case YES_NO -> List.of(new Choice("yes", "", "field.yes"), new Choice("no", "", "field.no"), nothing);
      case CHOICE -> Stream.concat(IntStream.range(0, said.choices().size())
          .mapToObj(at -> new Choice(Integer.toString(at + 1), said.choices().get(at), "")), Stream.of(nothing))
          .toList();
      case DATE -> List.of(new Choice("held", "", "field.day.held"), nothing);
    };
  }

  private static Cell read(Fields.Said said, String cell) {
    return switch (said.kind()) {
      case YES_NO -> YES.contains(cell.toLowerCase(Locale.ROOT))
          ? new Cell.Value("yes")
          : NO.contains(cell.toLowerCase(Locale.ROOT))
              ? new Cell.Value("no")
              : new Cell.Refused("field.cell.yes-no", "");
      case CHOICE -> choice(said, cell);
      case DATE -> day(cell);
    };
  }

  private static Cell choice(Fields.Said said, String cell) {
    return IntStream.range(0, said.choices().size())
        .filter(at -> said.choices().get(at).strip().equalsIgnoreCase(cell))
        .mapToObj(at -> (Cell) new Cell.Value(Integer.toString(at + 1)))
        .findFirst()
        .orElseGet(() -> new Cell.Refused("field.cell.choice", String.join(", ", said.choices())));
  }

  private static Cell day(String cell) {
    try {
      return Fields.isDay(LocalDate.parse(cell)) ? new Cell.Value(cell) : new Cell.Refused("field.cell.day", "");
    } catch (DateTimeParseException notADay) {
      return new Cell.Refused("field.cell.day", "");
    }
  }

  @Override
  public void hold(Map<UUID, Map<UUID, String>> written) {
    var known = fields.inUse().stream().collect(Collectors.toMap(Fields.Field::id, field -> field));
    written.forEach((person, values) -> {
      var read = new HashMap<Fields.Field, Optional<Fields.Value>>();
      values.forEach((id, value) -> {
        var field = Objects.requireNonNull(known.get(id), "a field in use");
        read.put(field, Optional.of(Fields.Value.read(field.said().kind(), value)));
      });
      fields.set(person, read);
    });
  }

  @Override
  public Map<UUID, String> held(UUID id, Collection<UUID> people) {
    var field = field(id);
    var held = new HashMap<UUID, String>();
    fields.values(field, people)
        .forEach((person, value) -> held.put(person, value instanceof Fields.Value.Chosen(var place)
            ? field.said().choices().get(place - 1)
            : value.written()));
    return held;
  }

  @Override
  public Set<UUID> among(UUID id, String written, Collection<UUID> people) {
    var values = fields.values(field(id), people);
    if (written.isEmpty()) {
      var rest = new HashSet<>(people);
      rest.removeAll(values.keySet());
      return rest;
    }
    var found = new HashSet<UUID>();
    values.forEach((person, value) -> {
      if (value instanceof Fields.Value.Day ? written.equals("held") : value.written().equals(written)) {
        found.add(person);
      }
    });
    return found;
  }

  private Fields.Field field(UUID id) {
    return fields.inUse().stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow();
  }
}
