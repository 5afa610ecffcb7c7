// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import org.groundwork.treasury.Span;

/**
 * A report as a table: the same on the page, on paper and in a file.
 *
 * @param which its word in addresses and message keys
 * @param columns message keys of what stands above the amounts
 */
public record Report(String which, Span span, List<String> columns, List<Row> rows) {
  public Report {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether it has so many columns that on a phone each row is a block. */
  public boolean wide() {
    return columns.size() > 2;
  }

  /** What a row is. */
  public enum Kind {
    /** A heading without amounts. */
    HEAD,
    /** An account or a fund. */
    ROW,
    /** A sum. */
    TOTAL
  }

  /**
   * A row.
   *
   * @param key message key of its name; empty where it has a name of its own
   * @param code of the account; empty for all else
   * @param links to the rows behind each amount, within the local; empty texts where there are none
   */
  public record Row(Kind kind, String key, String code, String name, List<Long> amounts, List<String> links) {
    public Row {
      amounts = List.copyOf(amounts);
      links = List.copyOf(links);
    }

    /** The link to the rows behind an amount; empty if there is none. */
    public String link(int at) {
      return at < links.size() ? links.get(at) : "";
    }

    static Row head(String key) { return new Row(Kind.HEAD, key, "", "", List.of(), List.of()); }

    static Row total(String key, Long... amounts) {
      return new Row(Kind.TOTAL, key, "", "", List.of(amounts), List.of());
    }

    static Row told(String key, Long... amounts) { return new Row(Kind.ROW, key, "", "", List.of(amounts), List.of()); }
  }
}
