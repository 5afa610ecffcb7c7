// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.statements.BadFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the new lines of a file, some at a time. A run that was broken off goes on behind the lines that were written; a
 * line that is there already is passed over, whatever file brought it.
 */
final class TakeJob implements JobKind<TakeJob.Of> {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Reading reading;
  private final BankAccounts accounts;
  private final Books books;
  private final LineRows rows;
  private final Clock clock;

  TakeJob(JdbcClient jdbc, Transactions transactions, Reading reading, BankAccounts accounts, Books books,
      LineRows rows, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.reading = reading;
    this.accounts = accounts;
    this.books = books;
    this.rows = rows;
    this.clock = clock;
  }

  /** Which file. */
  record Of(UUID imported, UUID account) {}

  @Override
  public String name() { return "statement-take"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.KEEP_MONEY; }

  @Override
  public String back(Of of) { return "bank/accounts/" + of.account() + "/lines"; }

  @Override
  public void run(JobContext context, Of of) throws IOException {
    if (!transactions.read(() -> taking(of))) {
      return; // it was killed after its last step: all is taken, and the file deleted
    }
    BankAccount account = transactions.read(() -> accounts.find(of.account()).orElseThrow());
    LocalDate opened = transactions.read(() -> books.find().orElseThrow().openedOn());
    Set<Integer> ours = new HashSet<>(transactions.read(() -> jdbc
        .sql("select place from banking.statement where local_id = ? and import_id = ? and ours")
        .params(BankScope.local(), of.imported())
        .query((rs, i) -> rs.getInt(1))
        .list()));
    int before = context.checkpoint().map(Integer::parseInt).orElse(0);
    var taking = new LineTaking(context, rows, new LineTaking.Into(of.imported(), account, opened, ours), before);
    try {
      reading.read(of.imported(), taking);
    } catch (BadFile changed) {
      throw new JobFailure("bank.file.unreadable");
    }
    taking.rest(() -> end(of));
  }

  private boolean taking(Of of) {
    return jdbc.sql("select state = 'taking' from banking.import where local_id = ? and id = ?")
        .params(BankScope.local(), of.imported())
        .query(Boolean.class)
        .single();
  }

  private void end(Of of) {
    jdbc.sql("""
        update banking.import set state = 'taken', version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'taking'""")
        .params(Timestamp.from(clock.instant()), BankScope.local(), of.imported())
        .update();
    jdbc.sql("delete from banking.file_part where local_id = ? and import_id = ?")
        .params(BankScope.local(), of.imported())
        .update();
  }
}
