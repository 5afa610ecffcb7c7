// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs that are not posted yet. Nobody sees what they charged, and neither do the books: what is not to be asked of somebody
 * after all is taken out of the charge itself and of what the run comes to. Runs inside the caller's transaction.
 */
record RunsUnderWay(JdbcClient jdbc) {

  /** One that was charged and its amount. */
  private record Row(UUID run, UUID rate, String kind, long amount, ChargeMonths months) {}

  /** A step of a run holds it so from before it looks at anybody until it commits; several halves of a step do at once. */
  void share(UUID run) {
    jdbc.sql("select id from dues.run where local_id = ? and id = ? for key share")
        .params(Scope.local(), run)
        .query(rs -> {});
  }

  /** Waits for steps that are just done and for runs that are just posted; none goes on before the transaction ends. */
  void hold() {
    jdbc.sql("select id from dues.run where local_id = ? and posted_at is null order by id for update")
        .param(Scope.local())
        .query(rs -> {});
  }

  /** Charges somebody no more, and comes to less. */
  void leave(UUID person) {
    jdbc.sql("""
        with gone as (
          delete from dues.charge c using dues.run r
          where c.local_id = :local and r.local_id = :local and r.id = c.run_id and r.posted_at is null
            and c.person_id = :person
          returning c.local_id, c.run_id, c.rate_id, c.kind, c.amount),
        rates as (
          update dues.run_rate t set members = t.members - 1, sum = t.sum - g.amount from gone g
          where t.local_id = :local and g.local_id = :local and t.run_id = g.run_id and t.rate_id = g.rate_id
            and t.kind = g.kind)
        update dues.run_share s set sum = s.sum - g.amount * s.per_mille / 1000 from gone g
        where s.local_id = :local and g.local_id = :local and s.run_id = g.run_id""")
        .param("local", Scope.local())
        .param("person", person)
        .update();
  }

  /**
   * Takes the months of which a pause has a day off what was charged to somebody; the steps to come see the pause by
   * themselves. The runs must be held.
   */
  void pause(UUID person, LocalDate from, LocalDate until) {
    List<Row> rows = jdbc.sql("select c.run_id, c.rate_id, c.kind, c.amount, " + ChargeMonths.COLUMNS + """
         from roll.api_person_now n
        join dues.charge c on c.local_id = n.local_id and c.person_id = n.id
        join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is null
        join dues.plan p on p.local_id = c.local_id and p.id = c.plan_id
        where n.local_id = ? and n.person_id = ? and c.kind = 'due' order by c.run_id, c.person_id for update of c""")
        .params(Scope.local(), person)
        .query((rs, i) -> new Row(rs.getObject("run_id", UUID.class), rs.getObject("rate_id", UUID.class),
            rs.getString("kind"), rs.getLong("amount"), ChargeMonths.read(rs, i).in(from, until)))
        .list();
    rows.stream().filter(row -> row.months().more() != 0).forEach(this::takeOff);
  }

  private void takeOff(Row row) {
    ChargeMonths months = row.months();
    String kind = months.none() ? Charge.Kind.WAIVED.key() : row.kind();
    long amount = months.none() ? 0 : row.amount() - months.part(row.amount());
    jdbc.sql("""
        update dues.charge set left_out = left_out | ?, amount = ?, kind = ?
        where local_id = ? and person_id = ? and period = ? and plan_id = ?""")
        .params(months.more(), amount, kind, Scope.local(), months.person(), Date.valueOf(months.period()),
            months.plan())
        .update();
    jdbc.sql("""
        update dues.run_rate set members = members - 1, sum = sum - ?
        where local_id = ? and run_id = ? and rate_id = ? and kind = ?""")
        .params(row.amount(), Scope.local(), row.run(), row.rate(), row.kind())
        .update();
    jdbc.sql("""
        insert into dues.run_rate (local_id, run_id, rate_id, kind, members, sum) values (?, ?, ?, ?, 1, ?)
        on conflict (local_id, run_id, rate_id, kind) do update
          set members = dues.run_rate.members + 1, sum = dues.run_rate.sum + excluded.sum""")
        .params(Scope.local(), row.run(), row.rate(), kind, amount)
        .update();
    jdbc.sql("""
        update dues.run_share set sum = sum - ?::bigint * per_mille / 1000 + ?::bigint * per_mille / 1000
        where local_id = ? and run_id = ?""")
        .params(row.amount(), amount, Scope.local(), row.run())
        .update();
  }
}
