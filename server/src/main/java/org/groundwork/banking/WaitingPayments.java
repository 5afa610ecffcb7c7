// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Payouts;

/**
 * What waits to be paid, and is as much as a line took: one payment, or several that went out as one. Whose it is stays
 * where it may be read.
 */
final class WaitingPayments {
  /** The most proposed for a line, of one and of several. */
  private static final int MOST = 3;
  /** With more than so many that wait nothing is put together. */
  private static final int MOST_WAITING = 500;
  private final Payouts payouts;
  private final Paying paying;
  private final Books books;

  WaitingPayments(Payouts payouts, Paying paying, Books books) {
    this.payouts = payouts;
    this.paying = paying;
    this.books = books;
  }

  Map<UUID, List<Proposal>> of(Collection<BankLine> lines) {
    var amounts = new TreeMap<Long, List<BankLine>>();
    lines.stream()
        .filter(each -> !each.incoming() && each.returned().isEmpty())
        .forEach(each -> amounts.computeIfAbsent(Math.negateExact(each.amount().minor()), _ -> new ArrayList<>())
            .add(each));
    var found = new HashMap<UUID, List<Proposal>>();
    if (amounts.isEmpty()) {
      return found;
    }
    List<Payout> free = payouts.owed(amounts.keySet()).stream().filter(each -> !paying.needsRelease(each)).toList();
    List<WaitingSets.Found> sets = WaitingSets.of(payouts.owed(MOST_WAITING))
        .stream()
        .filter(each -> amounts.containsKey(each.amount()) && each.payouts().stream().noneMatch(paying::needsRelease))
        .toList();
    if (free.isEmpty() && sets.isEmpty()) {
      return found;
    }
    var names = new HashMap<UUID, String>();
    books.accounts().forEach(each -> names.put(each.id(), each.name()));
    amounts.forEach((amount, same) -> same.forEach(line -> {
      var proposed = new ArrayList<Proposal>();
      free.stream()
          .filter(each -> each.amount() == amount)
          .limit(MOST)
          .forEach(each -> proposed.add(Proposal.payout(each.id(), names.getOrDefault(each.account(), ""),
              each.askedOn())));
      sets.stream()
          .filter(each -> each.amount() == amount && each.owedBy(line.on()))
          .limit(MOST)
          .forEach(each -> proposed.add(together(each, names)));
      if (!proposed.isEmpty()) {
        found.put(line.id(), proposed);
      }
    }));
    return found;
  }

  private static Proposal together(WaitingSets.Found set, Map<UUID, String> names) {
    return Proposal.payouts(set.payouts().stream().map(Payout::id).toList(), "bank.why.payouts." + set.why(),
        List.of(set.payouts().size(), names.getOrDefault(set.payouts().getFirst().account(), ""), set.on()));
  }
}
