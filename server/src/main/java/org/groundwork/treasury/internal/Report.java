// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Optional;
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
   * @param link to the rows behind it, within the local
   */
  public record Row(Kind kind, String key, String code, String name, List<Long> amounts, Optional<String> link) {
    public Row { amounts = List.copyOf(amounts); }

    static Row head(String key) { return new Row(Kind.HEAD, key, "", "", List.of(), Optional.empty()); }

    static Row total(String key, Long... amounts) {
      return new Row(Kind.TOTAL, key, "", "", List.of(amounts), Optional.empty());
    }

    static Row told(String key, Long... amounts) {
      return new Row(Kind.ROW, key, "", "", List.of(amounts), Optional.empty());
    }
  }
}
