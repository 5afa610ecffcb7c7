// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.roll.OwnData;

/** Tells a person what they laid out and how far it is. */
final class OwnSpending implements OwnData {
  private static final int ORDER = 60;
  private static final int MOST = 500;
  private final Payouts payouts;
  private final PettyCash petty;
  private final Books books;

  OwnSpending(Payouts payouts, PettyCash petty, Books books) {
    this.payouts = payouts;
    this.petty = petty;
    this.books = books;
  }

  @Override
  public int order() { return ORDER; }

  @Override
  public List<Section> about(UUID person) {
    List<Entry> entries = payouts.of(person, MOST).stream().map(each -> entry(each, written(each.amount()))).toList();
    List<Entry> carried = petty.open()
        .stream()
        .filter(each -> each.isOf(person))
        .map(each -> new Entry(List.of(new Fact("holds", "own.petty.holds", new Text(written(each.holds()))))))
        .toList();
    return Stream.of(new Section("spending", "own.spending", entries), new Section("petty-cash", "own.petty", carried))
        .filter(each -> !each.entries().isEmpty())
        .toList();
  }

  private String written(long minor) {
    Currency currency = books.find().map(Book::currency).orElseThrow();
    return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits())).toPlainString() + " "
        + currency.getCurrencyCode();
  }

  private static Entry entry(Payout payout, String amount) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("what", "own.spending.what", new Text(payout.what())));
    facts.add(new Fact("amount", "own.spending.amount", new Text(amount)));
    facts.add(new Fact("asked", "own.spending.asked", new Day(payout.askedOn())));
    facts.add(new Fact("state", "own.spending.state",
        new Word(payout.stage().key(), "spending.state." + payout.stage().key())));
    if (!payout.wayTo().isEmpty()) {
      facts.add(new Fact("where-to", "own.spending.where-to", new Text(payout.wayTo())));
    }
    if (!payout.noReceipt().isEmpty()) {
      facts.add(new Fact("no-receipt", "own.spending.no-receipt", new Text(payout.noReceipt())));
    }
    if (payout.stage() instanceof Stage.SentBack(String why)) {
      facts.add(new Fact("sent-back", "own.spending.sent-back", new Text(why)));
    }
    if (payout.stage() instanceof Stage.Paid paid) {
      facts.add(new Fact("paid", "own.spending.paid", new Day(paid.act().on())));
    }
    return new Entry(facts);
  }

  @Override
  public List<String> stays() { return List.of("own.spending.stays"); }
}
