// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Fields;
import org.groundwork.platform.web.FormErrors;

/**
 * The local's own fields in a form, as typed: {@code f-} and the field's identifier.
 *
 * @param fields those the reader sees
 * @param typed what stands in each, by its identifier; nothing in those that are empty
 * @param shown what each held when the form was shown, by its identifier; none for a form that shows nothing that is held
 */
public record FieldInputs(List<Fields.Field> fields, Map<UUID, String> typed, Map<UUID, String> shown) {
  public FieldInputs {
    fields = List.copyOf(fields);
    typed = Map.copyOf(typed);
    shown = Map.copyOf(shown);
  }

  /** A form without own fields. */
  static FieldInputs none() { return new FieldInputs(List.of(), Map.of(), Map.of()); }

  /** What a form sent for these fields. */
  static FieldInputs of(List<Fields.Field> fields, Map<String, String> form) {
    var typed = new HashMap<UUID, String>();
    var shown = new HashMap<UUID, String>();
    fields.forEach(field -> {
      typed.put(field.id(), form.getOrDefault(name(field), "").strip());
      Optional.ofNullable(form.get(was(field))).ifPresent(text -> shown.put(field.id(), text));
    });
    return new FieldInputs(fields, typed, shown);
  }

  /** A form with what the fields hold. */
  static FieldInputs holding(List<Fields.Field> fields, Map<UUID, String> held) {
    return new FieldInputs(fields, held, held).over(held);
  }

  /** The same form over what the fields hold now: what was typed stays, what nobody touched is as it is now. */
  FieldInputs over(Map<UUID, String> now) {
    var texts = new HashMap<UUID, String>();
    var held = new HashMap<UUID, String>();
    for (var field : fields) {
      String is = now.getOrDefault(field.id(), "");
      held.put(field.id(), is);
      texts.put(field.id(), touched(field, now) ? in(field) : is);
    }
    return new FieldInputs(fields, texts, held);
  }

  /** Whether somebody typed something else than the form showed. */
  boolean touched(Fields.Field field, Map<UUID, String> now) {
    return !in(field).equals(shown.getOrDefault(field.id(), now.getOrDefault(field.id(), "")));
  }

  /** Whether a touched field was changed by somebody else since the form was shown, to something else than was typed. */
  boolean changedMeanwhile(Fields.Field field, Map<UUID, String> now) {
    String is = now.getOrDefault(field.id(), "");
    return touched(field, now) && !is.equals(shown.getOrDefault(field.id(), is)) && !is.equals(in(field));
  }

  /** The name under which a form carries what it showed. */
  public static String was(Fields.Field field) {
    return "was-" + field.id();
  }

  /** The name of a field in the form. */
  public static String name(Fields.Field field) { return "f-" + field.id(); }

  /** What stands in a field. */
  public String in(Fields.Field field) { return typed.getOrDefault(field.id(), ""); }

  /** What was typed; an empty field is absent as a value. Refused beside its field. */
  Map<Fields.Field, Optional<Fields.Value>> read(FormErrors errors) {
    var values = new LinkedHashMap<Fields.Field, Optional<Fields.Value>>();
    for (var field : fields) {
      String text = in(field);
      values.put(field, text.isEmpty() ? Optional.empty() : read(field, text, errors));
    }
    return values;
  }

  private static Optional<Fields.Value> read(Fields.Field field, String typed, FormErrors errors) {
    String name = name(field);
    return switch (field.said().kind()) {
      case YES_NO -> {
        if (!typed.equals("yes") && !typed.equals("no")) {
          errors.refuse(name, "form.choose");
        }
        yield Optional.of(new Fields.Value.YesNo(typed.equals("yes")));
      }
      case CHOICE -> Optional.of(new Fields.Value.Chosen(errors.number(name, typed, 1, field.said().choices().size())));
      case DATE -> day(name, typed, errors);
    };
  }

  private static Optional<Fields.Value> day(String name, String typed, FormErrors errors) {
    try {
      var day = LocalDate.parse(typed);
      if (!Fields.isDay(day)) {
        errors.refuse(name, "form.date.range");
      }
      return Optional.of(new Fields.Value.Day(day));
    } catch (DateTimeParseException notADay) {
      errors.refuse(name, "form.date");
      return Optional.empty();
    }
  }
}
