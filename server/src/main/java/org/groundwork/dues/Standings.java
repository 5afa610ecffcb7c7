// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who stands how with the local. Nobody's standing is written down: it is what open charges say today, and whoever pays
 * nothing by right has none that are open. While a pause runs nobody is in arrears. Runs inside the caller's transaction.
 */
public final class Standings {
  private static final String LATE = """
      join dues.charge c on c.local_id = n.local_id and c.person_id = n.id and c.settled < c.amount
      join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
        and r.due_on + r.grace_days < :today
      """;
  private static final String PAUSE = """
      (select from dues.waiver w join roll.api_person_now v on v.local_id = w.local_id and v.id = w.person_id
        where w.local_id = :local and v.local_id = :local and w.state = 'granted'
          and :today between w.from_on and w.until_on and v.person_id =\s""";
  /** Whoever is in a pause is behind with nothing: what is open waits until it is over. Of all members, looked up at once. */
  private static final String NO_PAUSE = " and not exists " + PAUSE + "n.person_id)";
  /** The same of few people, looked up for each who is behind. */
  private static final String PAUSE_OF_THEM = PAUSE + "x.person_id)";
  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) { this.jdbc = jdbc; }

  private record Row(UUID person, Standing standing) {}

  /** How somebody stands on a day. */
  public Standing of(UUID person, LocalDate today) {
    return of(List.of(person), today).getOrDefault(person, new Standing.Good());
  }

  /** How these people stand on a day; those in good standing too. */
  public Map<UUID, Standing> of(Collection<UUID> people, LocalDate today) {
    var standings = new HashMap<UUID, Standing>();
    people.forEach(each -> standings.put(each, new Standing.Good()));
    jdbc.sql("select x.person_id, x.since, x.open from (select n.person_id, min(r.due_on) as since, "
        + "sum(c.amount - c.settled)::bigint as open from roll.api_person_now n\n" + LATE
        + " where n.local_id = :local and n.person_id in (select unnest(:people::uuid[])) group by n.person_id offset 0) x"
        + " where case when exists " + PAUSE_OF_THEM + " then false else true end")
        .param("today", Date.valueOf(today))
        .param("local", Scope.local())
        .param("people", people.toArray(UUID[]::new))
        .query(Standings::read)
        .list()
        .forEach(each -> standings.put(each.person(), each.standing()));
    return standings;
  }

  /**
   * Who is longest in arrears on a day.
   *
   * @param first at most as many as were asked for, the longest first
   * @param all how many are in arrears
   */
  public record Longest(List<Late> first, int all) {
    public Longest { first = List.copyOf(first); }
  }

  /** Somebody in arrears. */
  public record Late(UUID person, Standing.InArrears standing) {}

  /** Who is longest in arrears on a day, at most {@code most} of them, and how many there are. */
  public Longest longest(LocalDate today, int most) {
    var all = new AtomicInteger();
    List<Late> first = jdbc.sql("""
        select n.person_id, min(r.due_on), sum(c.amount - c.settled)::bigint, count(*) over ()::integer
        from roll.api_person_now n
        """ + LATE + " where n.local_id = :local" + NO_PAUSE + " group by n.person_id order by 2, 1 limit :most")
        .param("today", Date.valueOf(today))
        .param("local", Scope.local())
        .param("most", most)
        .query((rs, i) -> {
          all.set(rs.getInt(4));
          return new Late(rs.getObject(1, UUID.class),
              new Standing.InArrears(rs.getDate(2).toLocalDate(), rs.getLong(3)));
        })
        .list();
    return new Longest(first, all.get());
  }

  /** Everybody in arrears on a day, by person; the rest stands good. For 1,000,000 members some seconds. */
  public Map<UUID, Standing.InArrears> inArrears(LocalDate today) {
    var standings = new HashMap<UUID, Standing.InArrears>();
    jdbc.sql("select n.person_id, min(r.due_on), sum(c.amount - c.settled)::bigint from roll.api_person_now n" + "\n"
        + LATE + " where n.local_id = :local" + NO_PAUSE + " group by n.person_id")
        .param("today", Date.valueOf(today))
        .param("local", Scope.local())
        .query(rs -> {
          standings.put(rs.getObject(1, UUID.class),
              new Standing.InArrears(rs.getDate(2).toLocalDate(), rs.getLong(3)));
        });
    return standings;
  }

  private static Row read(ResultSet rs, int row) throws SQLException {
    return new Row(rs.getObject(1, UUID.class),
        new Standing.InArrears(rs.getDate(2).toLocalDate(), rs.getLong(3)));
  }
}
