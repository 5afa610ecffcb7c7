// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What members paid before it was due, and what becomes of it when something is charged. It lies in the general fund
 * until then; what a charge takes of it goes to the funds as if it were paid on that day.
 */
final class Credits {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Charges charges;
  private final Settling settling;
  private final Books books;
  private final Ledger ledger;
  private final Words words;

  Credits(JdbcClient jdbc, Clock clock, Charges charges, Settling settling, Accounting accounting) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.charges = charges;
    this.settling = settling;
    books = accounting.books();
    ledger = accounting.ledger();
    words = accounting.words();
  }

  /** The books, and what is said in them. */
  record Accounting(Books books, Ledger ledger, Words words) {}

  private record Ahead(UUID payment, UUID account, long amount) {}

  /** Whoever paid ahead and has something open, in the order of identifiers behind one; at most {@code most}. */
  List<UUID> toApply(UUID after, int most) {
    return jdbc.sql("""
        select distinct n.person_id from dues.payment p
        join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
        where p.local_id = ? and p.ahead > 0 and n.person_id > ? and exists (
          select from roll.api_person_now m
          join dues.charge c on c.local_id = m.local_id and c.person_id = m.id and c.settled < c.amount
          join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
          where m.local_id = p.local_id and m.person_id = n.person_id)
        order by n.person_id limit ?""")
        .params(Scope.local(), after, most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Lets open charges of these people take what they paid ahead, with one entry for all of them. */
  void apply(List<UUID> people, LocalDate today) {
    var places = new Places(settling.general(), books.account(UsedFor.DUES_OWED).id(),
        books.account(UsedFor.PAID_AHEAD).id());
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    for (UUID person : people) {
      apply(person, places, sums);
    }
    var lines = Settling.lines(sums);
    if (lines.isEmpty()) {
      return;
    }
    Entered entered = ledger
        .enterWhatHappened(new NewEntry(today, words.say("dues.entry.ahead"), Optional.empty(), lines));
    if (!(entered instanceof Entered.Yes)) {
      throw new IllegalStateException("what was paid ahead cannot be entered: " + entered);
    }
  }

  /** Where things stand in the books. */
  private record Places(UUID general, UUID owed, UUID ahead) {}

  private void apply(UUID person, Places places, Map<UUID, Map<UUID, Long>> sums) {
    List<Charge> open = charges.hold(person);
    for (Ahead paid : hold(person)) {
      var parts = Settling.divide(paid.amount(), open);
      long taken = parts.stream().mapToLong(Settling.Part::amount).sum();
      if (taken == 0) {
        return;
      }
      settling.byFund(parts).forEach((fund, sum) -> {
        add(sums, places.owed(), fund, -sum);
        add(sums, paid.account(), fund, sum);
      });
      add(sums, places.ahead(), places.general(), taken);
      add(sums, paid.account(), places.general(), -taken);
      settling.settle(parts);
      settling.note(paid.payment(), parts);
      jdbc.sql("""
          update dues.payment set ahead = ahead - ?, version = version + 1, changed_at = ?
          where local_id = ? and id = ?""")
          .params(taken, Timestamp.from(clock.instant()), Scope.local(), paid.payment())
          .update();
      open = charges.hold(person);
    }
  }

  private List<Ahead> hold(UUID person) {
    return jdbc.sql("""
        select p.id, p.account_id, p.ahead from dues.payment p
        where p.local_id = ? and p.ahead > 0 and p.person_id in (
          select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)
        order by p.id for update of p""")
        .params(Scope.local(), Scope.local(), person)
        .query((rs, i) -> new Ahead(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getLong(3)))
        .list();
  }

  static void add(Map<UUID, Map<UUID, Long>> sums, UUID account, UUID fund, long sum) {
    sums.computeIfAbsent(account, _ -> new TreeMap<>()).merge(fund, sum, Math::addExact);
  }
}
