// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does what a file of the bank says, some payments in a step, each once: takes back what was collected, notes what never was, ends
 * mandates by which nothing can be collected, and tells the members. What has to wait stays open, and the file can be taken again.
 */
final class ReturnJob implements JobKind<ReturnJob.OfReport> {
  /** Which file. */
  record OfReport(UUID report) {}

  private static final String DONE = "done";
  private final JdbcClient jdbc;
  private final Parts parts;
  private final Clock clock;
  private final int atOnce;

  /** What it works with. */
  record Parts(DebitItems items, DebitBacks backs) {}

  /** @param atOnce how many payments a step looks at */
  ReturnJob(JdbcClient jdbc, Parts parts, Clock clock, int atOnce) {
    this.jdbc = jdbc;
    this.parts = parts;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  @Override
  public String name() { return "debits-return"; }

  @Override
  public Class<OfReport> parameters() { return OfReport.class; }

  @Override
  public Power seenBy() { return Power.SEE_MONEY; }

  @Override
  public String back(OfReport of) { return "dues/debits/returns/" + of.report(); }

  @Override
  public void run(JobContext context, OfReport of) {
    String at = context.checkpoint().orElse("-1");
    while (!at.equals(DONE)) {
      int after = Integer.parseInt(at);
      at = context.step(() -> some(context, of.report(), after));
    }
  }

  private String some(JobContext context, UUID report, int after) {
    List<DebitReport.Line> some = jdbc.sql("""
        select place, item_id, amount, original, reason, single, back_on, done from debits.report_line
        where local_id = ? and report_id = ? and place > ? and done is null order by place limit ?""")
        .params(Scope.local(), report, after, atOnce)
        .query(DebitReports::line)
        .list();
    for (DebitReport.Line each : some) {
      DebitReport.Verdict verdict = act(each);
      context.count(verdict.key(), 1);
      if (verdict != DebitReport.Verdict.NOT_TAKEN) {
        done(report, each.place(), verdict);
      }
    }
    if (some.size() == atOnce) {
      return Integer.toString(some.getLast().place());
    }
    end(report);
    return DONE;
  }

  private DebitReport.Verdict act(DebitReport.Line line) {
    DebitItem item = parts.items().hold(line.item()).orElseThrow();
    DebitReport.Verdict verdict = DebitReport.judge(line, item);
    switch (verdict) {
      case RETURNED -> parts.backs()
          .returned(item, new DebitItems.Back(line.reason(), line.on(), DebitReport.fee(line, item)), line.single());
      case REJECTED -> parts.backs()
          .rejected(item, new DebitItems.Back(line.reason(), line.on(), 0), line.single());
      case KNOWN, NOT_TAKEN, OTHER_AMOUNT, NOT_SENT -> {
      }
    }
    return verdict;
  }

  private void done(UUID report, int place, DebitReport.Verdict verdict) {
    jdbc.sql("update debits.report_line set done = ? where local_id = ? and report_id = ? and place = ?")
        .params(verdict.key(), Scope.local(), report, place)
        .update();
  }

  /** The file was taken, or waits for what could not be done yet. */
  private void end(UUID report) {
    Optional<Integer> open = jdbc
        .sql("select place from debits.report_line where local_id = ? and report_id = ? and done is null limit 1")
        .params(Scope.local(), report)
        .query(Integer.class)
        .optional();
    jdbc.sql("""
        update debits.report set state = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'taking'""")
        .params(open.isPresent() ? "ready" : "taken", Timestamp.from(clock.instant()), Scope.local(), report)
        .update();
  }
}
