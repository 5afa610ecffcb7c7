// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.dues.Charges;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is asked on rounds, and what came of it. Runs inside the caller's transaction. */
public final class Visits {
  private static final String SELECT = """
      select v.id, v.round_id, n.person_id, v.unit_id, v.place, v.state from rounds.visit v
      left join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
      where v.local_id = ?""";
  private final JdbcClient jdbc;
  private final Charges charges;
  private final Scope scope;

  Visits(JdbcClient jdbc, Charges charges, Scope scope) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.scope = scope;
  }

  /** Everybody on a round, in the order of their doors. */
  public List<Visit> of(UUID round) {
    return jdbc.sql(SELECT + " and v.round_id = ? and not v.left_out order by v.place, v.id")
        .params(Scope.local(), round)
        .query(Visits::read)
        .list();
  }

  /** One of a round's, also of those who were taken off it. */
  public Optional<Visit> find(UUID round, UUID visit) {
    return jdbc.sql(SELECT + " and v.round_id = ? and v.id = ?")
        .params(Scope.local(), round, visit)
        .query(Visits::read)
        .optional();
  }

  /** Somebody's visit on a round, also if they were taken off it. */
  Optional<UUID> ofPerson(UUID round, UUID person) {
    return jdbc.sql(SELECT + " and v.round_id = ? and n.person_id = ? order by v.place, v.id limit 1")
        .params(Scope.local(), round, person)
        .query(Visits::read)
        .optional()
        .map(Visit::id);
  }

  /** How many are on a round, and of how many something was written down. */
  public record Progress(int people, int paid, int notNow, int notThere) {
    /** A round that nobody is on. */
    static final Progress NONE = new Progress(0, 0, 0, 0);

    /** How many were seen, or were not there. */
    public int done() { return paid + notNow + notThere; }
  }

  /** How far each of these rounds is. */
  public Map<UUID, Progress> progress(Collection<UUID> rounds) {
    var found = new HashMap<UUID, Progress>();
    rounds.forEach(round -> found.put(round, Progress.NONE));
    jdbc.sql("""
        select round_id, count(*)::integer, count(*) filter (where state = 'paid')::integer,
          count(*) filter (where state = 'not-now')::integer, count(*) filter (where state = 'not-there')::integer
        from rounds.visit where local_id = ? and round_id in (select unnest(?::uuid[])) and not left_out
        group by round_id""")
        .params(Scope.local(), rounds.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class),
              new Progress(rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5)));
        });
    return found;
  }

  /**
   * What is due of these people today, in minor units; whoever owes nothing is left out, whether they paid, pay nothing by
   * right or were given time.
   */
  public Map<UUID, Long> due(Collection<UUID> people) {
    LocalDate today = scope.today();
    var due = new HashMap<UUID, Long>();
    charges.asked(people, today)
        .stream()
        .filter(charge -> !charge.due().isAfter(today))
        .forEach(charge -> due.merge(charge.person(), charge.open(), Math::addExact));
    return due;
  }

  /** Notes what came of it; that somebody paid is not written over. */
  public void mark(UUID visit, Visit.State state) {
    jdbc.sql("""
        update rounds.visit set state = ?, left_out = false, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and (state <> 'paid' or ? = 'paid')""")
        .params(state.key(), Scope.me(), scope.now(), Scope.local(), visit, state.key())
        .update();
  }

  /** Looks again whether somebody paid on this round, after something was taken back. */
  void unmark(UUID visit) {
    jdbc.sql("""
        update rounds.visit set state = 'to-see', version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state = 'paid' and not exists (select 1 from rounds.taking t
          where t.local_id = ? and t.visit_id = rounds.visit.id and t.state in ('entered', 'waits'))""")
        .params(Scope.me(), scope.now(), Scope.local(), visit, Scope.local())
        .update();
  }

  /** Who of these people are members of the local now. */
  public Set<UUID> members(Collection<UUID> people) {
    return new HashSet<>(jdbc.sql("""
        select m.person_id from roll.api_member m where m.local_id = ? and m.person_id in (select unnest(?::uuid[]))""")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Members who hold no place anywhere; one more than can be on a round at the most. */
  public List<UUID> nowhere() {
    return jdbc.sql("""
        select m.person_id from roll.api_member m where m.local_id = ? and not exists (
          select 1 from roll.api_person_now n join roll.api_position p on p.local_id = n.local_id and p.person_id = n.id
          where n.local_id = ? and n.person_id = m.person_id)
        order by m.person_id limit ?""")
        .params(Scope.local(), Scope.local(), Round.MOST_PEOPLE + 1)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private static Visit read(ResultSet rs, int row) throws SQLException {
    return new Visit(rs.getObject("id", UUID.class), rs.getObject("round_id", UUID.class),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        Optional.ofNullable(rs.getObject("unit_id", UUID.class)), rs.getInt("place"),
        Visit.State.of(rs.getString("state")));
  }
}
