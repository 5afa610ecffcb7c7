// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.spending.Decided;
import org.groundwork.spending.From;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Payouts;

/** Says that what waited to be paid was paid by a line: each for itself in the books, all of them or none. */
final class PayoutTaking {
  private final Payouts payouts;
  private final Paying paying;
  private final KnownTaking known;
  private final Transactions transactions;

  PayoutTaking(Payouts payouts, Paying paying, KnownTaking known, Transactions transactions) {
    this.payouts = payouts;
    this.paying = paying;
    this.known = known;
    this.transactions = transactions;
  }

  /**
   * Pays some by a line, whose sum it has to be, on its day, or today where its month is closed.
   *
   * @param some one or several, {@value KnownTaking#MOST} at most; they are held in the order of their identifiers
   */
  Settled pay(BankLine line, BankAccount account, Collection<UUID> some, Supplier<LocalDate> today) {
    List<Payout> all = payouts.some(some);
    long sum = all.stream().mapToLong(Payout::amount).reduce(0, Math::addExact);
    if (all.isEmpty() || all.size() > KnownTaking.MOST || all.size() != some.size()
        || sum != Math.negateExact(line.amount().minor())) {
      return new Settled.Other();
    }
    Settled settled = onOneDay(line, account, all, line.on());
    return settled instanceof Settled.Refused refused && refused.why() instanceof Entered.Closed
        ? onOneDay(line, account, all, today.get())
        : settled;
  }

  private Settled onOneDay(BankLine line, BankAccount account, List<Payout> all, LocalDate on) {
    return transactions.allOrNothing(() -> each(line, account, all, on), Settled.Done.class::isInstance);
  }

  private Settled each(BankLine line, BankAccount account, List<Payout> all, LocalDate on) {
    From from = account.kind() == BankAccount.Kind.BANK ? From.BANK : From.SERVICES;
    var entries = new ArrayList<KnownEntries.Free>();
    for (Payout payout : all) {
      Decided decided = paying.pay(payout.id(), from, account.ledgerAccount(), on);
      if (decided instanceof Decided.NotEntered(Entered why)) {
        return new Settled.Refused(why, line.id());
      }
      if (!(decided instanceof Decided.Done)) {
        return new Settled.NotPaid(payout.id());
      }
      UUID entry = paying.entry(payout.id()).orElseThrow();
      entries.add(new KnownEntries.Free(entry, on, Math.negateExact(payout.amount()), Optional.empty()));
    }
    return known.keep(line, Proposal.How.PAYOUT, entries);
  }
}
