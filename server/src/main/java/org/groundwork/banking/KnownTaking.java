// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Decided;
import org.groundwork.spending.From;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes lines as what is in the books already, each entry for one line of an account. */
final class KnownTaking {
  /** The most entries that one line can be. */
  static final int MOST = 60;
  private final JdbcClient jdbc;
  private final KnownEntries known;
  private final Settlements settlements;
  private final Paying paying;
  private final Ids ids;
  private final Clock clock;

  KnownTaking(JdbcClient jdbc, KnownEntries known, Settlements settlements, Paying paying, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.known = known;
    this.settlements = settlements;
    this.paying = paying;
    this.ids = ids;
    this.clock = clock;
  }

  /** Takes a line as some entries, whose sum it has to be. Whoever takes others of the account waits. */
  Settled take(BankLine line, BankAccount account, Collection<UUID> entries) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("banking.known " + BankScope.local() + account.id())
        .query(rs -> {});
    Map<UUID, KnownEntries.Free> free = known.all(account, line.on(), line.on())
        .stream()
        .collect(Collectors.toMap(KnownEntries.Free::id, each -> each));
    var chosen = new ArrayList<KnownEntries.Free>();
    for (UUID entry : new HashSet<>(entries)) {
      KnownEntries.Free found = free.get(entry);
      if (found == null) {
        return new Settled.Gone();
      }
      chosen.add(found);
    }
    long sum = chosen.stream().mapToLong(KnownEntries.Free::amount).reduce(0, Math::addExact);
    return chosen.isEmpty() || chosen.size() > MOST || sum != line.amount().minor()
        ? new Settled.Other()
        : keep(line, Proposal.How.KNOWN, chosen);
  }

  /** Says that what waited to be paid was paid by this line. */
  Settled pay(BankLine line, BankAccount account, UUID payout, Supplier<LocalDate> today) {
    From from = account.kind() == BankAccount.Kind.BANK ? From.BANK : From.SERVICES;
    LocalDate on = line.on();
    Decided decided = paying.pay(payout, from, account.ledgerAccount(), on);
    if (decided instanceof Decided.NotEntered(Entered.Closed _)) {
      on = today.get();
      decided = paying.pay(payout, from, account.ledgerAccount(), on);
    }
    if (decided instanceof Decided.NotEntered(Entered why)) {
      return new Settled.Refused(why, line.id());
    }
    if (!(decided instanceof Decided.Done)) {
      return new Settled.NotPaid(payout);
    }
    UUID entry = paying.entry(payout).orElseThrow();
    return keep(line, Proposal.How.PAYOUT,
        List.of(new KnownEntries.Free(entry, on, line.amount().minor(), Optional.empty())));
  }

  /** Whether something that waits to be paid is as much as a line took. */
  static boolean fits(BankLine line, Payout payout) {
    return payout.amount() == -line.amount().minor();
  }

  private Settled keep(BankLine line, Proposal.How how, List<KnownEntries.Free> entries) {
    UUID id = ids.next();
    settlements.insert(line.id(), new Settlement(id, Settlement.Kind.KNOWN, how, Optional.empty(), Optional.empty(), "",
        false, List.of(), Optional.empty(), ""));
    entries.forEach(each -> jdbc.sql("""
        insert into banking.known (local_id, id, settlement_id, account_id, entry_id, entry_on, amount, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
        .params(BankScope.local(), ids.next(), id, line.account(), each.id(), java.sql.Date.valueOf(each.on()),
            each.amount())
        .param(BankScope.author())
        .param(Timestamp.from(clock.instant()))
        .update());
    return new Settled.Done();
  }

  /** The entries stand for no line any more; they stay in the books. */
  void undo(UUID settlement) {
    jdbc.sql("""
        update banking.known set stands = false, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and settlement_id = ? and stands""")
        .param(BankScope.author())
        .params(Timestamp.from(clock.instant()), BankScope.local(), settlement)
        .update();
  }
}
