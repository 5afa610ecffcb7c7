// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds all entries that could tell what one person got, owes or gave. */
final class QuietEntries {
  private static final String ALL = """
      with quiet as (
        select a.id, a.code, a.used_for from ledger.account a
        where a.local_id = :local and a.used_for in ('hardship-aid', 'strike-pay', 'members-gifts', 'gifts-in-kind', 'held')),
      told as (
        select l.entry_id, case when bool_and(q.used_for = 'held') then min(q.code)
          else min(q.code) filter (where q.used_for <> 'held') end as code, null::smallint as people
        from ledger.line l join quiet q on q.id = l.account_id
        where l.local_id = :local and (q.used_for not in ('held', 'gifts-in-kind') or l.mark is not null) group by l.entry_id
        union all
        select e.id, d.code, (case when e.reverses_id is null then e.people else -e.people end)::smallint
        from ledger.entry e
        join ledger.account d on d.local_id = e.local_id and d.used_for = 'dues'
        where e.local_id = :local and d.local_id = :local and e.people is not null)
      select l.entry_id, l.month, q.id as quiet, t.people, c.closed_at, l.account_id, l.fund_id, l.amount, l.mark,
        a.kind in ('asset', 'liability') and a.used_for is distinct from 'dues-owed' as counts,
        q.used_for in ('members-gifts', 'gifts-in-kind', 'held') as given
      from told t join ledger.account q on q.local_id = :local and q.code = t.code
      join ledger.line l on l.local_id = :local and l.entry_id = t.entry_id
      join ledger.account a on a.local_id = l.local_id and a.id = l.account_id
      left join ledger.closed_month c on c.local_id = l.local_id and c.month = l.month
      where l.local_id = :local order by l.month, l.entry_id, l.place""";
  private final JdbcClient jdbc;

  QuietEntries(JdbcClient jdbc) { this.jdbc = jdbc; }

  private record Row(UUID entry, YearMonth month, UUID quiet, boolean given, Optional<Integer> people,
      Optional<Instant> closed, QuietEntry.Part part) {}

  List<QuietEntry> all() {
    Map<UUID, List<Row>> byEntry = new LinkedHashMap<>();
    // just after many lines were written PostgreSQL expects one and would read all of them for each entry
    jdbc.sql("set local enable_nestloop = off").update();
    jdbc.sql(ALL)
        .param("local", Scope.local())
        .query(QuietEntries::row)
        .list()
        .forEach(row -> byEntry.computeIfAbsent(row.entry(), _ -> new ArrayList<>()).add(row));
    return byEntry.values().stream().map(QuietEntries::entry).toList();
  }

  private static Row row(ResultSet rs, int at) throws SQLException {
    Date month = rs.getDate("month");
    Optional<Timestamp> closed = Optional.ofNullable(rs.getTimestamp("closed_at"));
    var line = new Line(rs.getObject("account_id", UUID.class), rs.getObject("fund_id", UUID.class),
        rs.getLong("amount"), Optional.ofNullable(rs.getObject("mark", UUID.class)));
    return new Row(rs.getObject("entry_id", UUID.class), YearMonth.from(month.toLocalDate()),
        rs.getObject("quiet", UUID.class), rs.getBoolean("given"),
        Optional.ofNullable(rs.getObject("people", Integer.class)),
        closed.map(Timestamp::toInstant),
        new QuietEntry.Part(line, rs.getBoolean("counts")));
  }

  private static QuietEntry entry(List<Row> rows) {
    Row first = rows.getFirst();
    return new QuietEntry(first.entry(), first.month(), first.quiet(), first.given(), first.closed(), first.people(),
        rows.stream().map(Row::part).toList());
  }
}
