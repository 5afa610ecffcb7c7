// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes numbered rows of the local, one a step, so that tests can count what was done how often. */
final class RowsKind implements JobKind<RowsKind.Rows> {
  private final JdbcClient jdbc;
  private final Consumer<Moment> each;

  /**
   * @param batch under which the rows are found
   */
  record Rows(UUID batch, int many) {}

  /** In the middle of a step, after its row was written. */
  record Moment(JobContext context, int number) {}

  RowsKind(JdbcClient jdbc, Consumer<Moment> each) {
    this.jdbc = jdbc;
    this.each = each;
  }

  @Override
  public String name() { return "test-rows"; }

  @Override
  public Class<Rows> parameters() { return Rows.class; }

  @Override
  public Power seenBy() { return Power.EDIT_PEOPLE; }

  @Override
  public String back(Rows rows) { return "people"; }

  @Override
  public void run(JobContext context, Rows rows) {
    int from = context.checkpoint().map(Integer::parseInt).orElse(0);
    for (int number = from + 1; number <= rows.many(); number++) {
      int now = number;
      context.step(Integer.toString(now), () -> {
        write(rows.batch(), now);
        context.count("written", 1);
        context.progress(now, rows.many());
        each.accept(new Moment(context, now));
      });
    }
  }

  private void write(UUID batch, int number) {
    jdbc.sql("insert into platform.form_done (local_id, id, at, result) values (?, ?, ?, ?)")
        .params(Tenancy.current().value(), UUID.randomUUID(), Timestamp.from(Instant.EPOCH), batch + "/" + number)
        .update();
  }
}
