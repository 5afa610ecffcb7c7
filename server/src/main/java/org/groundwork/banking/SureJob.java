// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Transactions;

/** Confirms all lines of an account that are sure, some at a time, and leaves the others. */
final class SureJob implements JobKind<SureJob.Of> {
  private static final int AT_ONCE = 200;
  private final Transactions transactions;
  private final BankLines lines;
  private final Proposals proposals;
  private final Settling settling;

  SureJob(Transactions transactions, BankLines lines, Proposals proposals, Settling settling) {
    this.transactions = transactions;
    this.lines = lines;
    this.proposals = proposals;
    this.settling = settling;
  }

  /** Of which account. */
  record Of(UUID account) {}

  @Override
  public String name() { return "bank-sure"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.KEEP_MONEY; }

  @Override
  public String back(Of of) { return "bank/accounts/" + of.account() + "/lines"; }

  @Override
  public void run(JobContext context, Of of) {
    BankLines.After after = context.checkpoint().map(SureJob::read).orElse(BankLines.After.START);
    long looked = 0;
    for (List<BankLine> some = some(of, after); !some.isEmpty(); some = some(of, after)) {
      List<BankLine> these = some;
      after = new BankLines.After(these.getLast().on(), these.getLast().id());
      context.step(after.on() + " " + after.line(), () -> confirm(context, these));
      looked += these.size();
      context.progress(looked, 0);
    }
  }

  private List<BankLine> some(Of of, BankLines.After after) {
    return transactions.read(() -> lines.open(of.account(), after, AT_ONCE));
  }

  private void confirm(JobContext context, List<BankLine> some) {
    var proposed = proposals.of(some);
    List<Settling.Seen> sure = some.stream()
        .flatMap(line -> sure(line, proposed.getOrDefault(line.id(), List.of())))
        .toList();
    long done = settling.confirmAll(sure).values().stream().filter(Settled.Done.class::isInstance).count();
    context.count("done", done);
    context.count("left", some.size() - done);
  }

  private static Stream<Settling.Seen> sure(BankLine line, List<Proposal> proposals) {
    return proposals.stream()
        .limit(1)
        .filter(Proposal::sure)
        .map(each -> new Settling.Seen(line.id(), each.code()));
  }

  private static BankLines.After read(String checkpoint) {
    String[] parts = checkpoint.split(" ", 2);
    return new BankLines.After(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
  }
}
