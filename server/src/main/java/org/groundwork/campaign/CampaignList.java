// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The campaigns of the current local as a list, newest first. Runs inside the caller's transaction. */
public final class CampaignList {
  /** Where a list begins: above every identifier. */
  public static final UUID START = new UUID(-1, -1);
  private static final String LINES = """
      select c.id, c.title, c.state, c.target_id,
        (select n.site_id from roll.api_site_now n where n.local_id = c.local_id and n.id = c.site_id) site_id,
        (select min(d.due_on) from campaign.demand d
          where d.local_id = :local and d.campaign_id = c.id and d.outcome is null) due_on,
        (select count(*) from campaign.demand d where d.local_id = :local and d.campaign_id = c.id) asked,
        (select count(*) from campaign.demand d where d.local_id = :local and d.campaign_id = c.id
          and d.outcome in ('won', 'partly-won')) won
      from campaign.campaign c
      """;
  static final String GOING_ON = LINES
      + "where c.local_id = :local and c.state <> 'closed' and c.id < :below order by c.id desc limit :most";
  static final String ENDED = LINES
      + "where c.local_id = :local and c.state = 'closed' and c.id < :below order by c.id desc limit :most";
  static final String LATELY = LINES + """
      where c.local_id = :local and (c.state in ('quiet', 'public') or c.state = 'closed' and c.closed_at > :after)
      order by c.id desc limit :most""";
  private final JdbcClient jdbc;
  private final Seals seals;

  CampaignList(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /**
   * A campaign in one line.
   *
   * @param dueOn the earliest date of a demand without an outcome
   * @param asked how many demands it has
   * @param won how many of them were won, at least partly
   */
  public record Line(UUID id, String title, Campaign.State state, UUID target, Optional<UUID> site,
      Optional<LocalDate> dueOn, int asked, int won) {

    /** Whether somebody runs it: for the whole local, or for its site. */
    public boolean runBy(Caller.Actor actor) {
      return Runners.runs(actor, site);
    }
  }

  /** Drafts and open campaigns below an identifier, newest first. */
  public List<Line> goingOn(UUID below, int most) {
    return bound(jdbc.sql(GOING_ON), below, most);
  }

  /** Ended campaigns below an identifier, newest first. */
  public List<Line> ended(UUID below, int most) {
    return bound(jdbc.sql(ENDED), below, most);
  }

  /** Open campaigns and those that ended after a moment, newest first. */
  public List<Line> openedAndNotOver(Instant endedAfter, int most) {
    return jdbc.sql(LATELY)
        .param("local", Tenancy.current().value())
        .param("after", Timestamp.from(endedAfter))
        .param("most", most)
        .query(this::line)
        .list();
  }

  /** These campaigns, in one query; those that are not there are left out. */
  public List<Line> of(Collection<UUID> campaigns) {
    return campaigns.isEmpty()
        ? List.of()
        : jdbc.sql(LINES + """
        where c.local_id = :local and c.id in (select unnest(:campaigns::uuid[])) order by c.id desc""")
            .param("local", Tenancy.current().value())
            .param("campaigns", campaigns.toArray(UUID[]::new))
            .query(this::line)
            .list();
  }

  /** Campaigns that have not ended and are about one of these networks, or against a target that one belongs to. */
  List<Line> about(Collection<String> networks, Collection<UUID> targets, int most) {
    return jdbc.sql(LINES + """
        where c.local_id = :local and c.state <> 'closed'
          and (c.cause_network = any(:networks) or c.target_id = any(:targets)) order by c.id desc limit :most""")
        .param("local", Tenancy.current().value())
        .param("networks", networks.toArray(String[]::new))
        .param("targets", targets.toArray(UUID[]::new))
        .param("most", most)
        .query(this::line)
        .list();
  }

  private List<Line> bound(JdbcClient.StatementSpec statement, UUID below, int most) {
    return statement.param("local", Tenancy.current().value())
        .param("below", below)
        .param("most", most)
        .query(this::line)
        .list();
  }

  private Line line(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new Line(id, seals.open("campaign", "title", id, rs.getBytes(2)), Campaign.State.of(rs.getString(3)),
        rs.getObject(4, UUID.class), Optional.ofNullable(rs.getObject(5, UUID.class)),
        Optional.ofNullable(rs.getDate(6)).map(Date::toLocalDate), rs.getInt(7), rs.getInt(8));
  }

  /** Whether a campaign with a demand has been drafted, for the walk. */
  boolean anyAsks() {
    return jdbc.sql("select exists (select 1 from campaign.demand where local_id = ?)")
        .param(Tenancy.current().value())
        .query(Boolean.class)
        .single();
  }

  /** Whether a campaign has ever opened, for the walk. */
  boolean anyOpened() {
    return jdbc.sql("select exists (select 1 from campaign.campaign where local_id = ? and state <> 'draft')")
        .param(Tenancy.current().value())
        .query(Boolean.class)
        .single();
  }
}
