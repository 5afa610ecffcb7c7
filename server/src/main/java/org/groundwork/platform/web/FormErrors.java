// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a form, field by field, in the order the fields stand on the page. */
public final class FormErrors {

  /** One refusal beside one field: a message key and its arguments. */
  public record Refusal(String field, String key, List<Object> arguments) {
    public Refusal { arguments = List.copyOf(arguments); }
  }

  private static final int LONGEST_DAY = 20;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();

  /** No refusals, for a form shown the first time. */
  public static FormErrors none() { return new FormErrors(); }

  /** Refuses a field; only the first refusal of a field is kept. */
  public void refuse(String field, String key, Object... arguments) {
    if (on(field).isEmpty()) {
      refusals.add(new Refusal(field, key, List.of(arguments)));
    }
  }

  /** Notes what the page calls a field, for the summary above it; an empty label changes nothing. */
  public void called(String field, String label) {
    if (!label.isEmpty()) {
      labels.put(field, label);
    }
  }

  /** What the page calls a field, empty before it has said so. */
  public Optional<String> label(String field) {
    return Optional.ofNullable(labels.get(field));
  }

  public boolean any() { return !refusals.isEmpty(); }

  /** The refusal beside {@code field}. */
  public Optional<Refusal> on(String field) {
    return refusals.stream().filter(r -> r.field().equals(field)).findFirst();
  }

  public List<Refusal> all() { return List.copyOf(refusals); }

  /** A text that must be there: trimmed, inner control characters refused, at most {@code longest} characters. */
  public String required(String field, @org.jspecify.annotations.Nullable String typed, int longest) {
    String text = optional(field, typed, longest);
    if (text.isEmpty()) {
      refuse(field, "form.required");
    }
    return text;
  }

  /** A text that may be left out. */
  public String optional(String field, @org.jspecify.annotations.Nullable String typed, int longest) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() > longest) {
      refuse(field, "form.too-long", longest);
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
      refuse(field, "form.control-characters");
    }
    return text;
  }

  /** A whole number between two bounds; the lower bound stands in where it is refused. */
  public int number(String field, @org.jspecify.annotations.Nullable String typed, int least, int most) {
    String text = typed == null ? "" : typed.strip();
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      refuse(field, "form.number", least, most);
      return least;
    }
    return Integer.parseInt(text);
  }

  /** A day that must be there, within two days inclusive; empty, and refused, if it is none. */
  public Optional<LocalDate> day(String field, @org.jspecify.annotations.Nullable String typed, LocalDate first,
      LocalDate last) {
    return required(field, typed, LONGEST_DAY).isEmpty() ? Optional.empty() : optionalDay(field, typed, first, last);
  }

  /** A day that may be left out, within two days inclusive; what is no such day is refused. */
  public Optional<LocalDate> optionalDay(String field, @org.jspecify.annotations.Nullable String typed,
      LocalDate first, LocalDate last) {
    String text = optional(field, typed, LONGEST_DAY);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.isBefore(first) || day.isAfter(last)) {
        refuse(field, "form.date.between", first, last);
        return Optional.empty();
      }
      return Optional.of(day);
    } catch (DateTimeParseException notADay) {
      refuse(field, "form.date");
      return Optional.empty();
    }
  }
}
