// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was paid beyond what may be paid ahead, and goes back. Runs inside the caller's transaction. */
public final class Beyond {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;
  private final Payments payments;
  private final Inside inside;

  Beyond(JdbcClient jdbc, Clock clock, Audit audit, Payments payments, Inside inside) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.payments = payments;
    this.inside = inside;
  }

  /** The books, and what is said in them. */
  record Inside(Books books, Ledger ledger, Words words) {}

  /** Payments of which something has to go back, the oldest first; at most {@code most}. */
  public List<Payment> toReturn(int most) {
    return payments.beyondHeld(most);
  }

  /** How many they are, counted up to {@code most}. */
  public int count(int most) {
    return jdbc.sql("""
        select count(*)::integer from (select 1 from dues.payment
          where local_id = ? and beyond > 0 and beyond_back_on is null and undone_on is null limit ?) counted""")
        .params(Scope.local(), most)
        .query(Integer.class)
        .single();
  }

  /**
   * Notes that what was beyond went back to whoever paid it.
   *
   * @param account from where
   * @return what the books say; empty if nothing of this payment has to go back
   */
  public Optional<Entered> returned(UUID payment, UUID account, LocalDate on) {
    jdbc.sql("select id from dues.payment where local_id = ? and id = ? for update")
        .params(Scope.local(), payment)
        .query(rs -> {});
    Optional<Payment> found = payments.find(payment).filter(Payment::beyondHeld);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    long sum = found.get().beyond();
    UUID general = inside.books()
        .funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
    Entered entered = inside.ledger()
        .enter(new NewEntry(on, inside.words().say("dues.entry.beyond"),
            Optional.of(new Source("dues-beyond", payment)),
            List.of(new Line(inside.books().account(UsedFor.HELD).id(), general, sum),
                new Line(account, general, -sum))));
    if (entered instanceof Entered.Yes) {
      note(payment, on);
      found.get()
          .person()
          .ifPresent(person -> audit.record("dues-beyond-returned", new SubjectRef("person", person), ""));
    }
    return Optional.of(entered);
  }

  private void note(UUID payment, LocalDate on) {
    jdbc.sql("""
        update dues.payment set beyond_back_on = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(Date.valueOf(on))
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), payment)
        .update();
  }
}
