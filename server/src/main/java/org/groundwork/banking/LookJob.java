// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Defect;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a file to see what stands in it. Writes what it found in one step, and takes no line. */
final class LookJob implements JobKind<LookJob.Of> {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Parts parts;
  private final Ids ids;
  private final Clock clock;

  /** What it asks. */
  record Parts(Reading reading, BankAccounts accounts, Books books, BankSeals seals) {}

  LookJob(JdbcClient jdbc, Transactions transactions, Parts parts, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.parts = parts;
    this.ids = ids;
    this.clock = clock;
  }

  /** Which file. */
  record Of(UUID imported, UUID account) {}

  @Override
  public String name() { return "statement-look"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.KEEP_MONEY; }

  @Override
  public String back(Of of) { return "bank/files/" + of.imported(); }

  @Override
  public void run(JobContext context, Of of) throws IOException {
    if (!transactions.read(() -> looking(of))) {
      return; // it was killed after its last step: all is written
    }
    var account = transactions.read(() -> parts.accounts().find(of.account()).orElseThrow());
    LocalDate opened = transactions.read(() -> parts.books().find().orElseThrow().openedOn());
    var look = new FileLook(account, opened, keys -> known(of.account(), keys), lines -> context.progress(lines, 0));
    try {
      parts.reading().read(of.imported(), look);
      context.step("read", () -> keep(of, look));
      context.count("lines", look.lines());
    } catch (BadFile bad) {
      context.step("refused", () -> refuse(of, bad.defects()));
    }
  }

  private boolean looking(Of of) {
    return jdbc.sql("select state = 'looking' from banking.import where local_id = ? and id = ?")
        .params(BankScope.local(), of.imported())
        .query(Boolean.class)
        .single();
  }

  private Set<String> known(UUID account, List<String> keys) {
    return new HashSet<>(transactions.read(() -> jdbc.sql("""
        select key from banking.line
        where local_id = ? and account_id = ? and key in (select unnest(?::text[]))""")
        .params(BankScope.local(), account)
        .param(keys.toArray(String[]::new))
        .query((rs, i) -> rs.getString(1))
        .list()));
  }

  private void keep(Of of, FileLook look) {
    int place = 0;
    for (FileLook.Seen seen : look.statements()) {
      insert(of, place++, seen);
    }
    jdbc.sql("""
        update banking.import set state = 'ready', lines = ?, fresh = ?, known = ?, other_currency = ?, other_account = ?,
          announced = ?, early = ?, came_in = ?, went_out = ?, first_on = ?::date, last_on = ?::date, version = version + 1,
          changed_at = ? where local_id = ? and id = ? and state = 'looking'""")
        .params(look.lines(), look.fresh(), look.known(), look.otherCurrency(), look.otherAccount(), look.announced(),
            look.early(), look.cameIn(), look.wentOut())
        .param(date(look.first()))
        .param(date(look.last()))
        .params(now(), BankScope.local(), of.imported())
        .update();
  }

  private void insert(Of of, int place, FileLook.Seen seen) {
    jdbc.sql("""
        insert into banking.statement (local_id, id, import_id, account_id, place, ours, from_on, until_on, opening, closing,
          closing_on, difference, changed_at)
        values (?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::bigint, ?::bigint, ?::date, ?::bigint, ?)""")
        .params(BankScope.local(), ids.next(), of.imported(), of.account(), place, seen.ours())
        .param(date(seen.from()))
        .param(date(seen.until()))
        .param(seen.opening().orElse(null))
        .param(seen.closing().orElse(null))
        .param(date(seen.closingOn()))
        .param(seen.difference().orElse(null))
        .param(now())
        .update();
  }

  private void refuse(Of of, List<Defect> defects) {
    String text = defects.stream()
        .map(each -> each.line() + "\t" + each.column() + "\t" + each.message().replaceAll("\\p{Cntrl}", " "))
        .collect(Collectors.joining("\n"));
    jdbc.sql("""
        update banking.import set state = 'refused', defects = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'looking'""")
        .params(parts.seals().seal("import", "defects", of.imported(), text), now(), BankScope.local(), of.imported())
        .update();
    jdbc.sql("delete from banking.file_part where local_id = ? and import_id = ?")
        .params(BankScope.local(), of.imported())
        .update();
  }

  private static @Nullable Date date(Optional<LocalDate> day) { return day.map(Date::valueOf).orElse(null); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
