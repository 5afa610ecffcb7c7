// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.ByHandLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much one person may write down by hand as spent, or as leaving a fund. */
@Component
class ByHandRule {
  /** The field by which somebody says that more left a box than is in it by the books. */
  static final String ALL_THE_SAME = "allthesame";
  private final Books books;
  private final Ledger ledger;
  private final AccountDays days;
  private final CashPlaces cash;
  private final List<ByHandLimit> limits;

  ByHandRule(Books books, Ledger ledger, AccountDays days, CashPlaces cash, ObjectProvider<ByHandLimit> limits) {
    this.books = books;
    this.ledger = ledger;
    this.days = days;
    this.cash = cash;
    this.limits = limits.orderedStream().toList();
  }

  /**
   * Whether people may write down by hand what an entry says is spent, or leaves a fund, or goes out in any other name, such as
   * income that is given back: with what was written down by hand in the same account within days, so that several small
   * ones are no way around. Undoing is never too much.
   */
  boolean allows(NewEntry entry, EntryForm form, FormErrors errors, EntryForm.Reading reading) {
    List<Account> accounts = books.accounts();
    boolean leaves = leaves(entry, accounts);
    Map<UUID, Long> limited = accounts.stream()
        .filter(account -> account.kind() == AccountKind.EXPENSE
            || account.usedFor().filter(UsedFor.BETWEEN_FUNDS::equals).isPresent()
            || (leaves && account.kind() != AccountKind.ASSET))
        .map(Account::id)
        .filter(account -> spent(entry, account) > 0)
        .collect(Collectors.toMap(account -> account, account -> spent(entry, account)));
    if (limited.isEmpty() || limits.isEmpty()) {
      return true;
    }
    days.oneByOne();
    if (entry.source().flatMap(ledger::entered).isPresent()) {
      return true; // sent twice: it counts itself already
    }
    long most = limits.stream().mapToLong(ByHandLimit::most).min().orElseThrow();
    long alone = limited.values().stream().mapToLong(Long::longValue).sum();
    boolean together = limited.entrySet()
        .stream()
        .anyMatch(each -> each.getValue()
            + days.debited(each.getKey(), EntryDesk.BY_HAND, entry.on().minusDays(ByHandLimit.DAYS),
                entry.on().plusDays(ByHandLimit.DAYS)) > most);
    if (alone > most || together) {
      boolean moves = limited.containsKey(reading.betweenFunds());
      errors.refuse(form.kind() == EntryKind.LINES ? "debit-0" : "amount",
          (alone > most ? "treasury.by-hand.over" : "treasury.by-hand.together") + (moves ? ".moves" : ""),
          new Money(most, reading.currency()).written(reading.language()));
    }
    return !errors.any();
  }

  /**
   * Whether no more leaves a place of cash than is in it by the books. These may be late, so whoever types may say that it is
   * right all the same: what is missing is written down afterwards, and the page of the month says what is below nothing.
   */
  boolean inTheBox(NewEntry entry, EntryForm form, FormErrors errors, EntryForm.Reading reading) {
    if (form.field(ALL_THE_SAME).equals("yes") || entry.source().flatMap(ledger::entered).isPresent()) {
      return true;
    }
    var missing = cash.missing(entry.lines());
    if (missing.isEmpty() || ledger.refusal(entry).isPresent()) {
      return true; // what the books refuse in any case is told by them
    }
    errors.refuse(ALL_THE_SAME, "treasury.cash.short", missing.get().name(),
        new Money(missing.get().has(), reading.currency()).written(reading.language()));
    return false;
  }

  /** Whether less lies in all places together than before, whatever it is called. */
  private static boolean leaves(NewEntry entry, List<Account> accounts) {
    Set<UUID> places = accounts.stream()
        .filter(account -> account.kind() == AccountKind.ASSET)
        .map(Account::id)
        .collect(Collectors.toSet());
    return entry.lines()
        .stream()
        .filter(line -> places.contains(line.account()))
        .mapToLong(Line::amount)
        .reduce(0, Math::addExact) < 0;
  }

  private static long spent(NewEntry entry, UUID account) {
    return entry.lines()
        .stream()
        .filter(line -> line.amount() > 0 && line.account().equals(account))
        .mapToLong(Line::amount)
        .sum();
  }
}
