// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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
  private final Clock clock;

  CommonCauses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One common cause.
   *
   * @param confirmed people an organiser has spoken with: different people where it is known who they are, reports otherwise
   * @param unconfirmed likewise those nobody has spoken with yet, counted apart
   * @param sites how many different places
   * @param minor money at stake in the local's currency, smallest unit; other currencies are left out
   * @param newThisMonth how many came in the last 30 days
   * @param members how many different members of the local are among the people
   * @param persons the people among {@code confirmed} of whom it is known who they are
   */
  public record Cause(GrievanceKind kind, String network, int confirmed, int unconfirmed, int sites, long minor,
      int newThisMonth, int members, int persons) {
    public int people() { return confirmed + unconfirmed; }
  }

  private static final String COUNTS = """
      select c.kind, c.network_id, c.confirmed, c.unconfirmed, c.sites,
        coalesce((select m.minor from grievance.cause_money m
          where m.local_id = :local and m.network_id = c.network_id and m.kind = c.kind and m.currency = :currency), 0) minor,
        (select count(*) from grievance.grievance g where g.local_id = :local and g.network_id = c.network_id and g.kind = c.kind
          and (g.closed_as is null or g.closed_as = 'in-a-fight') and g.reported_on > :since) new_ones, c.members, c.persons
      from grievance.cause c
      """;

  /** The causes that two or more reports share, those with most confirmed first. */
  public List<Cause> largest(String currency, int most) {
    return jdbc.sql(COUNTS + """
        where c.local_id = :local and c.confirmed + c.unconfirmed >= 2
        order by c.confirmed desc, c.unconfirmed desc, c.network_id, c.kind limit :most""")
        .param("local", local())
        .param("currency", currency)
        .param("since", monthAgo())
        .param("most", most)
        .query(CommonCauses::cause)
        .list();
  }

  /** One cause as it stands now, also when only one report makes it. */
  public Optional<Cause> of(GrievanceKind kind, String network, String currency) {
    return jdbc.sql(COUNTS
        + "where c.local_id = :local and c.network_id = :network and c.kind = :kind and c.confirmed + c.unconfirmed > 0")
        .param("local", local())
        .param("currency", currency)
        .param("since", monthAgo())
        .param("network", network)
        .param("kind", kind.key())
        .query(CommonCauses::cause)
        .optional();
  }

  private static Cause cause(ResultSet rs, int row) throws SQLException {
    return new Cause(GrievanceKind.known(rs.getString(1)).orElseThrow(), rs.getString(2), rs.getInt(3), rs.getInt(4),
        rs.getInt(5),
        rs.getLong(6), rs.getInt(7), rs.getInt(8), rs.getInt(9));
  }

  private Date monthAgo() { return Date.valueOf(LocalDate.now(clock).minusDays(30)); }

  private static UUID local() { return Tenancy.current().value(); }
}
