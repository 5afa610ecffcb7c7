// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the hardship and the strike fund, and what of it was promised. Runs inside the caller's transaction. */
public final class AidFund {
  private final JdbcClient jdbc;
  private final Books books;
  private final Holdings holdings;
  private final Discreet discreet;

  AidFund(JdbcClient jdbc, Books books, Holdings holdings, Discreet discreet) {
    this.jdbc = jdbc;
    this.books = books;
    this.holdings = holdings;
    this.discreet = discreet;
  }

  /** The fund of a kind; empty while the books are not open. */
  public Optional<UUID> of(FundKind kind) {
    return books.funds().stream().filter(each -> each.kind() == kind).findFirst().map(Fund::id);
  }

  /** What is in it. */
  public long held(FundKind kind) { return of(kind).map(holdings::of).orElse(0L); }

  /** What is in it as far as every member may know: payments that could be told apart are not taken off yet. */
  public long told(FundKind kind) {
    return of(kind).map(discreet::held).orElse(0L);
  }

  /** Nobody else takes from the hardship fund, or promises out of it, until the transaction ends. */
  void hold() {
    of(FundKind.HARDSHIP).ifPresent(holdings::hold);
  }

  /** What is in the hardship fund and was promised to nobody. */
  public long free() {
    return Math.subtractExact(held(FundKind.HARDSHIP), AidPromises.granted(jdbc));
  }
}
