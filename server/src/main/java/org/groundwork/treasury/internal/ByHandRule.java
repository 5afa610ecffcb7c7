// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.NewEntry;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.ByHandLimit;
import org.groundwork.treasury.ByHandSum;
import org.groundwork.treasury.OutOfPlaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much one person may write down by hand as spent, or as leaving a fund. */
@Component
class ByHandRule {
  /** The field by which somebody says that more left a box than is in it by the books. */
  static final String ALL_THE_SAME = "allthesame";
  private final Ledger ledger;
  private final AccountDays days;
  private final CashPlaces cash;
  private final OutOfPlaces out;
  private final ByHandSum byHand;
  private final List<ByHandLimit> limits;

  ByHandRule(Ledger ledger, AccountDays days, CashPlaces cash, OutOfPlaces out, ByHandSum byHand,
      ObjectProvider<ByHandLimit> limits) {
    this.out = out;
    this.byHand = byHand;
    this.ledger = ledger;
    this.days = days;
    this.cash = cash;
    this.limits = limits.orderedStream().toList();
  }

  /**
   * Whether one person may write down by hand what an entry lets out of the places where money lies, or out of a fund: with
   * all that is entered so for days around, and all that was written down so lately for whatever day: neither several small
   * ones are a way around, nor days far apart. What else left by one person's word counts with it. Undoing is never too much.
   */
  boolean allows(NewEntry entry, EntryForm form, FormErrors errors, EntryForm.Reading reading) {
    String field = form.kind() == EntryKind.LINES ? "debit-0" : "amount";
    var letsOut = out.of(entry.lines());
    if (!letsOut.even()) {
      errors.refuse(field, "treasury.by-hand.uneven");
      return false;
    }
    if ((letsOut.spent() == 0 && letsOut.moved() == 0) || limits.isEmpty()) {
      return true;
    }
    days.oneByOne();
    if (entry.source().flatMap(ledger::entered).isPresent()) {
      return true; // sent twice: it counts itself already
    }
    long most = limits.stream().mapToLong(ByHandLimit::most).min().orElseThrow();
    var counts = byHand.together(entry.on());
    boolean alone = letsOut.spent() > most || letsOut.moved() > most;
    boolean moves = letsOut.moved() > most || (!alone && letsOut.moved() > 0
        && letsOut.moved() + days.debited(reading.betweenFunds(), counts) > most);
    boolean together = moves || (letsOut.spent() > 0
        && letsOut.spent() + others(entry.on())
            + days.letOut(out.places(), Set.of(reading.betweenFunds()), counts) > most);
    if (alone || together) {
      errors.refuse(field, (alone ? "treasury.by-hand.over" : "treasury.by-hand.together") + (moves ? ".moves" : ""),
          new Money(most, reading.currency()).written(reading.language()));
    }
    return !errors.any();
  }

  /** What else left by one person's word, around the day of an entry or just now, and counts with it. */
  private long others(LocalDate on) {
    LocalDate now = byHand.today();
    return limits.stream().mapToLong(each -> Math.max(each.others(on), each.others(now))).max().orElse(0);
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
}
