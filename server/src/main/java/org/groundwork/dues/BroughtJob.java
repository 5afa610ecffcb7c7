// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at a table of what was brought along, some hundred rows in a step; or takes all of it in one, with one entry, and then
 * lets what was paid ahead settle what is open. However often it is begun, a table is taken once: its entry has the table for
 * its source.
 */
final class BroughtJob implements JobKind<BroughtJob.Of> {
  /** Which table. */
  record Of(UUID brought) {}

  private static final int AT_ONCE = 250;
  private static final String LOOKED = "looked";
  private static final String AHEAD = "ahead:";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Locals locals;
  private final Inside inside;

  BroughtJob(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Inside inside) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.locals = locals;
    this.inside = inside;
  }

  /** What it is done with. */
  record Inside(Brought brought, BroughtLook look, Payments.Parts parts, Seals seals) {}

  @Override
  public String name() { return "dues-brought"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.KEEP_MONEY; }

  @Override
  public String back(Of of) { return "dues/brought/" + of.brought(); }

  @Override
  public void run(JobContext context, Of of) {
    String state = transactions.read(() -> state(of.brought()));
    boolean took = context.checkpoint().filter(point -> point.startsWith(AHEAD)).isPresent();
    if (state.equals(BroughtFile.State.LOOKING.key())) {
      look(context, of.brought());
    } else if (took || (context.checkpoint().isEmpty() && state.equals(BroughtFile.State.TAKING.key()))) {
      take(context, of.brought());
    }
  }

  private String state(UUID brought) {
    return jdbc.sql("select state from dues.brought where local_id = ? and id = ?")
        .params(Scope.local(), brought)
        .query(String.class)
        .single();
  }

  private record Kept(BroughtLook.Of of, List<BroughtTable.Row> rows) {}

  private void look(JobContext context, UUID brought) {
    Kept kept = transactions.read(() -> kept(brought));
    List<BroughtTable.Row> rows = kept.rows();
    int at = context.checkpoint().filter(point -> !point.equals(LOOKED)).map(Integer::parseInt).orElse(0);
    while (at < rows.size()) {
      List<BroughtTable.Row> some = rows.subList(at, Math.min(rows.size(), at + AT_ONCE));
      at += some.size();
      context.step(Integer.toString(at), () -> inside.look().put(kept.of(), some));
      context.progress(at, rows.size());
    }
    context.step(LOOKED, () -> {
      inside.look().twice(brought);
      int taking = inside.brought().sums(brought).people();
      context.count("sound", taking);
      context.count("refused", rows.size() - taking);
      jdbc.sql("""
          update dues.brought set state = 'ready', file = null, version = version + 1
          where local_id = ? and id = ? and state = 'looking'""")
          .params(Scope.local(), brought)
          .update();
    });
  }

  private Kept kept(UUID brought) {
    Book book = inside.parts().accounting().books().find().orElseThrow();
    LocalDate[] within = Brought.dueWithin(book, today());
    return jdbc.sql("select file, due_on, changed_by from dues.brought where local_id = ? and id = ?")
        .params(Scope.local(), brought)
        .query((rs, i) -> new Kept(
            new BroughtLook.Of(brought, sender(rs.getObject(3, UUID.class)), rs.getDate(2).toLocalDate(), within[0],
                within[1], book.currency(), locals.profile().language()),
            rows(inside.seals().open("brought", "file", brought, rs.getBytes(1)))))
        .single();
  }

  private Optional<UUID> sender(@org.jspecify.annotations.Nullable UUID record) {
    return jdbc.sql("select person_id from roll.api_person_now where local_id = ? and id = ?::uuid")
        .param(Scope.local())
        .param(record)
        .query(UUID.class)
        .optional();
  }

  private static List<BroughtTable.Row> rows(byte[] file) {
    try {
      return BroughtTable.read(file);
    } catch (BroughtTable.Unreadable bad) {
      throw new JobFailure(bad.reason()); // it was readable when it was kept
    }
  }

  private void take(JobContext context, UUID brought) {
    String at = context.checkpoint().orElse("");
    if (at.isEmpty()) {
      at = AHEAD + new UUID(0, 0);
      context.step(at, () -> post(context, brought));
    }
    inside.parts().credits().applyAll(context, AHEAD, at, this::today);
  }

  private void post(JobContext context, UUID brought) {
    inside.brought().hold();
    jdbc.sql("select id from dues.brought where local_id = ? and id = ? for update")
        .params(Scope.local(), brought)
        .query(rs -> {});
    if (!state(brought).equals(BroughtFile.State.TAKING.key())) {
      return; // taken by a run of this job whose checkpoint was lost
    }
    inside.look().late(brought);
    BroughtBooks.Sums sums = inside.brought().sums(brought);
    if (sums.people() == 0) {
      throw new JobFailure("dues.brought.none-left");
    }
    if (!sums.fits()) {
      throw new JobFailure("dues.run.too-much");
    }
    LocalDate on = inside.brought().day(today());
    switch (inside.brought().books().enter(brought, on, sums)) {
      case Entered.Yes(UUID entry) -> inside.brought().post(brought, entry, on);
      case Entered.TooLittle _ -> throw new JobFailure("dues.brought.too-little");
      case Entered.Already _,Entered.Closed _,Entered.TooEarly _,Entered.Gone _ -> throw new JobFailure(
          "dues.brought.not-entered");
    }
    context.count("taken", sums.people());
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
}
