// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.JobContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What members paid before it was due, and what becomes of it when something is charged. It lies in the general fund
 * until then; what a charge takes of it goes to the funds as if it were paid on that day.
 */
final class Credits {
  private static final int AT_ONCE = 1_000;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Charges charges;
  private final Settling settling;
  private final Books books;
  private final Ledger ledger;
  private final Words words;
  private final Ids ids;

  Credits(JdbcClient jdbc, Clock clock, Charges charges, Settling settling, Accounting accounting) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.charges = charges;
    this.settling = settling;
    books = accounting.books();
    ledger = accounting.ledger();
    words = accounting.words();
    ids = accounting.ids();
  }

  /** The books, what is said in them, and what entries are named by that no other module has a name for. */
  record Accounting(Books books, Ledger ledger, Words words, Ids ids) {}

  /**
   * Lets the open charges of everybody take what they paid ahead, step by step.
   *
   * @param prefix what checkpoints of these steps begin with
   * @param from the checkpoint to go on from: the prefix and the last record that was looked at; without one all is done
   */
  void applyAll(JobContext context, String prefix, String from, Supplier<LocalDate> today) {
    String at = from;
    while (!at.equals(prefix)) {
      UUID after = UUID.fromString(at.substring(prefix.length()));
      at = context.step(() -> {
        Page page = toApply(after, AT_ONCE);
        apply(page.people(), today.get());
        context.count("ahead", page.people().size());
        return prefix + page.last().map(UUID::toString).orElse("");
      });
    }
  }

  private record Ahead(UUID payment, UUID account, long amount) {}

  /**
   * Records under which something was paid ahead, some of them in the order of identifiers.
   *
   * @param people who stands for them now, as far as something of theirs is open
   * @param last the last one that was looked at; empty if there are no more behind it
   */
  record Page(List<UUID> people, Optional<UUID> last) {
    Page { people = List.copyOf(people); }
  }

  /** The next at most {@code most} records under which something was paid ahead, behind one. */
  Page toApply(UUID after, int most) {
    record Row(UUID record, UUID stands, boolean open) {}
    var rows = jdbc.sql("""
        select p.person_id, n.person_id as stands, exists (
          select from roll.api_person_now m
          join dues.charge c on c.local_id = m.local_id and c.person_id = m.id and c.settled < c.amount
          join dues.run r on r.local_id = c.local_id and r.id = c.run_id and r.posted_at is not null
          where m.local_id = n.local_id and m.person_id = n.person_id) as open
        from (
          select distinct a.person_id from dues.payment a
          where a.local_id = :local and a.ahead > 0 and a.person_id > :after order by a.person_id limit :most) p
        join roll.api_person_now n on n.local_id = :local and n.id = p.person_id
        order by p.person_id""")
        .param("local", Scope.local())
        .param("after", after)
        .param("most", most)
        .query((rs, i) -> new Row(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getBoolean(3)))
        .list();
    return new Page(rows.stream().filter(Row::open).map(Row::stands).distinct().toList(),
        rows.size() < most ? Optional.empty() : Optional.of(rows.getLast().record()));
  }

  /** Lets open charges of these people take what they paid ahead, with one entry for all of them. */
  void apply(List<UUID> people, LocalDate today) {
    Map<UUID, List<Charge>> open = charges.hold(people);
    Map<UUID, List<Ahead>> ahead = hold(people);
    Map<UUID, List<Settling.Part>> byPayment = new TreeMap<>();
    Map<UUID, List<Settling.Part>> byAccount = new TreeMap<>();
    ahead.forEach((person, payments) -> {
      List<Charge> left = open.getOrDefault(person, List.of());
      for (Ahead paid : payments) {
        List<Settling.Part> parts = Settling.divide(paid.amount(), left);
        if (parts.isEmpty()) {
          return;
        }
        byPayment.put(paid.payment(), parts);
        byAccount.computeIfAbsent(paid.account(), _ -> new ArrayList<>()).addAll(parts);
        left = Settling.left(left, parts);
      }
    });
    if (byPayment.isEmpty()) {
      return;
    }
    enter(byAccount, today);
    settling.settle(byPayment.values().stream().flatMap(List::stream).toList());
    settling.note(byPayment);
    take(byPayment);
  }

  private void enter(Map<UUID, List<Settling.Part>> byAccount, LocalDate today) {
    UUID general = settling.general();
    UUID owed = books.account(UsedFor.DUES_OWED).id();
    UUID paidAhead = books.account(UsedFor.PAID_AHEAD).id();
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    byAccount.forEach((account, parts) -> {
      long taken = Settling.sum(parts);
      settling.byFund(parts).forEach((fund, sum) -> {
        add(sums, owed, fund, -sum);
        add(sums, account, fund, sum);
      });
      add(sums, paidAhead, general, taken);
      add(sums, account, general, -taken);
    });
    Entered entered = ledger.enterWhatHappened(
        new NewEntry(today, words.say("dues.entry.ahead"), Optional.of(new Source("dues-ahead", ids.next())),
            Settling.lines(sums)));
    if (!(entered instanceof Entered.Yes)) {
      throw new IllegalStateException("what was paid ahead cannot be entered: " + entered);
    }
  }

  private void take(Map<UUID, List<Settling.Part>> byPayment) {
    jdbc.sql("""
        update dues.payment p set ahead = p.ahead - t.taken, version = p.version + 1, changed_at = ?
        from unnest(?::uuid[], ?::bigint[]) as t (id, taken) where p.local_id = ? and p.id = t.id""")
        .param(Timestamp.from(clock.instant()))
        .param(byPayment.keySet().toArray(UUID[]::new))
        .param(byPayment.values().stream().map(Settling::sum).toArray(Long[]::new))
        .param(Scope.local())
        .update();
  }

  /** What these people paid that nothing has taken yet, the oldest first, held in the order of people. */
  private Map<UUID, List<Ahead>> hold(List<UUID> people) {
    Map<UUID, List<Ahead>> held = new TreeMap<>();
    jdbc.sql("""
        select n.person_id, p.id, p.account_id, p.ahead from roll.api_person_now n
        join dues.payment p on p.local_id = n.local_id and p.person_id = n.id and p.ahead > 0
        where n.local_id = ? and p.local_id = ? and n.person_id in (select unnest(?::uuid[]))
        order by n.person_id, p.id for update of p""")
        .params(Scope.local(), Scope.local(), people.toArray(UUID[]::new))
        .query(rs -> {
          held.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Ahead(rs.getObject(2, UUID.class), rs.getObject(3, UUID.class), rs.getLong(4)));
        });
    return held;
  }

  static void add(Map<UUID, Map<UUID, Long>> sums, UUID account, UUID fund, long sum) {
    sums.computeIfAbsent(account, _ -> new TreeMap<>()).merge(fund, sum, Math::addExact);
  }
}
