// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A local's daily round: the owner of a paper is told a week before its day, a day before, and when it has passed, each
 * once; numbers of causes are set right where people joined or were merged meanwhile; files of forms that were never
 * done are deleted. A day's round is done once.
 */
final class PaperAlarms implements JobKind<PaperAlarms.Day> {
  private static final int AT_ONCE = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final UUID FIRST = new UUID(0L, 0L);
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Grievances grievances;
  private final FileStore files;
  private final OwnerNotice notice;

  /** @param on the day in the local's time zone */
  record Day(LocalDate on) {}

  /** How near a paper's day is; the one that is nearest is told. */
  enum Stage {
    WEEK, DAY, LATE;

    static Stage of(LocalDate today, LocalDate due) {
      long days = ChronoUnit.DAYS.between(today, due);
      return days < 0 ? LATE : days <= 1 ? DAY : WEEK;
    }

    String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** A paper whose owner has not been told yet. */
  record Due(UUID paper, UUID owner, LocalDate on, Stage stage) {}

  PaperAlarms(JdbcClient jdbc, Transactions transactions, Clock clock, Grievances grievances, FileStore files,
      OwnerNotice notice) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.grievances = grievances;
    this.files = files;
    this.notice = notice;
  }

  @Override
  public String name() { return "paper-alarms"; }

  @Override
  public Class<Day> parameters() { return Day.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Day day) { return ""; }

  @Override
  public void run(JobContext context, Day day) {
    Optional<Due> last = Optional.empty();
    do {
      var after = last;
      var page = transactions.read(() -> due(day.on(), after));
      for (Due due : page) {
        context.step("told", () -> context.count(tell(due) ? "told" : "not-reached", 1));
      }
      last = page.size() < AT_ONCE ? Optional.empty() : Optional.of(page.getLast());
    } while (last.isPresent());
    context.step("files", () -> files.forgetWaiting());
    context.step("causes", grievances::countCausesAnew);
  }

  /** The beginning of what is due. */
  List<Due> due(LocalDate today) { return due(today, Optional.empty()); }

  /**
   * What is due within a week and was not told at this stage, the most urgent first, at most {@value #AT_ONCE}. Those
   * whose owner cannot be reached stay due, so what follows is asked for by the last of them.
   */
  List<Due> due(LocalDate today, Optional<Due> after) {
    return jdbc.sql("""
        select p.id, p.owner_id, p.due_on from grievance.paper p
        where p.local_id = :local and p.done_at is null and p.due_on <= :today::date + 7
          and not exists (select 1 from grievance.paper_alarm a where a.local_id = :local and a.paper_id = p.id
            and a.owner_id = p.owner_id and a.due_on = p.due_on
            and a.stage = case when p.due_on < :today::date then 'late' when p.due_on <= :today::date + 1 then 'day' else 'week' end)
          and (p.due_on, p.id) > (:day::date, :after::uuid)
        order by p.due_on, p.id limit :most""")
        .param("local", local())
        .param("today", Date.valueOf(today))
        .param("day", Date.valueOf(after.map(Due::on).orElse(FIRST_DAY)))
        .param("after", after.map(Due::paper).orElse(FIRST))
        .param("most", AT_ONCE)
        .query((rs, i) -> {
          LocalDate on = rs.getDate(3).toLocalDate();
          return new Due(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), on, Stage.of(today, on));
        })
        .list();
  }

  /** Tells the owner, if the contact rules let it and nobody told them before. Whoever cannot be reached is tried tomorrow. */
  boolean tell(Due due) {
    int first = jdbc.sql("""
        insert into grievance.paper_alarm (local_id, paper_id, stage, owner_id, due_on, told_at) values (?, ?, ?, ?, ?, ?)
        on conflict (local_id, paper_id, stage, owner_id, due_on) do nothing""")
        .params(local(), due.paper(), due.stage().key(), due.owner(), Date.valueOf(due.on()),
            Timestamp.from(clock.instant()))
        .update();
    if (first == 0 || notice.send(due.owner(), due.on())) {
      return true;
    }
    jdbc.sql(
        """
        delete from grievance.paper_alarm where local_id = ? and paper_id = ? and stage = ? and owner_id = ? and due_on = ?""")
        .params(local(), due.paper(), due.stage().key(), due.owner(), Date.valueOf(due.on()))
        .update();
    return false;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
