// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.CsvMapping;

/**
 * The row that names the columns: the first in which all that the mapping names stand. Banks and services put names, periods and
 * balances before it.
 *
 * @param line counts from one
 * @param separator what stands between its cells
 * @param columns the number from 0 of each column, by its name in small letters; of several the first
 * @param width how many columns there are
 */
record CsvHeader(int line, char separator, Map<String, Integer> columns, int width) {
  private static final int LOOKED_AT = 60;
  private static final int LONGEST = 20_000;

  static CsvHeader find(String text, CsvMapping mapping) throws BadFile {
    Set<String> wanted = wanted(mapping);
    Set<String> best = wanted;
    List<Character> separators = mapping.form().separator().map(List::of).orElse(List.of(',', ';', '\t', '|'));
    int from = 0;
    for (int line = 1; line <= LOOKED_AT && from < text.length(); line++) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String row = end - from > LONGEST ? "" : text.substring(from, end);
      for (char separator : separators) {
        CsvHeader header = of(line, row, separator);
        Set<String> missing = missing(wanted, header);
        if (missing.isEmpty()) {
          return header;
        }
        best = missing.size() < best.size() ? missing : best;
      }
      from = end + 1;
    }
    throw BadFile.at(1, 1, "no row among the first " + LOOKED_AT + " names all columns of the mapping; missing: "
        + String.join(", ", best));
  }

  /** The number of a column, or -1 if the table has none of that name. */
  int column(String name) {
    return columns.getOrDefault(key(name), -1);
  }

  private static Set<String> missing(Set<String> wanted, CsvHeader header) {
    var missing = new LinkedHashSet<>(wanted);
    missing.removeIf(each -> header.columns.containsKey(key(each)));
    return missing;
  }

  private static CsvHeader of(int line, String row, char separator) {
    Map<String, Integer> columns = new HashMap<>();
    int width = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(row)) {
      for (CsvRecord each : reader) {
        width = each.getFieldCount();
        for (int at = 0; at < width; at++) {
          columns.putIfAbsent(key(each.getField(at)), at);
        }
      }
    } catch (CsvParseException none) {
      columns.clear();
    } catch (java.io.IOException neverOfText) {
      throw new java.io.UncheckedIOException(neverOfText);
    }
    return new CsvHeader(line, separator, columns, width);
  }

  private static String key(String name) { return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT); }

  private static Set<String> wanted(CsvMapping mapping) {
    var columns = mapping.columns();
    var wanted = new LinkedHashSet<String>();
    wanted.add(columns.date());
    List.of(columns.value(), columns.amount(), columns.in(), columns.out(), columns.sign(), columns.fee(),
        columns.currency(),
        columns.account(), columns.reference(), columns.endToEnd(), columns.structured(), columns.status())
        .forEach(each -> each.ifPresent(wanted::add));
    wanted.addAll(columns.party());
    wanted.addAll(columns.text());
    mapping.words().ignoredWhere().forEach(each -> wanted.add(each.column()));
    return wanted;
  }
}
