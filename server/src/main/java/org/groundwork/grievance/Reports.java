// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of reports, newest first, page by page. Runs inside the caller's transaction; who may look is decided before. */
public final class Reports {
  /** How many stand on a page. */
  public static final int PAGE = 50;
  private final JdbcClient jdbc;
  private final GrievanceRows rows;

  Reports(JdbcClient jdbc, GrievanceRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * A page of a list.
   *
   * @param next the last report of the page, if others follow
   */
  public record Listed(List<Grievance> reports, Optional<ReportQuery.After> next) {
    public Listed { reports = List.copyOf(reports); }
  }

  /** The page that begins after {@code after}. */
  public Listed list(ReportQuery.Filter filter, ReportQuery.Within within, Optional<ReportQuery.After> after) {
    var found = ReportQuery.bound(jdbc.sql(ReportQuery.sql(filter, within)), filter, within,
        after.orElseGet(ReportQuery.After::start), PAGE + 1).query(rows::read).list();
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new Listed(shown, found.size() > PAGE ? Optional.of(after(shown.getLast())) : Optional.empty());
  }

  private static ReportQuery.After after(Grievance last) { return new ReportQuery.After(last.reportedOn(), last.id()); }

  /** The reports of one cause that nobody has spoken about yet, those that wait longest first. */
  public List<Grievance> waitingFor(GrievanceKind kind, String network, int most) {
    return jdbc.sql(GrievanceRows.SELECT + """
         where g.local_id = ? and g.network_id = ? and g.kind = ? and g.confirmed_at is null
          and (g.closed_as is null or g.closed_as = 'in-a-fight')
        order by g.reported_on, g.id desc limit ?""")
        .params(local(), network, kind.key(), most)
        .query(rows::read)
        .list();
  }

  private static UUID local() { return org.groundwork.platform.tenancy.Tenancy.current().value(); }
}
