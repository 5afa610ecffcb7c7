// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.tenancy.Tenancy;

/** Opens the books with what is there already. Runs inside the caller's transaction. */
public final class Opening {
  /** What was there before the first entry is about this. */
  static final String SOURCE = "opening";
  private final Books books;
  private final Ledger ledger;

  Opening(Books books, Ledger ledger) {
    this.books = books;
    this.ledger = ledger;
  }

  /**
   * Money that is there when the books are opened.
   *
   * @param amount in minor units, above zero
   */
  public record There(FundKind fund, UsedFor place, long amount) {}

  /**
   * How things are called in the local's language.
   *
   * @param entry what the first entry says
   */
  public record Words(Locale language, Books.FundNames funds, String entry) {}

  /** Opens the books; false if they are open already, and nothing changes. */
  public boolean open(Book book, Words words, List<There> there) {
    if (!books.open(book, words.language(), words.funds())) {
      return false;
    }
    if (!there.isEmpty()) {
      var entered = ledger.enter(new NewEntry(book.openedOn(), words.entry(),
          Optional.of(new Source(SOURCE, Tenancy.current().value())), lines(there)));
      if (!(entered instanceof Entered.Yes)) {
        throw new IllegalStateException("fresh books refused what was there: " + entered);
      }
    }
    return true;
  }

  private List<Line> lines(List<There> there) {
    var lines = new ArrayList<Line>();
    UUID opening = books.account(UsedFor.OPENING).id();
    for (Fund fund : books.funds()) {
      long sum = 0;
      for (There each : there.stream().filter(at -> at.fund() == fund.kind()).toList()) {
        lines.add(new Line(books.account(each.place()).id(), fund.id(), each.amount()));
        sum = Math.addExact(sum, each.amount());
      }
      if (sum != 0) {
        lines.add(new Line(opening, fund.id(), Math.negateExact(sum)));
      }
    }
    return lines;
  }
}
