// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts one local's cells for one week, a kind a step. A week that was counted is not counted again. */
final class WeeklyCount implements JobKind<WeeklyCount.Week> {
  private static final int WEEKS_KEPT = 2;
  private final JdbcTemplate jdbc;
  private final Transactions transactions;
  private final ObjectProvider<DisclosedSource> sources;

  /** @param monday the week's first day */
  record Week(LocalDate monday) {}

  WeeklyCount(JdbcTemplate jdbc, Transactions transactions, ObjectProvider<DisclosedSource> sources) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sources = sources;
  }

  @Override
  public String name() { return "weekly-count"; }

  @Override
  public Class<Week> parameters() { return Week.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Week week) { return ""; }

  @Override
  public void run(JobContext context, Week week) {
    for (DisclosedSource source : sources.orderedStream().toList()) {
      var cells = transactions.read(source::cells);
      context.step(source.kind(), () -> write(week, source.kind(), cells));
    }
  }

  /** Writes a kind's week, whole; without effect if it is there. */
  void write(Week week, String kind, List<DisclosedSource.Cell> cells) {
    UUID local = Tenancy.current().value();
    Date monday = Date.valueOf(week.monday());
    int fresh = jdbc.update("""
        insert into platform.disclosed_week (local_id, kind, week) values (?, ?, ?)
        on conflict (local_id, kind, week) do nothing""", local, kind, monday);
    if (fresh == 0) {
      return;
    }
    var rows = cells.stream()
        .filter(cell -> band(cell) != Band.NONE)
        .map(cell -> new Object[]{local, kind, monday, cell.key(), band(cell).word()})
        .toList();
    jdbc.batchUpdate("insert into platform.disclosed (local_id, kind, week, key, band) values (?, ?, ?, ?, ?)", rows);
    Date oldest = Date.valueOf(week.monday().minusWeeks(WEEKS_KEPT));
    jdbc.update("delete from platform.disclosed where local_id = ? and kind = ? and week < ?", local, kind, oldest);
    jdbc.update("delete from platform.disclosed_week where local_id = ? and kind = ? and week < ?", local, kind,
        oldest);
  }

  private static Band band(DisclosedSource.Cell cell) { return Band.of(cell.persons(), cell.size()); }
}
