// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came of the conversations of a time, everybody counted once for each who talked to them. */
public final class Weeks {
  private static final String TALKED = """
      with latest as (
        select distinct on (c.held_by, n.person_id) c.held_by, c.ask_id, c.reply from organizing.conversation c
        join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        where c.local_id = :local and c.held_at >= :since and c.held_at < :until and c.outcome = 'talked'
      """;
  private static final String HERE = """
       and c.site_id in (select s.id from roll.api_site_now s where s.local_id = :local and s.site_id = :site)
      """;
  private static final String COUNTED = """
       order by c.held_by, n.person_id, c.reply is null, c.ask_id is null, c.held_at desc),
      counted as (select count(*) talked, count(ask_id) asked, count(*) filter (where reply = 'yes') yes,
        count(*) filter (where reply = 'yes-if') yes_if, count(*) filter (where reply = 'not-yet') not_yet,
        count(*) filter (where reply = 'no') no""";
  private final JdbcClient jdbc;

  Weeks(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * So many people talked to, so many of them asked, and so many who said yes or something else; what was answered to a
   * call whose answers were destroyed is not known any more.
   */
  public record Week(int talked, int asked, int yes, int yesIf, int notYet, int no) {
    public static final Week NO_TALK = new Week(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Week and(Week other) {
      return new Week(talked + other.talked, asked + other.asked, yes + other.yes, yesIf + other.yesIf,
          notYet + other.notYet, no + other.no);
    }
  }

  /** A week of one who held conversations. */
  public record Of(UUID by, Week week) {}

  /** For each person who held conversations at a site within a time, what came of them; who talked to most first. */
  public List<Of> at(UUID site, Instant since, Instant until) {
    return within(TALKED + HERE + COUNTED + ", held_by from latest group by held_by)"
        + " select * from counted order by talked desc, held_by", since, until)
        .param("site", site)
        .query((rs, i) -> new Of(rs.getObject("held_by", UUID.class), week(rs)))
        .list();
  }

  /** What everybody of the local did together within a time, over all sites; somebody two talked to is two talks. */
  public Week ofAll(Instant since, Instant until) {
    return within(TALKED + COUNTED + " from latest) select * from counted", since, until)
        .query((rs, i) -> week(rs))
        .single();
  }

  private JdbcClient.StatementSpec within(String sql, Instant since, Instant until) {
    return jdbc.sql(sql)
        .param("local", Tenancy.current().value())
        .param("since", Timestamp.from(since))
        .param("until", Timestamp.from(until));
  }

  private static Week week(ResultSet rs) throws SQLException {
    return new Week(rs.getInt("talked"), rs.getInt("asked"), rs.getInt("yes"), rs.getInt("yes_if"),
        rs.getInt("not_yet"), rs.getInt("no"));
  }
}
