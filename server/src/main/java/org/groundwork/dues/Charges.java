// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What members owe, as far as its run is posted. Runs inside the caller's transaction. */
public final class Charges {
  /** A charge of no scale, as from before the books, is for one month. */
  private static final String COLUMNS = """
      select c.person_id, c.period, c.plan_id, c.run_id, c.kind, r.due_on, r.grace_days, c.amount, c.settled,
        c.left_out | c.waived as off, coalesce(p.period, 'month') as length
      """;
  static final String OF_ONE = COLUMNS + """
      from roll.api_person_now n
      join dues.charge c on c.local_id = n.local_id and c.person_id = n.id
      join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
      left join dues.plan p on p.local_id = c.local_id and p.id = c.plan_id
      where n.local_id = ? and n.person_id = ?
      """;
  private final JdbcClient jdbc;

  Charges(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** Everything somebody was charged, the latest first; at most {@code most}. */
  public List<Charge> of(UUID person, int most) {
    return jdbc.sql(OF_ONE + " order by c.period desc, c.plan_id limit ?")
        .params(Scope.local(), person, most)
        .query(Charges::read)
        .list();
  }

  /** What of it is open, the oldest first. */
  public List<Charge> open(UUID person) {
    return jdbc.sql(OF_ONE + " and c.settled < c.amount order by c.period, c.plan_id, c.person_id")
        .params(Scope.local(), person)
        .query(Charges::read)
        .list();
  }

  /** What of these people's is open, the oldest first; charges of a merged record under the one that stands for it. */
  public List<Charge> open(Collection<UUID> people) {
    return jdbc.sql("""
        select n.person_id, c.period, c.plan_id, c.run_id, c.kind, r.due_on, r.grace_days, c.amount, c.settled,
          c.left_out | c.waived as off, coalesce(p.period, 'month') as length
        from roll.api_person_now n
        join dues.charge c on c.local_id = n.local_id and c.person_id = n.id and c.settled < c.amount
        join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
        left join dues.plan p on p.local_id = c.local_id and p.id = c.plan_id
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[])) order by c.period, c.plan_id, n.person_id""")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query(Charges::read)
        .list();
  }

  /** What of these people's is open and asked for on a day: nothing is of whoever is in a pause then. */
  public List<Charge> asked(Collection<UUID> people, LocalDate on) {
    Set<UUID> paused = Set.copyOf(jdbc.sql("""
        select distinct n.person_id from dues.waiver w
        join roll.api_person_now n on n.local_id = w.local_id and n.id = w.person_id
        where w.local_id = ? and w.state = 'granted' and ? between w.from_on and w.until_on
          and n.person_id in (select unnest(?::uuid[]))""")
        .params(Scope.local(), Date.valueOf(on), people.toArray(UUID[]::new))
        .query(UUID.class)
        .list());
    return open(people).stream().filter(each -> !paused.contains(each.person())).toList();
  }

  /** The same as {@link #open(UUID)}; nobody else settles any of it before the transaction ends. */
  List<Charge> hold(UUID person) {
    return jdbc.sql(OF_ONE + " and c.settled < c.amount order by c.period, c.plan_id, c.person_id for update of c")
        .params(Scope.local(), person)
        .query(Charges::read)
        .list();
  }

  /**
   * What of these people's is open, by whoever stands for them, the oldest first; nobody else settles any of it before the
   * transaction ends. It is held in the order of people, so that two who hold many wait for one another in turn.
   */
  Map<UUID, List<Charge>> hold(Collection<UUID> people) {
    Map<UUID, List<Charge>> held = new HashMap<>();
    jdbc.sql("""
        select n.person_id as stands, c.person_id, c.period, c.plan_id, c.run_id, c.kind, r.due_on, r.grace_days, c.amount,
          c.settled, c.left_out | c.waived as off, coalesce(p.period, 'month') as length
        from roll.api_person_now n
        join dues.charge c on c.local_id = n.local_id and c.person_id = n.id and c.settled < c.amount
        join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
        left join dues.plan p on p.local_id = c.local_id and p.id = c.plan_id
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[]))
        order by n.person_id, c.period, c.plan_id, c.person_id for update of c""")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query(rs -> {
          held.computeIfAbsent(rs.getObject("stands", UUID.class), _ -> new ArrayList<>()).add(read(rs, 0));
        });
    return held;
  }

  /** What all open charges come to, in minor units. */
  public long allOpen() { return jdbc.sql("""
        select coalesce(sum(c.amount - c.settled), 0)::bigint from dues.charge c
        join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
        where c.local_id = ? and c.settled < c.amount""").param(Scope.local()).query(Long.class).single(); }

  static Charge read(ResultSet rs, int row) throws SQLException {
    LocalDate due = rs.getDate("due_on").toLocalDate();
    int length = Period.known(rs.getString("length")).orElseThrow().months();
    return new Charge(rs.getObject("person_id", UUID.class), rs.getDate("period").toLocalDate(),
        rs.getObject("plan_id", UUID.class), rs.getObject("run_id", UUID.class),
        Charge.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)), due,
        due.plusDays(rs.getInt("grace_days")), rs.getLong("amount"), rs.getLong("settled"),
        length - Integer.bitCount(rs.getInt("off")), length);
  }
}
