// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import org.groundwork.count.BadFile;
import org.groundwork.count.Ballots;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.CsvMapping.Labels;
import org.groundwork.count.CsvMapping.Shape;
import org.groundwork.count.internal.OneLine;
import org.jspecify.annotations.Nullable;

/** Reads what the columns of a CSV file mean, from lines {@code key = value}. */
public final class MappingParser {
  private static final Set<String> REPEATABLE = Set.of("ignored", "skipped", "overvote", "write-in", "candidate",
      "also");

  private final Source source;
  private final Defects defects = new Defects();
  private final Set<String> seen = new HashSet<>();
  private final List<String> ignored = new ArrayList<>();
  private final Set<String> skipped = new HashSet<>();
  private final Set<String> overvote = new HashSet<>();
  private final Set<String> writeIn = new HashSet<>();
  private final SequencedSet<String> candidates = new LinkedHashSet<>();
  private final Map<String, String> aliases = new HashMap<>();
  private Shape shape = Shape.RANKS;
  private boolean header = true;
  private @Nullable String first;
  private @Nullable String weight;
  private @Nullable String several;
  private @Nullable Character separator;
  private OptionalInt columns = OptionalInt.empty();
  private String title = "";
  private int seats = 1;

  private MappingParser(Source source) { this.source = source; }

  /** Reads a whole file. */
  public static CsvMapping parse(byte[] file) throws BadFile {
    return new MappingParser(Source.of(file)).read();
  }

  private CsvMapping read() throws BadFile {
    String[] lines = source.text.split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      String line = lines[at].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        line(at + 1, line);
      }
    }
    defects.refuse();
    try {
      return new CsvMapping(shape, header, Optional.ofNullable(first), columns, Optional.ofNullable(weight), ignored,
          new Labels(skipped, overvote, writeIn, Optional.ofNullable(several)), Optional.ofNullable(separator),
          List.copyOf(candidates), aliases, title, seats);
    } catch (IllegalArgumentException contradiction) {
      defects.add(1, 1, String.valueOf(contradiction.getMessage()));
      defects.refuse();
      throw contradiction;
    }
  }

  private void line(int number, String line) {
    int equals = line.indexOf('=');
    String key = equals < 0 ? line : line.substring(0, equals).strip();
    String value = equals < 0 ? "" : line.substring(equals + 1).strip();
    String wrong = null;
    if (equals < 0) {
      wrong = "a line of a mapping is written key = value";
    } else if (value.isEmpty()) {
      wrong = "\"" + key + "\" has no value";
    } else if (!seen.add(key) && !REPEATABLE.contains(key)) {
      wrong = "\"" + key + "\" stands here for the second time";
    } else {
      wrong = set(key, value);
    }
    if (wrong != null) {
      defects.add(number, 1, wrong);
    }
  }

  /** Takes a value; what is wrong with it, or null. */
  private @Nullable String set(String key, String value) {
    switch (key) {
      case "first" -> first = value;
      case "weight" -> weight = value;
      case "several" -> several = value;
      case "ignored" -> ignored.add(value);
      case "skipped" -> skipped.add(value);
      case "overvote" -> overvote.add(value);
      case "write-in" -> writeIn.add(value);
      case "title" -> title = OneLine.of(value);
      case "columns" -> columns = number(value);
      case "seats" -> seats = number(value).orElse(0);
      default -> {
        return special(key, value);
      }
    }
    return switch (key) {
      case "title" -> value.length() <= OneLine.LONGEST
          ? null
          : "a title has at most " + OneLine.LONGEST + " characters";
      case "columns", "seats" -> number(value).isPresent()
          ? null
          : "the number of " + key + " must be 1 to " + Ballots.MOST_CANDIDATES;
      default -> null;
    };
  }

  private @Nullable String special(String key, String value) {
    return switch (key) {
      case "shape" -> shape(value);
      case "header" -> header(value);
      case "separator" -> separator(value);
      case "candidate" -> candidate(OneLine.of(value));
      case "also" -> also(OneLine.of(value));
      default -> "there is no key \"" + key + "\"; there are shape, header, first, columns, weight, ignored, skipped, "
          + "overvote, write-in, several, separator, candidate, also, title and seats";
    };
  }

  private @Nullable String shape(String value) {
    switch (value) {
      case "ranks" -> shape = Shape.RANKS;
      case "candidates" -> shape = Shape.CANDIDATES;
      default -> {
        return "shape is ranks or candidates: what the columns are";
      }
    }
    return null;
  }

  private @Nullable String candidate(String value) {
    candidates.add(value);
    return aliases.containsKey(value) ? twice(value) : tooLong(value);
  }

  private static @Nullable String tooLong(String name) {
    return name.length() <= OneLine.LONGEST ? null : "a name has at most " + OneLine.LONGEST + " characters";
  }

  private static String twice(String name) { return "\"" + name + "\" stands for two candidates"; }

  private @Nullable String also(String value) {
    if (candidates.isEmpty()) {
      return "another name stands below the line of its candidate";
    }
    String before = aliases.putIfAbsent(value, candidates.getLast());
    return before != null || candidates.contains(value) ? twice(value) : tooLong(value);
  }

  private @Nullable String header(String value) {
    header = value.equals("yes");
    return header || value.equals("no") ? null : "header is yes or no";
  }

  private @Nullable String separator(String value) {
    separator = value.equals("tab") ? '\t' : value.charAt(0);
    return value.equals("tab") || (value.length() == 1 && ",;|".contains(value))
        ? null
        : "separator is , or ; or | or tab";
  }

  /** A number of columns or of seats; empty if it is none. */
  private static OptionalInt number(String value) {
    if (!value.matches("[0-9]{1,4}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(value);
    return number >= 1 && number <= Ballots.MOST_CANDIDATES ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
