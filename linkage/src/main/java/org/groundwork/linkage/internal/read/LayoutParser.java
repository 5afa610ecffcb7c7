// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.Side;
import org.jspecify.annotations.Nullable;

/** Reads a mapping: lines of {@code key = value}, comments after {@code #}. */
public final class LayoutParser {
  private final String file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A line's value and number. */
  record Entry(String value, int line) {}

  private LayoutParser(String file) { this.file = file; }

  /** The mapping in this text; {@code file} names it in complaints. */
  public static Layout parse(String file, String text) throws BadMapping {
    var parser = new LayoutParser(file);
    parser.readLines(text);
    return parser.layout();
  }

  private void readLines(String text) throws BadMapping {
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals <= 0) {
        throw new BadMapping(file, number, Message.of("mapping.line"));
      }
      String key = line.substring(0, equals).strip();
      Entry before = entries.put(key, new Entry(line.substring(equals + 1).strip(), number));
      if (before != null) {
        throw new BadMapping(file, number, Message.of("mapping.twice", key, Integer.toString(before.line())));
      }
    }
  }

  private Layout layout() throws BadMapping {
    String name = required("name");
    Charset encoding = encoding(take("encoding"));
    char separator = separator(take("separator"));
    DateForm dates = dates(take("dates"));
    Map<String, Side> sides = sides();
    var tables = new ArrayList<Layout.Table>();
    for (String table : required("tables").split(",", -1)) {
      tables.add(new TableParser(this, table.strip()).parse());
    }
    if (tables.stream().noneMatch(Layout.Table::hasSites)) {
      throw new BadMapping(file, 0, Message.of("mapping.no-site"));
    }
    if (tables.size() > 1 && tables.stream().anyMatch(t -> !t.hasSites() && t.key().isEmpty())) {
      throw new BadMapping(file, 0, Message.of("mapping.no-key"));
    }
    refuseLeftovers();
    return new Layout(name, encoding, separator, dates, sides, List.copyOf(tables));
  }

  private void refuseLeftovers() throws BadMapping {
    for (var left : entries.entrySet()) {
      throw new BadMapping(file, left.getValue().line(), Message.of("mapping.unknown", left.getKey()));
    }
  }

  private String required(String key) throws BadMapping {
    Entry entry = take(key);
    if (entry == null || entry.value().isEmpty()) {
      throw new BadMapping(file, entry == null ? 0 : entry.line(), Message.of("mapping.lacks", key));
    }
    return entry.value();
  }

  @Nullable
  Entry take(String key) { return entries.remove(key); }

  /** The keys not yet taken that start so, in their order. */
  List<String> keysUnder(String prefix) {
    return entries.keySet().stream().filter(k -> k.startsWith(prefix)).toList();
  }

  BadMapping bad(Entry entry, String key, String... about) {
    return new BadMapping(file, entry.line(), Message.of(key, about));
  }

  BadMapping bad(String key, String... about) { return new BadMapping(file, 0, Message.of(key, about)); }

  private Charset encoding(@Nullable Entry entry) throws BadMapping {
    if (entry == null) {
      return java.nio.charset.StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(entry.value());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw bad(entry, "mapping.charset", entry.value());
    }
  }

  private char separator(@Nullable Entry entry) throws BadMapping {
    if (entry == null) {
      return ',';
    }
    String value = entry.value().equals("tab") ? "\t" : entry.value();
    if (value.length() != 1 || value.charAt(0) == '"' || value.charAt(0) > 127) {
      throw bad(entry, "mapping.separator");
    }
    return value.charAt(0);
  }

  private DateForm dates(@Nullable Entry entry) throws BadMapping {
    if (entry == null) {
      return DateForm.YEAR_MONTH_DAY;
    }
    var form = DateForm.ofWord(entry.value());
    if (form.isEmpty()) {
      throw bad(entry, "mapping.dates");
    }
    return form.get();
  }

  private Map<String, Side> sides() throws BadMapping {
    var sides = new HashMap<String, Side>();
    for (Side side : Side.values()) {
      Entry entry = take("side." + side.name().toLowerCase(Locale.ROOT));
      if (entry == null) {
        continue;
      }
      for (String role : entry.value().split(",", -1)) {
        if (sides.put(role.strip().toLowerCase(Locale.ROOT), side) != null) {
          throw bad(entry, "mapping.sides", role.strip());
        }
      }
    }
    return Map.copyOf(sides);
  }
}
