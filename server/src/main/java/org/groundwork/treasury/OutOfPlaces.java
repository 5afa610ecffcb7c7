// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.UsedFor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * How much an entry lets out of the places where the local's money really lies: what is debited anywhere else, as far as so much
 * is credited to places. Whatever account that is counts: one that somebody just made is no place of money. What takes nothing
 * from a place, such as an expense that moves to another account, lets nothing out. What goes on its way to a place left one,
 * since nothing says that it arrives; what is taken from what is on its way counts as if it were taken from a place. Each fund's
 * own counterpart of a move between funds is measured beside it.
 */
public final class OutOfPlaces {
  private static final Set<UsedFor> PLACES = Set.of(UsedFor.CASH, UsedFor.BANK, UsedFor.SERVICES, UsedFor.PETTY_CASH,
      UsedFor.WITH_STEWARDS);
  private final Books books;
  private final List<RealPlaces> kept;

  OutOfPlaces(Books books, ObjectProvider<RealPlaces> kept) {
    this.books = books;
    this.kept = kept.orderedStream().toList();
  }

  /**
   * How much lines let out.
   *
   * @param spent debited outside the places and not between funds, at most what places give, in minor units, 0 or more
   * @param moved debited between funds, in minor units, 0 or more
   * @param even whether what stands between funds comes to nothing, as it must when money goes from one to another
   */
  public record Out(long spent, long moved, boolean even) {}

  /** The accounts in which money really lies. */
  public Set<UUID> places() {
    var places = new HashSet<UUID>();
    books.accounts()
        .stream()
        .filter(account -> account.usedFor().filter(PLACES::contains).isPresent())
        .map(Account::id)
        .forEach(places::add);
    kept.forEach(each -> places.addAll(each.accounts()));
    return places;
  }

  /** How much lines let out. */
  public Out of(Collection<Line> lines) {
    Set<UUID> places = places();
    UUID between = between();
    UUID onItsWay = onItsWay();
    long spent = 0;
    long moved = 0;
    long net = 0;
    long taken = 0;
    for (Line line : lines) {
      long debit = Math.max(0, line.amount());
      if (line.account().equals(between)) {
        moved = Math.addExact(moved, debit);
        net = Math.addExact(net, line.amount());
      } else if (!places.contains(line.account()) && (debit > 0 || !line.account().equals(onItsWay))) {
        spent = Math.addExact(spent, debit);
      } else {
        taken = Math.addExact(taken, Math.max(0, -line.amount()));
      }
    }
    return new Out(Math.min(spent, taken), moved, net == 0);
  }

  /**
   * What each fund has less in the places after these lines, in minor units, above zero; funds that have no less are left out.
   * What goes from one fund to another is no less as such.
   */
  public Map<UUID, Long> byFund(Collection<Line> lines) {
    Set<UUID> places = places();
    UUID onItsWay = onItsWay();
    UUID between = between();
    var less = new TreeMap<UUID, Long>();
    lines.stream()
        .filter(line -> places.contains(line.account()) || line.account().equals(between)
            || (line.amount() < 0 && line.account().equals(onItsWay)))
        .forEach(line -> less.merge(line.fund(), Math.negateExact(line.amount()), Math::addExact));
    less.values().removeIf(amount -> amount <= 0);
    return less;
  }

  private UUID onItsWay() { return books.account(UsedFor.ON_ITS_WAY).id(); }

  private UUID between() { return books.account(UsedFor.BETWEEN_FUNDS).id(); }
}
