// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Books;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Payouts;

/** What waits to be paid, and is as much as a line took. Whose it is stays where it may be read. */
final class WaitingPayments {
  /** The most proposed for a line. */
  private static final int MOST = 3;
  private final Payouts payouts;
  private final Paying paying;
  private final Books books;

  WaitingPayments(Payouts payouts, Paying paying, Books books) {
    this.payouts = payouts;
    this.paying = paying;
    this.books = books;
  }

  Map<UUID, List<Proposal>> of(Collection<BankLine> lines) {
    List<Long> amounts = lines.stream()
        .filter(each -> !each.incoming() && each.returned().isEmpty())
        .map(each -> Math.negateExact(each.amount().minor()))
        .distinct()
        .toList();
    var found = new HashMap<UUID, List<Proposal>>();
    List<Payout> owed = amounts.isEmpty() ? List.of() : payouts.owed(amounts);
    if (owed.isEmpty()) {
      return found;
    }
    var names = new HashMap<UUID, String>();
    books.accounts().forEach(each -> names.put(each.id(), name(each)));
    List<Payout> free = owed.stream().filter(each -> !paying.needsRelease(each)).toList();
    for (BankLine line : lines) {
      free.stream()
          .filter(each -> KnownTaking.fits(line, each))
          .limit(MOST)
          .forEach(each -> found.computeIfAbsent(line.id(), _ -> new ArrayList<>())
              .add(Proposal.payout(each.id(), names.getOrDefault(each.account(), ""), each.askedOn())));
    }
    return found;
  }

  private static String name(Account account) { return account.name(); }
}
