// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.YearMonth;
import java.util.List;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.BookSums;
import org.groundwork.ledger.Discreet;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;

/**
 * What the books come to for whoever asks: all of it for those who keep or check the money, and for every other member without
 * what could tell what one person got.
 */
public final class ReadersSums implements BookSums {
  private final Balances all;
  private final Discreet discreet;

  ReadersSums(Balances all, Discreet discreet) {
    this.all = all;
    this.discreet = discreet;
  }

  @Override
  public List<Balance> between(YearMonth first, YearMonth last) { return reading().between(first, last); }

  @Override
  public List<Balance> until(YearMonth last) { return reading().until(last); }

  /** What is wrong with the books, if anything: reckoned from all of them. */
  public List<String> faults() {
    return all.faults();
  }

  /** The same of some months. */
  public List<String> faults(Span span) { return all.faults(span.first(), span.last()); }

  private BookSums reading() {
    return Callers.current() instanceof Caller.Actor actor && actor.mayEverywhere(Power.SEE_MONEY) ? all : discreet;
  }
}
