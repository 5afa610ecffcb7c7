// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who showed up for whom. Between places, and only of calls to which at least five came from one place, so that nobody is
 * found in it; a person sees their own and nobody else's. Runs inside the caller's transaction.
 */
public final class Reciprocity {
  /** Fewer than so many people from one place are not told apart. */
  public static final int LEAST = 5;
  private static final int MOST = 200;
  private final JdbcClient jdbc;

  Reciprocity(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * How often people of one place came to another.
   *
   * @param times to so many calls
   * @param people so many, added over those calls
   */
  public record Between(UUID from, String fromName, UUID to, String toName, int times, int people) {}

  /** How many came to the calls of a fight, over so many of them. */
  public record ForFight(UUID campaign, int times, int people) {}

  /** Between places, those who came most first. */
  public List<Between> places() {
    return jdbc.sql("""
        select g.from_site, f.name, g.to_site, t.name, count(*), sum(g.people) from (
          select f.site_id from_site, t.site_id to_site, c.id, count(*) people from reinforcement.asked a
          join reinforcement.call c on c.local_id = a.local_id and c.id = a.call_id
          join roll.api_site_now f on f.local_id = a.local_id and f.id = a.site_id
          join roll.api_site_now t on t.local_id = c.local_id and t.id = c.site_id
          where a.local_id = :local and a.state = 'here' and f.site_id <> t.site_id
          group by f.site_id, t.site_id, c.id having count(*) >= :least) g
        join roll.api_site f on f.local_id = :local and f.id = g.from_site
        join roll.api_site t on t.local_id = :local and t.id = g.to_site
        group by g.from_site, f.name, g.to_site, t.name
        order by sum(g.people) desc, g.from_site, g.to_site limit :most""")
        .param("local", Tenancy.current().value())
        .param("least", LEAST)
        .param("most", MOST)
        .query((rs, i) -> new Between(rs.getObject(1, UUID.class), rs.getString(2), rs.getObject(3, UUID.class),
            rs.getString(4), rs.getInt(5), rs.getInt(6)))
        .list();
  }

  /** For fights, those to whom most came first. */
  public List<ForFight> fights() {
    return jdbc.sql("""
        select g.campaign_id, count(*), sum(g.people) from (
          select c.campaign_id, c.id, count(*) people from reinforcement.asked a
          join reinforcement.call c on c.local_id = a.local_id and c.id = a.call_id
          where a.local_id = ? and a.state = 'here' and c.campaign_id is not null
          group by c.campaign_id, c.id having count(*) >= ?) g
        group by g.campaign_id order by sum(g.people) desc, g.campaign_id limit ?""")
        .params(Tenancy.current().value(), LEAST, MOST)
        .query((rs, i) -> new ForFight(rs.getObject(1, UUID.class), rs.getInt(2), rs.getInt(3)))
        .list();
  }

  /** To how many calls of the last month a person came. */
  public int cameMyself(UUID person) {
    return jdbc.sql("""
        select count(*) from reinforcement.asked a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = ? and n.person_id = ? and a.state = 'here'""")
        .params(Tenancy.current().value(), person)
        .query(Integer.class)
        .single();
  }

  /** How many came to calls for a person's own places, counting only calls to which at least five came. */
  public int cameToMine(UUID person) {
    return jdbc.sql("""
        select coalesce(sum(g.people), 0) from (select c.id, count(*) people from reinforcement.asked a
          join reinforcement.call c on c.local_id = a.local_id and c.id = a.call_id
          join roll.api_site_now t on t.local_id = c.local_id and t.id = c.site_id
          where a.local_id = :local and a.state = 'here' and t.site_id in (select s.site_id
            from roll.api_position p join roll.api_site_now s on s.local_id = p.local_id and s.id = p.site_id
            where p.local_id = :local and p.person_id = :person and not p.boss_side)
          group by c.id having count(*) >= :least) g""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("least", LEAST)
        .query(Integer.class)
        .single();
  }
}
