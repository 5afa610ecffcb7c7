// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A local's round for requests that nobody decided while a third of the time or less is left: the committee is written to
 * once more, once. At night it writes only of what is needed within a day.
 */
final class AidReminders implements JobKind<AidReminders.Hour> {
  /** Every hour, because what is needed within a day cannot wait for the morning. */
  static final String CRON = "0 25 * * * *";
  private static final int MORNING = 8;
  private static final int AT_ONCE = 200;
  private static final String DUE = """
      local_id = :local and state = 'open' and reminded_at is null and due_at - (due_at - asked_at) / 3 <= :now
        and (urgent or :day)""";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Locals locals;
  private final Requests requests;
  private final AidPost post;

  /** @param at the hour it is done for, as an instant cut to the hour */
  record Hour(String at) {}

  AidReminders(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Requests requests,
      AidPost post) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.locals = locals;
    this.requests = requests;
    this.post = post;
  }

  @Override
  public String name() { return "aid-reminders"; }

  @Override
  public Class<Hour> parameters() { return Hour.class; }

  @Override
  public Power seenBy() { return Power.GIVE_AID; }

  @Override
  public String back(Hour hour) { return "aid/requests"; }

  @Override
  public void run(JobContext context, Hour hour) {
    for (UUID request : transactions.read(this::due)) {
      context.step("told", () -> tell(request));
    }
  }

  /** What the committee is to be reminded of now, what is due first first; at most {@value #AT_ONCE}. */
  List<UUID> due() {
    return bound("select id from aid.request where " + DUE + " order by due_at, id limit " + AT_ONCE)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Writes about a request that is still due; how many could be written to. */
  int tell(UUID id) {
    int first = bound("update aid.request set reminded_at = :now, version = version + 1 where id = :id and " + DUE)
        .param("id", id)
        .update();
    return first == 0 ? 0 : requests.find(id).map(post::near).orElse(0);
  }

  /** Starts it, where somebody is to be reminded. Inside a transaction of the local. */
  boolean start(Jobs jobs) {
    boolean some = !due().isEmpty();
    if (some) {
      String hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toString();
      jobs.startOnce(hour, this, new Hour(hour));
    }
    return some;
  }

  private JdbcClient.StatementSpec bound(String sql) {
    return jdbc.sql(sql)
        .param("local", Scope.local())
        .param("now", Timestamp.from(clock.instant()))
        .param("day", clock.instant().atZone(locals.profile().zone()).getHour() >= MORNING);
  }
}
