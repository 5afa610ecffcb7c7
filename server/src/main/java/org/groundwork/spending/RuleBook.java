// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Timestamp;
import java.time.Clock;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The local's limits: read by every member, changed by two officers through {@link RulesChanges}. */
public final class RuleBook {
  private final JdbcClient jdbc;
  private final Books books;
  private final Audit audit;
  private final Clock clock;

  RuleBook(JdbcClient jdbc, Books books, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.books = books;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The limits as they are now.
   *
   * @throws IllegalStateException before the books are open
   */
  public Rules now() {
    return jdbc
        .sql("select no_receipt, release, appropriation, petty_cash, version from spending.rules where local_id = ?")
        .params(Scope.local())
        .query((rs, i) -> new Rules(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)))
        .optional()
        .orElseGet(() -> Rules.initial(books.find().map(Book::currency).orElseThrow()));
  }

  /** Whether there are limits: not before the books are open. */
  boolean known() { return books.find().isPresent(); }

  /** Changes the limits; false, and nothing changed, if somebody else did since {@link Rules#version}. */
  boolean change(Rules rules) {
    Timestamp at = Timestamp.from(clock.instant());
    int done = rules.version() == 0
        ? jdbc.sql("""
            insert into spending.rules (local_id, no_receipt, release, appropriation, petty_cash, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
            .params(Scope.local(), rules.noReceipt(), rules.release(), rules.appropriation(), rules.pettyCash(),
                Callers.actor().person(), at)
            .update()
        : jdbc.sql("""
            update spending.rules set no_receipt = ?, release = ?, appropriation = ?, petty_cash = ?,
              version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and version = ?""")
            .params(rules.noReceipt(), rules.release(), rules.appropriation(), rules.pettyCash(),
                Callers.actor().person(), at, Scope.local(), rules.version())
            .update();
    if (done == 1) {
      audit.record("spending-limits-changed", new SubjectRef("spending-limits", Scope.local()), rules.noReceipt()
          + " " + rules.release() + " " + rules.appropriation() + " " + rules.pettyCash());
    }
    return done == 1;
  }
}
