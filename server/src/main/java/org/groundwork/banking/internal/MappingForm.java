// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.CsvMapping;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a bank's table are called, as typed.
 *
 * @param in what came in, where that has a column of its own
 * @param out what went out, where that has a column of its own
 */
public record MappingForm(@Nullable String name, @Nullable String date, @Nullable String dateFormat,
    @Nullable String amount, @Nullable String in, @Nullable String out, @Nullable String decimal,
    @Nullable String party, @Nullable String account, @Nullable String text, @Nullable String reference) {
  /** How days are written, with an example. */
  public static final Map<String, String> DATES = new java.util.TreeMap<>(Map.of("uuuu-MM-dd", "2026-11-27",
      "dd.MM.uuuu", "27.11.2026", "dd.MM.uu", "27.11.26", "dd/MM/uuuu", "27/11/2026", "MM/dd/uuuu", "11/27/2026",
      "dd-MM-uuuu", "27-11-2026", "uuuuMMdd", "20261127"));
  private static final int LONGEST = 60;

  static MappingForm blank() { return new MappingForm("", "", "uuuu-MM-dd", "", "", "", "point", "", "", "", ""); }

  /** A mapping as the library reads it. */
  record Read(String name, String rules) {}

  Optional<Read> read(FormErrors errors) {
    String called = errors.required("name", name, LONGEST);
    var rules = new StringBuilder();
    add(rules, "date", column(errors, "date", date, true));
    String days = dateFormat == null ? "" : dateFormat;
    if (!DATES.containsKey(days)) {
      errors.refuse("dateFormat", "bank.reading.choose");
    }
    add(rules, "date-format", days);
    String sum = column(errors, "amount", amount, false);
    String cameIn = column(errors, "in", in, false);
    String wentOut = column(errors, "out", out, false);
    if (sum.isEmpty() == (cameIn.isEmpty() || wentOut.isEmpty()) || (!sum.isEmpty() && !(cameIn + wentOut).isEmpty())) {
      errors.refuse("amount", "bank.mapping.amount");
    }
    add(rules, "amount", sum);
    add(rules, "in", cameIn);
    add(rules, "out", wentOut);
    add(rules, "decimal", "comma".equals(decimal) ? "comma" : "point");
    List.of(new String[]{"party", column(errors, "party", party, false)},
        new String[]{"account", column(errors, "account", account, false)},
        new String[]{"text", column(errors, "text", text, false)},
        new String[]{"reference", column(errors, "reference", reference, false)})
        .forEach(each -> add(rules, each[0], each[1]));
    return errors.any() ? Optional.empty() : checked(errors, called, rules);
  }

  private static String column(FormErrors errors, String field, @Nullable String typed, boolean needed) {
    String column = needed ? errors.required(field, typed, LONGEST) : errors.optional(field, typed, LONGEST);
    return column.replaceAll("\\s+", " ");
  }

  private static void add(StringBuilder rules, String key, String value) {
    if (!value.isEmpty()) {
      rules.append(key).append(" = ").append(value).append('\n');
    }
  }

  /** Said once more by the library, with the currency of the account in which it is kept. */
  private static Optional<Read> checked(FormErrors errors, String called, StringBuilder rules) {
    try {
      CsvMapping.read((rules + "currency-code = EUR\n").getBytes(StandardCharsets.UTF_8));
      return Optional.of(new Read(called, rules.toString()));
    } catch (BadFile bad) {
      errors.refuse("date", "bank.mapping.unreadable");
      return Optional.empty();
    }
  }
}
