// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.treasury.QuarterFile.Print;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The fingerprints of closed quarters, each kept once: a quarter may have a million entries, and nothing in it changes any
 * more. Runs inside the caller's transaction.
 */
public final class QuarterPrints {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final QuarterFile file;
  private final Months months;
  private final ClosedMonths closed;

  QuarterPrints(JdbcClient jdbc, Clock clock, QuarterFile file, Months months, ClosedMonths closed) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.file = file;
    this.months = months;
    this.closed = closed;
  }

  /** What was kept of a quarter; empty while a month of it is open, and until it was first asked for after that. */
  public Optional<Print> kept(Span quarter) {
    return jdbc.sql("select entries, digest from treasury.quarter_print where local_id = ? and quarter = ?")
        .params(Tenancy.current().value(), Date.valueOf(quarter.firstDay()))
        .query((rs, i) -> new Print(rs.getInt(1), HexFormat.of().formatHex(rs.getBytes(2))))
        .optional();
  }

  /** Keeps the fingerprint of a quarter if all its months are closed and it is not kept yet. */
  public void keep(Span quarter) {
    if (closed.all().containsAll(months.since(quarter).months()) && kept(quarter).isEmpty()) {
      keep(quarter, file.print(quarter));
    }
  }

  /**
   * Reads a closed quarter and says what it comes to now, which is kept if nothing was.
   *
   * @return empty if it comes to something else than what is kept: somebody changed what nothing changes
   */
  Optional<Print> again(Span quarter) {
    Print now = file.print(quarter);
    keep(quarter, now);
    return kept(quarter).filter(now::equals);
  }

  private void keep(Span quarter, Print print) {
    jdbc.sql("""
        insert into treasury.quarter_print (local_id, quarter, entries, digest, made_at) values (?, ?, ?, ?, ?)
        on conflict (local_id, quarter) do nothing""")
        .params(Tenancy.current().value(), Date.valueOf(quarter.firstDay()), print.entries(),
            HexFormat.of().parseHex(print.fingerprint()), Timestamp.from(clock.instant()))
        .update();
  }
}
