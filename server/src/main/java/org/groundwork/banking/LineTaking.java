// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.statements.Line;
import org.groundwork.statements.Statement;
import org.groundwork.statements.StatementSink;

/** Writes the lines of a file as they come, a step at a time; the checkpoint is how many lines of the file are done. */
final class LineTaking implements StatementSink {
  private static final int AT_ONCE = 2_000;
  private final JobContext context;
  private final LineRows rows;
  private final Into into;
  private final int before;
  private final List<Line> waiting = new ArrayList<>(AT_ONCE);
  private int statement;
  private int lines;

  /**
   * Where they go.
   *
   * @param ours the places of the statements that are of this account
   */
  record Into(UUID imported, BankAccount account, LocalDate opened, Set<Integer> ours) {}

  /** @param before so many lines of the file are done */
  LineTaking(JobContext context, LineRows rows, Into into, int before) {
    this.context = context;
    this.rows = rows;
    this.into = into;
    this.before = before;
  }

  @Override
  public void line(Line line) {
    lines++;
    if (lines > before && into.ours().contains(statement)
        && FileLook.left(line, into.account(), into.opened()).isEmpty()) {
      waiting.add(line);
    }
    if (waiting.size() == AT_ONCE) {
      write(() -> {});
    }
  }

  @Override
  public void statement(Statement whole) { statement++; }

  /** Writes what is left, and ends the import with it. */
  void rest(Runnable end) { write(end); }

  private void write(Runnable also) {
    context.step(Integer.toString(lines), () -> {
      int written = rows.insert(into.imported(), into.account().id(), waiting);
      context.count("taken", written);
      context.count("known", waiting.size() - written);
      also.run();
    });
    waiting.clear();
    context.progress(lines, 0);
  }
}
