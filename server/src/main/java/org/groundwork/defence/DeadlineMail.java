// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A local's round for legal deadlines: whoever works on an open case is written to seven days before its day, two days
 * before and on the day, each once. What was missed, or written down later, is made up for as long as it is of use. Nothing is written
 * once the deadline is met, the case has ended or the day is over.
 */
final class DeadlineMail implements JobKind<DeadlineMail.Hour> {
  private static final int FIRST = 7;
  /** Open, to be met within a week, and the letter for so many days is still to be written. */
  private static final String DUE = """
      c.local_id = :local and c.state = 'open' and c.deadline_met_on is null
        and c.deadline_on between :today::date and :week::date and (c.deadline_told is null
          or c.deadline_told > case c.deadline_on - :today::date when 0 then 0 when 1 then 2 when 2 then 2 else 7 end)""";
  private static final String LIST = "select c.id from defence.retaliation c where " + DUE
      + " order by c.deadline_on, c.id";
  private static final String ONE = """
      select c.id, c.deadline_on,
        (select p.person_id from roll.api_person_now p where p.local_id = c.local_id and p.id = c.person_id) person_id,
        (select s.site_id from roll.api_site_now s where s.local_id = c.local_id and s.id = c.site_id) site_id
      from defence.retaliation c where c.id = :id and\s""" + DUE + " for no key update";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Locals locals;
  private final CaseWorkers workers;
  private final CaseLetters letters;

  /** @param at the hour it is done for, as an instant cut to the hour */
  record Hour(String at) {}

  DeadlineMail(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, CaseWorkers workers,
      CaseLetters letters) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.locals = locals;
    this.workers = workers;
    this.letters = letters;
  }

  @Override
  public String name() { return "case-deadlines"; }

  @Override
  public Class<Hour> parameters() { return Hour.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Hour hour) { return "cases"; }

  @Override
  public void run(JobContext context, Hour hour) {
    for (UUID hit : transactions.read(this::due)) {
      context.step("told", () -> context.count("written", tell(hit)));
    }
  }

  /** The cases of which a letter is to be written now. */
  List<UUID> due() {
    return bound(LIST).query((rs, i) -> rs.getObject(1, UUID.class)).list();
  }

  /** Writes to whoever works on a case that is still due; how many could be written to. */
  int tell(UUID id) {
    LocalDate today = today();
    var due = bound(ONE).param("id", id)
        .query((rs, i) -> new CaseWorkers.Due(id, rs.getDate("deadline_on").toLocalDate(), CaseRows.id(rs, "person_id"),
            CaseRows.id(rs, "site_id")))
        .optional();
    int written = due.map(hit -> (int) workers.of(hit).stream().filter(who -> letters.deadline(hit, who)).count())
        .orElse(0);
    if (written > 0) {
      jdbc.sql("update defence.retaliation set deadline_told = ? where local_id = ? and id = ?")
          .params(mark(today, due.orElseThrow().on()), Tenancy.current().value(), id)
          .update();
    }
    return written;
  }

  private static int mark(LocalDate today, LocalDate on) {
    return on.equals(today) ? 0 : on.isAfter(today.plusDays(2)) ? FIRST : 2;
  }

  private JdbcClient.StatementSpec bound(String sql) {
    LocalDate today = today();
    return jdbc.sql(sql)
        .param("local", Tenancy.current().value())
        .param("today", Date.valueOf(today))
        .param("week", Date.valueOf(today.plusDays(FIRST)));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
}
