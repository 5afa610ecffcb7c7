// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Grievances of one kind against one network, whatever shell company signs the letters. For organisers only: these are
 * exact numbers with the rows behind them. Runs inside the caller's transaction.
 */
public final class CommonCauses {
  private final JdbcClient jdbc;

  CommonCauses(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * One common cause.
   *
   * @param confirmed reports an organiser has spoken with the person about
   * @param unconfirmed reports nobody has checked yet, counted apart
   * @param sites how many different places
   * @param minor money at stake in the local's currency, smallest unit; other currencies are left out
   * @param newThisMonth how many came in the last 30 days
   * @param members how many of the people are on the roll
   */
  public record Cause(GrievanceKind kind, String network, int confirmed, int unconfirmed, int sites, long minor,
      int newThisMonth, int members) {
    public int people() { return confirmed + unconfirmed; }
  }

  /** The causes that two or more reports share, the largest first. */
  public List<Cause> largest(String currency, int most) {
    return jdbc.sql("""
        select kind, network_id, count(*) filter (where confirmed_at is not null) confirmed,
          count(*) filter (where confirmed_at is null) unconfirmed, count(distinct coalesce(register_site, site_id::text)) sites,
          coalesce(sum(amount_minor) filter (where currency = :currency), 0) minor,
          count(*) filter (where reported_on > current_date - 30) new_ones, count(distinct person_id) members
        from grievance.grievance where local_id = :local and network_id is not null and closed_as is null
        group by kind, network_id having count(*) >= 2
        order by count(*) filter (where confirmed_at is not null) desc, count(*) desc, network_id, kind limit :most""")
        .param("local", local())
        .param("currency", currency)
        .param("most", most)
        .query((rs, i) -> new Cause(GrievanceKind.known(rs.getString(1)).orElseThrow(), rs.getString(2), rs.getInt(3),
            rs.getInt(4),
            rs.getInt(5), rs.getLong(6), rs.getInt(7), rs.getInt(8)))
        .list();
  }

  /** One cause as it stands now, also when only one report makes it. */
  public Optional<Cause> of(GrievanceKind kind, String network, String currency) {
    return jdbc.sql("""
        select count(*) filter (where confirmed_at is not null), count(*) filter (where confirmed_at is null),
          count(distinct coalesce(register_site, site_id::text)), coalesce(sum(amount_minor) filter (where currency = :currency), 0),
          count(*) filter (where reported_on > current_date - 30), count(distinct person_id)
        from grievance.grievance where local_id = :local and network_id = :network and kind = :kind and closed_as is null
        having count(*) > 0""")
        .param("local", local())
        .param("currency", currency)
        .param("network", network)
        .param("kind", kind.key())
        .query((rs, i) -> new Cause(kind, network, rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getLong(4),
            rs.getInt(5), rs.getInt(6)))
        .optional();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
