// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes to which charge, and what each fund has of it. Runs inside a transaction that holds the charges. */
final class Settling {
  private final JdbcClient jdbc;
  private final Books books;

  Settling(JdbcClient jdbc, Books books) {
    this.jdbc = jdbc;
    this.books = books;
  }

  /** What of a sum goes to one charge. */
  record Part(Charge charge, long amount) {
    /** Whether it is of a charge from before the books began. */
    boolean brought() {
      return charge.kind() == Charge.Kind.BROUGHT;
    }
  }

  /** Divides a sum over charges, the first ones first; what is left is nobody's. */
  static List<Part> divide(long sum, List<Charge> open) {
    var parts = new ArrayList<Part>();
    long left = sum;
    for (Charge charge : open) {
      long part = Math.min(left, charge.open());
      if (part > 0) {
        parts.add(new Part(charge, part));
        left -= part;
      }
    }
    return parts;
  }

  /** What is still open of charges after parts of them were paid. */
  static List<Charge> left(List<Charge> open, List<Part> paid) {
    var left = new ArrayList<Charge>(open);
    for (Part part : paid) { // in the same order
      int at = left.indexOf(part.charge());
      Charge now = part.charge().with(part.amount());
      if (now.open() == 0) {
        left.remove(at);
      } else {
        left.set(at, now);
      }
    }
    return left;
  }

  /** What parts come to. */
  static long sum(List<Part> parts) {
    return parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
  }

  /** What each fund gets of these parts of charges, or gives back if they are negative. */
  Map<UUID, Long> byFund(List<Part> parts) {
    var splits = splits(parts.stream().map(each -> each.charge().run()).distinct().toList());
    var sums = new TreeMap<UUID, Long>();
    for (Part part : parts) {
      long before = part.charge().settled();
      splits.getOrDefault(part.charge().run(), new Split(general(), List.of()))
          .between(before, Math.addExact(before, part.amount()))
          .forEach((fund, sum) -> sums.merge(fund, sum, Math::addExact));
    }
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  /** Adds to what is settled of charges, or takes away; several parts of one charge are added up. */
  void settle(List<Part> parts) {
    jdbc.sql("""
        update dues.charge c set settled = c.settled + p.amount
        from (
          select u.person_id, u.period, u.plan_id, sum(u.amount)::bigint as amount
          from unnest(?::uuid[], ?::date[], ?::uuid[], ?::bigint[]) as u (person_id, period, plan_id, amount)
          group by 1, 2, 3) p
        where c.local_id = ? and c.person_id = p.person_id and c.period = p.period and c.plan_id = p.plan_id""")
        .params(people(parts), periods(parts), plans(parts), amounts(parts), Scope.local())
        .update();
  }

  /** Notes which charges a payment settled. */
  void note(UUID payment, List<Part> parts) {
    note(Map.of(payment, parts));
  }

  /** Notes which charges each payment settled; of one payment each charge is named once. */
  void note(Map<UUID, List<Part>> byPayment) {
    var parts = byPayment.values().stream().flatMap(List::stream).toList();
    var payments = byPayment.entrySet()
        .stream()
        .flatMap(each -> Collections.nCopies(each.getValue().size(), each.getKey()).stream())
        .toArray(UUID[]::new);
    jdbc.sql("""
        insert into dues.settlement (local_id, payment_id, person_id, period, plan_id, amount)
        select ?, p.payment_id, p.person_id, p.period, p.plan_id, p.amount
        from unnest(?::uuid[], ?::uuid[], ?::date[], ?::uuid[], ?::bigint[])
          as p (payment_id, person_id, period, plan_id, amount)
        on conflict (local_id, payment_id, person_id, period, plan_id)
        do update set amount = dues.settlement.amount + excluded.amount""")
        .params(Scope.local(), payments, people(parts), periods(parts), plans(parts), amounts(parts))
        .update();
  }

  /** An entry's lines out of sums by account and fund; what comes to nothing is left out. */
  static List<Line> lines(Map<UUID, Map<UUID, Long>> byAccount) {
    var lines = new ArrayList<Line>();
    byAccount.forEach((account, funds) -> funds.forEach((fund, sum) -> {
      if (sum != 0) {
        lines.add(new Line(account, fund, sum));
      }
    }));
    return lines;
  }

  UUID general() {
    return books.funds().stream().filter(each -> each.kind() == FundKind.GENERAL).findFirst().orElseThrow().id();
  }

  private Map<UUID, Split> splits(List<UUID> runs) {
    UUID general = general();
    var shares = new HashMap<UUID, List<Plan.Share>>();
    jdbc.sql("""
        select run_id, fund_id, per_mille from dues.run_share
        where local_id = ? and run_id in (select unnest(?::uuid[])) order by fund_id""")
        .params(Scope.local(), runs.toArray(UUID[]::new))
        .query(rs -> {
          shares.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Plan.Share(rs.getObject(2, UUID.class), rs.getInt(3)));
        });
    var splits = new HashMap<UUID, Split>();
    runs.forEach(run -> splits.put(run, new Split(general, shares.getOrDefault(run, List.of()))));
    return splits;
  }

  private static UUID[] people(List<Part> parts) {
    return parts.stream().map(each -> each.charge().person()).toArray(UUID[]::new);
  }

  private static Date[] periods(List<Part> parts) {
    return parts.stream().map(each -> Date.valueOf(each.charge().period())).toArray(Date[]::new);
  }

  private static UUID[] plans(List<Part> parts) {
    return parts.stream().map(each -> each.charge().plan()).toArray(UUID[]::new);
  }

  private static Long[] amounts(List<Part> parts) { return parts.stream().map(Part::amount).toArray(Long[]::new); }
}
