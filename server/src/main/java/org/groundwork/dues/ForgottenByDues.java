// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of somebody's dues with their record: what is open is not asked for any more, what they chose, owed and wrote is
 * deleted, and of what they paid the books keep the sum, the day and the receipt's number.
 */
final class ForgottenByDues implements PersonForgotten, PersonInUse {
  private static final LocalDate EVER = LocalDate.of(9999, 12, 1);
  /** What somebody paid on charges from before the books was never income: told by the payment when the charge is gone. */
  private static final String TO_BROUGHT = """
      update dues.payment p set to_brought = p.to_brought + s.sum
      from (
        select t.payment_id, sum(t.amount)::bigint as sum from dues.settlement t
        join dues.charge c on c.local_id = t.local_id and c.person_id = t.person_id and c.period = t.period
          and c.plan_id = t.plan_id
        where t.local_id = :local and c.local_id = :local and t.person_id = :person and c.kind = 'brought'
        group by t.payment_id) s
      where p.local_id = :local and p.id = s.payment_id""";
  private static final List<String> DELETE = List.of(
      "delete from dues.settlement where local_id = ? and person_id = ?",
      "delete from dues.write_off where local_id = ? and person_id = ?",
      "delete from dues.charge where local_id = ? and person_id = ?",
      "delete from dues.brought_row where local_id = ? and person_id = ?",
      "delete from dues.choice where local_id = ? and person_id = ?",
      "delete from dues.talk where local_id = ? and person_id = ?",
      "delete from dues.waiver where local_id = ? and person_id = ?");
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Locals locals;
  private final Books books;
  private final WriteOffs writeOffs;
  private final RunsUnderWay underWay;

  ForgottenByDues(JdbcClient jdbc, Clock clock, Locals locals, Books books, WriteOffs writeOffs) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.locals = locals;
    this.books = books;
    this.writeOffs = writeOffs;
    this.underWay = new RunsUnderWay(jdbc);
  }

  @Override
  public void forget(UUID person) {
    underWay.hold(); // first: a run that is just posted ends first, and what it charged is written off
    underWay.leave(person);
    if (books.find().isPresent()) {
      writeOffs.writeOff(person, EVER, LocalDate.now(clock.withZone(locals.profile().zone())), "");
    }
    jdbc.sql(TO_BROUGHT).param("local", Scope.local()).param("person", person).update();
    for (String delete : DELETE) {
      jdbc.sql(delete).params(Scope.local(), person).update();
    }
    jdbc.sql("update dues.payment set person_id = null, note = null where local_id = ? and person_id = ?")
        .params(Scope.local(), person)
        .update();
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc
        .sql(
            """
        select exists (select 1 from dues.charge where local_id = :local and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from dues.payment where local_id = :local and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from dues.choice where local_id = :local and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from dues.brought_row where local_id = :local and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from dues.talk where local_id = :local and person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from dues.waiver where local_id = :local and person_id in (select unnest(:people::uuid[])))""")
        .param("local", Scope.local())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }
}
