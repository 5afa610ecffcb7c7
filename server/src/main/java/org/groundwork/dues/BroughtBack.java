// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Unties what was brought along from all that came after it: what paid such a charge is paid ahead again, and what such a
 * credit paid is open again. Then the charge or the credit is gone. Runs inside a transaction that holds the gate of payments.
 */
final class BroughtBack {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Payments.Parts parts;

  BroughtBack(JdbcClient jdbc, Ids ids, Clock clock, Payments.Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.parts = parts;
  }

  /** What a payment that lies somewhere settled of a charge. */
  private record Tie(UUID payment, UUID account, Charge charge, long amount) {
    Settling.Part back() { return new Settling.Part(charge, -amount); }
  }

  /** What came of untying. */
  enum Released {
    /** Nothing had come after it. */
    ALONE,
    /** Payments or charges were tied to it. */
    UNTIED,
    /** Some of it is not asked for any more; nothing changed. */
    WRITTEN_OFF
  }

  /** Unties it, as of a day. */
  Released release(Brought.Stands row, LocalDate on) {
    parts.charges().hold(row.person()); // the member's charges before their payments, as everywhere
    if (row.owed() > 0 && writtenOff(row)) {
      return Released.WRITTEN_OFF;
    }
    List<Tie> ties = ties(row);
    if (!ties.isEmpty()) {
      enter(ties, on);
      parts.settling().settle(ties.stream().map(Tie::back).toList());
      untie(ties);
    }
    if (row.owed() > 0) {
      jdbc.sql("""
          delete from dues.charge c using dues.brought_row w
          where c.local_id = ? and w.local_id = ? and w.brought_id = ? and w.line = ? and c.person_id = w.person_id
            and c.plan_id = w.run_id""")
          .params(Scope.local(), Scope.local(), row.brought(), row.line())
          .update();
    } else {
      jdbc.sql("""
          update dues.payment p set ahead = 0, undone_on = ?, version = p.version + 1, changed_by = ?::uuid, changed_at = ?
          from dues.brought_row w
          where p.local_id = ? and w.local_id = ? and w.brought_id = ? and w.line = ? and p.id = w.payment_id""")
          .param(Date.valueOf(on))
          .param(Scope.author())
          .params(now(), Scope.local(), Scope.local(), row.brought(), row.line())
          .update();
    }
    return ties.isEmpty() ? Released.ALONE : Released.UNTIED;
  }

  private boolean writtenOff(Brought.Stands row) {
    return jdbc.sql("""
        select exists (select from dues.brought_row w
          join dues.write_off o on o.local_id = w.local_id and o.person_id = w.person_id and o.plan_id = w.run_id
          where w.local_id = ? and o.local_id = ? and w.brought_id = ? and w.line = ?)""")
        .params(Scope.local(), Scope.local(), row.brought(), row.line())
        .query(Boolean.class)
        .single();
  }

  /** What settled the charge, or what the credit settled; held in the order of people and payments. */
  private List<Tie> ties(Brought.Stands row) {
    return jdbc.sql("""
        select c.person_id, c.period, c.plan_id, c.run_id, c.kind, r.due_on, r.grace_days, c.amount, c.settled,
          c.left_out | c.waived as off, coalesce(l.period, 'month') as length, s.payment_id, p.account_id, s.amount as part
        from dues.brought_row w
        join dues.settlement s on s.local_id = w.local_id
          and ((s.person_id = w.person_id and s.plan_id = w.run_id) or s.payment_id = w.payment_id)
        join dues.charge c on c.local_id = s.local_id and c.person_id = s.person_id and c.period = s.period
          and c.plan_id = s.plan_id
        join dues.run r on r.local_id = c.local_id and r.id = c.run_id
        join dues.payment p on p.local_id = s.local_id and p.id = s.payment_id
        left join dues.plan l on l.local_id = c.local_id and l.id = c.plan_id
        where w.local_id = ? and w.brought_id = ? and w.line = ?
        order by c.person_id, c.period, c.plan_id, s.payment_id for update of c, p""")
        .params(Scope.local(), row.brought(), row.line())
        .query((rs, i) -> new Tie(rs.getObject("payment_id", UUID.class), rs.getObject("account_id", UUID.class),
            Charges.read(rs, i), rs.getLong("part")))
        .list();
  }

  /** Takes back what paying and applying did: the money lies in the general fund again, and is owed to who paid it. */
  private void enter(List<Tie> ties, LocalDate on) {
    UUID general = parts.settling().general();
    UUID owed = parts.accounting().books().account(UsedFor.DUES_OWED).id();
    UUID ahead = parts.accounting().books().account(UsedFor.PAID_AHEAD).id();
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    for (Tie tie : ties) {
      parts.settling().byFund(List.of(tie.back())).forEach((fund, sum) -> {
        Credits.add(sums, owed, fund, -sum);
        Credits.add(sums, tie.account(), fund, sum);
      });
      Credits.add(sums, tie.account(), general, tie.amount());
      Credits.add(sums, ahead, general, -tie.amount());
    }
    Entered entered = parts.accounting()
        .ledger()
        .enterWhatHappened(new NewEntry(on, parts.accounting().words().say("dues.entry.untied"),
            Optional.of(new Source("dues-untied", ids.next())), Settling.lines(sums)));
    if (!(entered instanceof Entered.Yes)) {
      throw new IllegalStateException("what was brought along cannot be untied: " + entered);
    }
  }

  private void untie(List<Tie> ties) {
    UUID[] payments = ties.stream().map(Tie::payment).toArray(UUID[]::new);
    jdbc.sql("""
        update dues.payment p set ahead = p.ahead + t.back, version = p.version + 1, changed_at = ?
        from (
          select u.id, sum(u.amount)::bigint as back from unnest(?::uuid[], ?::bigint[]) as u (id, amount) group by u.id) t
        where p.local_id = ? and p.id = t.id""")
        .params(now(), payments, ties.stream().map(Tie::amount).toArray(Long[]::new), Scope.local())
        .update();
    jdbc.sql("""
        delete from dues.settlement s
        using unnest(?::uuid[], ?::uuid[], ?::date[], ?::uuid[]) as t (payment_id, person_id, period, plan_id)
        where s.local_id = ? and s.payment_id = t.payment_id and s.person_id = t.person_id and s.period = t.period
          and s.plan_id = t.plan_id""")
        .params(payments, ties.stream().map(each -> each.charge().person()).toArray(UUID[]::new),
            ties.stream().map(each -> Date.valueOf(each.charge().period())).toArray(Date[]::new),
            ties.stream().map(each -> each.charge().plan()).toArray(UUID[]::new), Scope.local())
        .update();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
