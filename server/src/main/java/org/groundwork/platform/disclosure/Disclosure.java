// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads bands. Whoever asks gets the same answer from one weekly count to the next. */
public final class Disclosure {
  private static final String LATEST = """
      select d.key, d.band from platform.disclosed d
      where d.local_id = ? and d.kind = ? and d.week = (
        select max(w.week) from platform.disclosed_week w where w.local_id = ? and w.kind = ?)""";
  private final JdbcClient jdbc;

  Disclosure(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** The band of one cell of the current local; {@link Band#NONE} for whatever is small, unknown or not counted yet. */
  public Band band(String kind, String key) {
    var local = Tenancy.current().value();
    return jdbc.sql(LATEST + " and d.key = ?")
        .params(local, kind, local, kind, key)
        .query((rs, i) -> band(rs.getString(2)))
        .optional()
        .orElse(Band.NONE);
  }

  /** Every cell of a kind of the current local that shows a band, by key. */
  public Map<String, Band> bands(String kind) {
    var local = Tenancy.current().value();
    var bands = new TreeMap<String, Band>();
    jdbc.sql(LATEST)
        .params(local, kind, local, kind)
        .query(rs -> {
          bands.put(rs.getString(1), band(rs.getString(2)));
        });
    return bands;
  }

  private static Band band(String word) { return Band.valueOf(word.toUpperCase(Locale.ROOT)); }
}
