// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.UsedFor;

/**
 * Which entries members do not see by themselves, because one could tell who got help, what somebody's rate is or what a
 * member gave: aid and strike pay, what a member paid, owed or was let off of their dues, a member's gift, what is held of
 * either, whatever is over a few people. Of dues only what a run charged to more is seen.
 */
record Hiding(boolean few, Set<UUID> always, Set<UUID> ofDues, Set<UUID> kind) {
  private static final Set<UsedFor> ALWAYS = Set.of(UsedFor.STRIKE_PAY, UsedFor.HARDSHIP_AID, UsedFor.MEMBERS_GIFTS);
  private static final Set<UsedFor> OF_DUES = Set.of(UsedFor.DUES_OWED, UsedFor.PAID_AHEAD, UsedFor.HELD);
  private static final String RUN = "dues-run";

  static Hiding nothing() { return new Hiding(false, Set.of(), Set.of(), Set.of()); }

  static Hiding of(List<Account> accounts) {
    return new Hiding(true, used(accounts, ALWAYS), used(accounts, OF_DUES),
        used(accounts, Set.of(UsedFor.GIFTS_IN_KIND)));
  }

  private static Set<UUID> used(List<Account> accounts, Set<UsedFor> uses) {
    return accounts.stream()
        .filter(account -> account.usedFor().filter(uses::contains).isPresent())
        .map(Account::id)
        .collect(Collectors.toSet());
  }

  boolean hides(Entry entry) {
    return (few && entry.people().isPresent()) || touches(entry, always) || goods(entry)
        || (touches(entry, ofDues) && entry.source().filter(source -> RUN.equals(source.kind())).isEmpty());
  }

  /** Goods that a member gave, and so has a mark; those of bodies have none. */
  private boolean goods(Entry entry) {
    return entry.lines().stream().anyMatch(line -> line.mark().isPresent() && kind.contains(line.account()));
  }

  private static boolean touches(Entry entry, Set<UUID> accounts) {
    return entry.lines().stream().anyMatch(line -> accounts.contains(line.account()));
  }
}
