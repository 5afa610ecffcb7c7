// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.CsvMapping;
import org.groundwork.statements.CsvMapping.Columns;
import org.groundwork.statements.CsvMapping.Form;
import org.groundwork.statements.CsvMapping.Where;
import org.groundwork.statements.CsvMapping.Words;
import org.groundwork.statements.Money;
import org.groundwork.statements.internal.Decoded;
import org.groundwork.statements.internal.Defects;
import org.jspecify.annotations.Nullable;

/** Reads what the columns of a table mean, from lines {@code key = value}. */
public final class MappingParser {
  private static final Set<String> SINGLE = Set.of("preset", "separator", "date", "date-format", "value-date", "amount",
      "in", "out", "sign", "decimal", "fee", "fee-charged", "amount-before-fee", "currency", "currency-code", "account",
      "own-account", "reference", "end-to-end", "structured", "status");
  private static final Set<String> REPEATABLE = Set.of("incoming", "outgoing", "party", "own-name", "text", "booked",
      "pending", "ignored", "ignored-where");
  private static final int LONGEST = 200;
  private static final int MOST_LINES = 1_000;

  private final Defects defects = new Defects();
  private final Map<String, List<String>> values = new HashMap<>();

  private MappingParser() {}

  /** Reads a whole file. */
  public static CsvMapping parse(byte[] file) throws BadFile {
    var parser = new MappingParser();
    parser.lines(Decoded.text(file));
    parser.defects.refuse();
    parser.preset();
    return parser.mapping();
  }

  private void lines(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length > MOST_LINES) {
      defects.add(MOST_LINES, 1, "a mapping has at most " + MOST_LINES + " lines");
      return;
    }
    for (int at = 0; at < lines.length; at++) {
      String line = lines[at].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String wrong = line(line);
        if (wrong != null) {
          defects.add(at + 1, 1, wrong);
        }
      }
    }
  }

  private @Nullable String line(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      return "a line of a mapping is written key = value";
    }
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      return "a value has 1 to " + LONGEST + " characters";
    }
    if (!SINGLE.contains(key) && !REPEATABLE.contains(key)) {
      return "there is no key \"" + (key.length() > 40 ? key.substring(0, 40) : key) + "\"";
    }
    List<String> all = values.computeIfAbsent(key, none -> new ArrayList<>());
    all.add(value);
    return SINGLE.contains(key) && all.size() > 1
        ? "\"" + key + "\" stands here for the second time"
        : wrong(key, value);
  }

  private static @Nullable String wrong(String key, String value) {
    return switch (key) {
      case "preset" ->
        CsvMapping.PRESETS.contains(value) ? null : "the presets are " + String.join(", ", CsvMapping.PRESETS);
      case "separator" -> value.equals("tab") || (value.length() == 1 && ",;|".contains(value))
          ? null
          : "separator is , or ; or | or tab";
      case "decimal" -> value.equals("point") || value.equals("comma") ? null : "decimal is point or comma";
      case "fee-charged" -> value.equals("minus") || value.equals("plus") ? null : "fee-charged is minus or plus";
      case "amount-before-fee" -> value.equals("yes") || value.equals("no") ? null : "amount-before-fee is yes or no";
      case "ignored-where" -> value.indexOf(':') > 0 ? null : "ignored-where is written column: word";
      case "date-format" -> format(value);
      case "currency-code" -> currency(value);
      default -> null;
    };
  }

  private static @Nullable String format(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).toString().isEmpty() ? "date-format is empty" : null;
    } catch (IllegalArgumentException none) {
      return "date-format is none as in dd.MM.uuuu";
    }
  }

  private static @Nullable String currency(String code) {
    try {
      return Money.decimals(code) < 0 ? "no account is kept in it" : null;
    } catch (IllegalArgumentException none) {
      return none.getMessage();
    }
  }

  /** Takes from the preset what the mapping does not say itself. */
  private void preset() {
    List<String> name = values.remove("preset");
    if (name == null) {
      return;
    }
    var preset = new MappingParser();
    try (InputStream in = MappingParser.class.getResourceAsStream(name.getFirst() + ".mapping")) {
      if (in == null) {
        throw new IllegalStateException("the preset " + name + " is missing");
      }
      preset.lines(Decoded.text(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (BadFile ours) {
      throw new IllegalStateException(ours);
    }
    preset.values.forEach(values::putIfAbsent);
  }

  private CsvMapping mapping() throws BadFile {
    if (first("date").isEmpty()) {
      defects.add(1, 1, "the mapping does not say which column is the date");
    }
    boolean two = first("in").isPresent() && first("out").isPresent();
    if (first("amount").isPresent() == two || first("in").isPresent() != first("out").isPresent()) {
      defects.add(1, 1, "the mapping names one column amount, or the two columns in and out");
    }
    if (first("currency").isEmpty() && first("currency-code").isEmpty()) {
      defects.add(1, 1, "the mapping names a column currency, or a currency-code for all rows");
    }
    if (first("sign").isPresent() && (all("incoming").isEmpty() || all("outgoing").isEmpty())) {
      defects.add(1, 1, "with a column sign the mapping says what it says for incoming and outgoing");
    }
    if (first("status").isPresent() && all("booked").isEmpty()) {
      defects.add(1, 1, "with a column status the mapping says what it says for booked");
    }
    defects.refuse();
    return new CsvMapping(columns(), form(), words());
  }

  private Columns columns() {
    return new Columns(first("date").orElseThrow(), first("value-date"), first("amount"), first("in"), first("out"),
        first("sign"), first("fee"), first("currency"), all("party"), first("account"), all("text"), first("reference"),
        first("end-to-end"), first("structured"), first("status"));
  }

  private Form form() {
    return new Form(first("separator").map(each -> each.equals("tab") ? '\t' : each.charAt(0)),
        first("date-format").orElse("uuuu-MM-dd"), first("decimal").orElse("point").equals("comma") ? ',' : '.',
        first("currency-code"), first("fee-charged").orElse("minus").equals("plus"),
        first("amount-before-fee").orElse("no").equals("yes"), first("own-account").orElse(""));
  }

  private Words words() {
    List<Where> where = all("ignored-where").stream()
        .map(each -> new Where(each.substring(0, each.indexOf(':')).strip(),
            each.substring(each.indexOf(':') + 1).strip()))
        .toList();
    return new Words(set("incoming"), set("outgoing"), set("booked"), set("pending"), set("ignored"), set("own-name"),
        where);
  }

  private Optional<String> first(String key) { return all(key).stream().findFirst(); }

  private Set<String> set(String key) { return Set.copyOf(all(key)); }

  private List<String> all(String key) { return values.getOrDefault(key, List.of()); }
}
