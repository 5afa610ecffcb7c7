// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.statements.Line;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes lines, many at a time. */
final class LineRows {
  private final JdbcClient jdbc;
  private final BankSeals seals;
  private final Ids ids;
  private final Clock clock;

  LineRows(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /** Inserts those that are not there yet; answers how many. In the caller's transaction. */
  int insert(UUID imported, UUID account, List<Line> lines) {
    int size = lines.size();
    var rows = new Rows(new UUID[size], new String[size], new Date[size], new Long[size], new Long[size],
        new String[size], new byte[size][], new byte[size][], new byte[size][], new byte[size][]);
    for (int at = 0; at < size; at++) {
      fill(rows, at, lines.get(at));
    }
    return size == 0 ? 0 : write(imported, account, rows);
  }

  /** Columns. A hash that is not there is an empty array, as arrays of the database's driver take no null. */
  @SuppressWarnings("ArrayRecordComponent") // as the statement takes them
  private record Rows(UUID[] ids, String[] keys, Date[] days, Long[] amounts, Long[] fees, String[] returned,
      byte[][] told, byte[][] others, byte[][] references, byte[][] endToEnds) {}

  private void fill(Rows rows, int at, Line line) {
    UUID id = ids.next();
    Told told = Told.of(line);
    rows.ids()[at] = id;
    rows.keys()[at] = line.key();
    rows.days()[at] = Date.valueOf(FileLook.day(line).orElseThrow());
    rows.amounts()[at] = line.amount().minor();
    rows.fees()[at] = line.fee()
        .filter(fee -> fee.currency().equals(line.amount().currency()))
        .map(fee -> fee.minor())
        .orElse(0L);
    rows.returned()[at] = line.returned().map(each -> shortened(each.reason())).orElse("-");
    rows.told()[at] = seals.seal("line", "told", id, told.written());
    rows.others()[at] = hash("other", told.other());
    rows.references()[at] = hash("reference", told.reference());
    rows.endToEnds()[at] = hash("end-to-end", told.endToEnd());
  }

  private static String shortened(String reason) {
    String plain = reason.replaceAll("[^A-Za-z0-9]", "");
    return plain.substring(0, Math.min(35, plain.length()));
  }

  private byte[] hash(String field, String value) {
    byte[] hash = seals.hash(field, value);
    return hash == null ? new byte[0] : hash;
  }

  private int write(UUID imported, UUID account, Rows rows) {
    return jdbc.sql("""
        insert into banking.line (local_id, id, account_id, import_id, key, booked_on, amount, fee, returned, told,
          other_index, reference_index, end_to_end_index, changed_at)
        select ?, id, ?, ?, key, booked_on, amount, fee, nullif(returned, '-'), told, nullif(other, ''::bytea),
          nullif(reference, ''::bytea), nullif(end_to_end, ''::bytea), ?
        from unnest(?::uuid[], ?::text[], ?::date[], ?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[],
          ?::bytea[], ?::bytea[]) as l (id, key, booked_on, amount, fee, returned, told, other, reference, end_to_end)
        on conflict (local_id, account_id, key) do nothing""")
        .params(BankScope.local(), account, imported, Timestamp.from(clock.instant()))
        .param(rows.ids())
        .param(rows.keys())
        .param(rows.days())
        .param(rows.amounts())
        .param(rows.fees())
        .param(rows.returned())
        .param(rows.told())
        .param(rows.others())
        .param(rows.references())
        .param(rows.endToEnds())
        .update();
  }
}
