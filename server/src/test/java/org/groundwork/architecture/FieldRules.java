// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groundwork.architecture.Verdict.Collector;

/** What is sealed or hashed in the database is written down, with its purpose and how long it is kept. */
final class FieldRules {
  private static final Pattern ROW = Pattern.compile("\\| `([a-z_.]+)` \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");

  private FieldRules() {}

  /** A column as the page describes it. */
  record Described(String what, String purpose, String kept) {
    boolean whole() { return !what.isBlank() && !purpose.isBlank() && !kept.isBlank(); }
  }

  /** The columns that a page describes, in the rows of its tables. */
  static Map<String, Described> described(String page) {
    var found = new LinkedHashMap<String, Described>();
    var row = ROW.matcher(page);
    while (row.find()) {
      found.put(row.group(1), new Described(row.group(2), row.group(3), row.group(4)));
    }
    return found;
  }

  /** Every column of bytes that belongs to a local or to sign-in has its row, and every row its column. */
  static Verdict everyFieldHasAPurposeAndAnEnd(Catalog catalog, String page) {
    var described = described(page);
    Set<String> columns = new TreeSet<>();
    catalog.ask("""
        select t.name || '.' || a.attname from :tables t join pg_attribute a on a.attrelid = t.oid
        where t.zone in ('tenant', 'coordinator') and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('bytea'::regtype, 'bytea[]'::regtype)""").forEach(row -> columns.add(row.get(0)));
    var found = new Collector();
    for (String column : columns) {
      found.look();
      var row = described.get(column);
      found.complainIf(row == null, column + " is not in docs/fields.md: say what it is, what for, and kept how long");
      found.complainIf(row != null && !row.whole(), column + " lacks a purpose or an end in docs/fields.md");
    }
    for (String column : described.keySet()) {
      found.complainIf(!columns.contains(column), column + " is in docs/fields.md and not in the database");
    }
    return found.verdict();
  }
}
