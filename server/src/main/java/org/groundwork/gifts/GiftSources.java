// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.UsedFor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who outside gave how much, by where the money comes from: two foundations that pass on money of the same state are one
 * source. Counted on the days on which the books have it. Runs inside the caller's transaction.
 */
final class GiftSources {
  /** What whoever writes a grant down says where the money is the giver's own. */
  private static final Set<String> ITS_OWN = Set.of("", "its own", "own", "their own", "suyo", "propio", "propios",
      "es suyo");
  private static final String IN_BOOKS = """
      from gifts.gift g join ledger.api_entry e on e.local_id = g.local_id
        and e.id = coalesce(g.settled_entry_id, g.entry_id)
      where g.local_id = ? and g.state = 'taken' and e.on_date between ? and ?""";
  private final JdbcClient jdbc;
  private final Seals seals;

  GiftSources(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** A source outside and what came from it, in minor units. */
  record Named(GiftClass of, String name, long sum) {}

  /** What came from each body outside within some days, goods too, under the name it was written down with last. */
  List<Named> outside(LocalDate first, LocalDate last) {
    List<Named> rows = jdbc.sql("select g.id, g.class, g.giver, g.origin, g.amount " + IN_BOOKS + "\n" + """
          and g.person_id is null and g.giver is not null and g.class in ('other-unions', 'grants', 'gifts-in-kind')
        order by g.id""")
        .params(Scope.local(), Date.valueOf(first), Date.valueOf(last))
        .query((rs, i) -> named(rs))
        .list();
    Map<String, Named> sources = new LinkedHashMap<>();
    for (Named row : rows) {
      sources.merge(Seals.plain(row.name()), row,
          (before, more) -> new Named(more.of(), more.name(), Math.addExact(before.sum(), more.sum())));
    }
    return new ArrayList<>(sources.values());
  }

  private Named named(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    String origin = seals.openIfAny("origin", id, rs.getBytes("origin"));
    String name = ITS_OWN.contains(Seals.plain(origin)) ? seals.openIfAny("giver", id, rs.getBytes("giver")) : origin;
    return new Named(GiftClass.known(rs.getString("class")).orElseThrow(), name, rs.getLong("amount"));
  }

  /** What was written down of each kind with who gave it; what the books have beyond that has no name. */
  Map<UsedFor, Long> writtenDown(LocalDate first, LocalDate last) {
    Map<UsedFor, Long> sums = new EnumMap<>(UsedFor.class);
    jdbc.sql("select g.class, sum(g.amount)::bigint " + IN_BOOKS + "\n" + """
          and (g.giver is not null or g.person_id is not null) group by g.class""")
        .params(Scope.local(), Date.valueOf(first), Date.valueOf(last))
        .query(rs -> {
          sums.put(GiftClass.known(rs.getString(1)).orElseThrow().account(), rs.getLong(2));
        });
    return sums;
  }

  /** The months within which members gave something beside their dues. */
  Set<YearMonth> given(LocalDate first, LocalDate last) {
    return Set.copyOf(jdbc.sql("select distinct date_trunc('month', e.on_date)::date " + IN_BOOKS
        + " and g.class = 'members-gifts'")
        .params(Scope.local(), Date.valueOf(first), Date.valueOf(last))
        .query((rs, i) -> YearMonth.from(rs.getDate(1).toLocalDate()))
        .list());
  }
}
