// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dues that come in: the oldest open charges take them, what is left is kept for the next. Runs inside the caller's
 * transaction; the books must be open.
 */
public final class Payments {
  private static final String SELECT = """
      select p.id, n.person_id, p.on_date, p.amount, p.way, p.fee, p.ahead, p.receipt, p.entry_id, p.undone_on, p.note,
        p.beyond, p.beyond_back_on
      from dues.payment p left join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
      where p.local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final Parts parts;

  Payments(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.parts = parts;
  }

  /** What payments are made of. */
  record Parts(Charges charges, Settling settling, Credits credits, Credits.Accounting accounting, Receipts receipts,
      Seals seals, AheadLimit limit) {}

  /** What everybody holds who takes a payment while a run is posted, and who posts it holds alone. */
  static String gate(UUID local) {
    return "dues.post " + local;
  }

  /** Takes a payment; what cannot be taken changes nothing. */
  public Taken take(NewPayment paid) {
    if (paid.receipt().filter(parts.receipts()::known).isPresent()) {
      return paid.source().flatMap(parts.accounting().ledger()::entered).isPresent()
          ? new Taken.Already()
          : new Taken.ReceiptTaken();
    }
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))")
        .param(gate(Scope.local()))
        .query(rs -> {});
    if (paid.receipt().isEmpty()) {
      parts.receipts().hold(paid.on().getYear()); // before the charges, in whatever order many are taken
    }
    UUID id = ids.next();
    List<Settling.Part> settled = Settling.divide(paid.amount(), parts.charges().hold(paid.person()));
    long left = paid.amount() - settled.stream().mapToLong(Settling.Part::amount).sum();
    long ahead = left == 0 ? 0 : Math.min(left, parts.limit().hold(paid.person()).orElse(left));
    var rest = new Rest(ahead, left - ahead);
    UUID account = paid.account().orElseGet(() -> account(paid.way().account()));
    NewEntry entry = entry(id, paid, account, settled, rest);
    // it came in, and a fee is gone, whatever a fund has and whether it was closed since
    Entered entered = parts.accounting().ledger().enterWhatHappened(entry);
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return entered instanceof Entered.Already ? new Taken.Already() : new Taken.NotEntered(entered);
    }
    parts.settling().settle(settled);
    String receipt = paid.receipt().orElseGet(() -> parts.receipts().next(paid.on().getYear()));
    insert(id, paid, account, new Row(rest, receipt, made));
    parts.settling().note(id, settled);
    audit.record("dues-paid", new SubjectRef("person", paid.person()), paid.way().key());
    return new Taken.Yes(id, receipt);
  }

  /**
   * What no charge takes.
   *
   * @param ahead kept for what is charged next
   * @param beyond more than may be paid ahead: held to go back
   */
  private record Rest(long ahead, long beyond) {}

  private record Row(Rest rest, String receipt, UUID entry) {}

  private NewEntry entry(UUID id, NewPayment paid, UUID account, List<Settling.Part> settled, Rest rest) {
    UUID general = parts.settling().general();
    UUID owed = account(UsedFor.DUES_OWED);
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    parts.settling().byFund(settled).forEach((fund, sum) -> {
      Credits.add(sums, account, fund, sum);
      Credits.add(sums, owed, fund, -sum);
    });
    Credits.add(sums, account, general, rest.ahead() + rest.beyond() - paid.fee());
    Credits.add(sums, account(UsedFor.PAID_AHEAD), general, -rest.ahead());
    Credits.add(sums, account(UsedFor.HELD), general, -rest.beyond());
    Credits.add(sums, account(UsedFor.FEES), general, paid.fee());
    return new NewEntry(paid.on(), parts.accounting().words().say("dues.entry.paid." + paid.way().key()),
        Optional.of(paid.source().orElse(new Source("dues-payment", id))), Settling.lines(sums));
  }

  private void insert(UUID id, NewPayment paid, UUID account, Row row) {
    jdbc.sql("""
        insert into dues.payment (local_id, id, person_id, on_date, amount, fee, way, account_id, ahead, beyond,
          receipt, entry_id, note, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bytea, ?::uuid, ?)""")
        .params(Scope.local(), id, paid.person(), Date.valueOf(paid.on()), paid.amount(), paid.fee(), paid.way().key(),
            account, row.rest().ahead(), row.rest().beyond(), row.receipt(), row.entry())
        .param(parts.seals().sealIfAny("payment", "note", id, paid.note().strip()))
        .param(Scope.author())
        .param(now())
        .update();
  }

  /** What became of taking back a payment. */
  public sealed interface Undone {
    /** It is taken back by an entry; what it settled is open again. */
    record Yes(UUID entry) implements Undone {}

    /** It was taken back before. */
    record Already() implements Undone {}

    /** The books do not take it; nothing changed. */
    record NotEntered(Entered why) implements Undone {}
  }

  /**
   * Takes back a payment: the bank returned it, or it was wrong. Fees that were kept stay spent.
   *
   * @throws IllegalArgumentException if there is no such payment
   */
  public Undone undo(UUID payment, LocalDate on) { return undo(payment, on, 0); }

  /**
   * The same, with what a bank or service takes for taking it back.
   *
   * @param fee in minor units; below zero where it gives back what it had kept
   * @throws IllegalArgumentException if there is no such payment
   */
  public Undone undo(UUID payment, LocalDate on, long fee) {
    Payment paid = hold(payment);
    if (paid.way() == Way.BROUGHT) {
      throw new IllegalArgumentException("what was there when the books began is taken back as such");
    }
    if (paid.undone().isPresent()) {
      return new Undone.Already();
    }
    List<Settling.Part> back = settledBy(payment);
    UUID general = parts.settling().general();
    Lies lies = jdbc.sql("select account_id, to_brought from dues.payment where local_id = ? and id = ?")
        .params(Scope.local(), payment)
        .query((rs, i) -> new Lies(rs.getObject(1, UUID.class), rs.getLong(2)))
        .single();
    UUID account = lies.account();
    UUID owed = account(UsedFor.DUES_OWED);
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    parts.settling().byFund(back).forEach((fund, sum) -> {
      Credits.add(sums, account, fund, sum);
      Credits.add(sums, owed, fund, -sum);
    });
    // of somebody who was forgotten nothing is known but the sum
    long beyond = paid.beyondHeld() ? paid.beyond() : 0;
    long unknown = paid.amount() - paid.ahead() - beyond + back.stream().mapToLong(Settling.Part::amount).sum();
    Credits.add(sums, account, general, -unknown);
    Credits.add(sums, account(UsedFor.DUES), general, unknown - lies.toBrought());
    Credits.add(sums, account(UsedFor.OPENING), general, lies.toBrought());
    Credits.add(sums, account, general, -paid.ahead() - beyond);
    Credits.add(sums, account(UsedFor.PAID_AHEAD), general, paid.ahead());
    Credits.add(sums, account(UsedFor.HELD), general, beyond);
    Credits.add(sums, account, general, -fee);
    Credits.add(sums, account(UsedFor.FEES), general, fee);
    Entered entered = parts.accounting()
        .ledger()
        .enterWhatHappened(new NewEntry(on, parts.accounting().words().say("dues.entry.undone"),
            Optional.of(new Source("dues-payment-undone", payment)), Settling.lines(sums)));
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new Undone.NotEntered(entered);
    }
    parts.settling().settle(back);
    close(payment, on);
    paid.person().ifPresent(person -> {
      audit.record("dues-payment-undone", new SubjectRef("person", person), paid.way().key());
      parts.credits().apply(List.of(person), on);
    });
    return new Undone.Yes(made);
  }

  /**
   * Where a payment lies.
   *
   * @param toBrought what of it settled charges from before the books, of somebody who is known no more
   */
  private record Lies(UUID account, long toBrought) {}

  private void close(UUID payment, LocalDate on) {
    jdbc.sql("delete from dues.settlement where local_id = ? and payment_id = ?")
        .params(Scope.local(), payment)
        .update();
    jdbc.sql("""
        update dues.payment set undone_on = ?, ahead = 0, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(Date.valueOf(on))
        .param(Scope.author())
        .params(now(), Scope.local(), payment)
        .update();
  }

  /** The person's charges are held before the payment, as everywhere else. */
  private Payment hold(UUID payment) {
    Payment paid = find(payment).orElseThrow(() -> new IllegalArgumentException("there is no payment " + payment));
    paid.person().ifPresent(parts.charges()::hold);
    jdbc.sql("select id from dues.payment where local_id = ? and id = ? for update")
        .params(Scope.local(), payment)
        .query(rs -> {});
    return find(payment).orElseThrow();
  }

  private List<Settling.Part> settledBy(UUID payment) {
    record Both(Charge charge, long amount) {}
    return jdbc.sql("""
        select c.person_id, c.period, c.plan_id, c.run_id, c.kind, r.due_on, r.grace_days, c.amount, c.settled,
          c.left_out | c.waived as off, coalesce(p.period, 'month') as length, s.amount as part
        from dues.settlement s
        join dues.charge c on c.local_id = s.local_id and c.person_id = s.person_id and c.period = s.period
          and c.plan_id = s.plan_id
        join dues.run r on r.local_id = c.local_id and r.id = c.run_id
        left join dues.plan p on p.local_id = c.local_id and p.id = c.plan_id
        where s.local_id = ? and s.payment_id = ? order by c.person_id, c.period, c.plan_id for update of c""")
        .params(Scope.local(), payment)
        .query((rs, i) -> new Both(Charges.read(rs, i), rs.getLong("part")))
        .stream()
        .map(each -> new Settling.Part(each.charge(), -each.amount()))
        .toList();
  }

  /** Whether a payment was typed by hand; what another module took is taken back there. */
  public boolean byHand(Payment payment) {
    return parts.accounting()
        .ledger()
        .entered(new Source("dues-payment", payment.id()))
        .filter(payment.entry()::equals)
        .isPresent();
  }

  /** One payment. */
  public Optional<Payment> find(UUID payment) {
    return jdbc.sql(SELECT + " and p.id = ?").params(Scope.local(), payment).query(this::read).optional();
  }

  /** Those payments that these entries of the books are. */
  public List<Payment> entered(Collection<UUID> entries) {
    return jdbc.sql(SELECT + " and p.entry_id in (select unnest(?::uuid[]))")
        .param(Scope.local())
        .param(entries.toArray(UUID[]::new))
        .query(this::read)
        .list();
  }

  /** Payments of which something is held to go back, the oldest first; at most {@code most}. */
  List<Payment> beyondHeld(int most) {
    return jdbc.sql(SELECT + "\n" + """
        and p.beyond > 0 and p.beyond_back_on is null and p.undone_on is null order by p.id limit ?""")
        .params(Scope.local(), most)
        .query(this::read)
        .list();
  }

  /** What somebody paid, the latest first; at most {@code most}. */
  public List<Payment> of(UUID person, int most) {
    return jdbc.sql(SELECT + "\n" + """
        and p.person_id in (select m.id from roll.api_person_now m where m.local_id = ? and m.person_id = ?)
        order by p.on_date desc, p.id desc limit ?""")
        .params(Scope.local(), Scope.local(), person, most)
        .query(this::read)
        .list();
  }

  /** What came in on some days, the latest first, behind one; at most {@code most}. */
  public List<Payment> between(LocalDate first, LocalDate last, Optional<UUID> before, int most) {
    return jdbc.sql(SELECT + "\n" + """
        and p.on_date between ? and ? and (?::uuid is null or p.id < ?::uuid) order by p.id desc limit ?""")
        .params(Scope.local(), Date.valueOf(first), Date.valueOf(last))
        .param(before.orElse(null))
        .param(before.orElse(null))
        .param(most)
        .query(this::read)
        .list();
  }

  /** What somebody paid that no charge has taken yet, in minor units. */
  public long ahead(UUID person) {
    return jdbc.sql("""
        select coalesce(sum(p.ahead), 0)::bigint from dues.payment p where p.local_id = ? and p.ahead > 0
          and p.person_id in (select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .params(Scope.local(), Scope.local(), person)
        .query(Long.class)
        .single();
  }

  private UUID account(UsedFor use) { return parts.accounting().books().account(use).id(); }

  private Payment read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Payment(id, Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        rs.getDate("on_date").toLocalDate(), rs.getLong("amount"), rs.getLong("fee"),
        Way.valueOf(rs.getString("way").toUpperCase(Locale.ROOT).replace('-', '_')), rs.getLong("ahead"),
        rs.getString("receipt"), rs.getObject("entry_id", UUID.class),
        Optional.ofNullable(rs.getDate("undone_on")).map(Date::toLocalDate),
        parts.seals().openIfAny("payment", "note", id, rs.getBytes("note")), rs.getLong("beyond"),
        Optional.ofNullable(rs.getDate("beyond_back_on")).map(Date::toLocalDate));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
