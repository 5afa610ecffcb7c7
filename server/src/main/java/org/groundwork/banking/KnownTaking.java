// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes lines as what is in the books already, each entry for one line of an account. */
final class KnownTaking {
  /** The most entries that one line can be. */
  static final int MOST = 60;
  private final JdbcClient jdbc;
  private final KnownEntries known;
  private final Settlements settlements;
  private final Ids ids;
  private final Clock clock;

  KnownTaking(JdbcClient jdbc, KnownEntries known, Settlements settlements, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.known = known;
    this.settlements = settlements;
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

  /** Keeps that a line is some entries, which whoever calls holds. */
  Settled keep(BankLine line, Proposal.How how, List<KnownEntries.Free> entries) {
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
