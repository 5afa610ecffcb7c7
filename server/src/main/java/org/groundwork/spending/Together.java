// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What goes to one payee for one kind of expense within days of one another, counted together: a limit is not passed by
 * writing two smaller papers.
 */
final class Together {
  /** So many days before and after. */
  static final int DAYS = 7;
  static final String TO_MEMBER = """
      select coalesce(sum(p.amount), 0)::bigint from spending.payout p
      join roll.api_person_now n on n.local_id = p.local_id and n.id = p.payee_id
      where p.local_id = ? and n.person_id = ? and p.account_id = ? and p.asked_on between ? and ? and p.id <> ?
        and p.state in ('asked', 'approved', 'paid')""";
  static final String TO_NAME = """
      select coalesce(sum(p.amount), 0)::bigint from spending.payout p
      where p.local_id = ? and p.payee_index in (select unnest(?::bytea[])) and p.account_id = ?
        and p.asked_on between ? and ? and p.id <> ? and p.state in ('asked', 'approved', 'paid')""";
  private final JdbcClient jdbc;
  private final Seals seals;

  Together(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** The sum of a payment and of all that count with it. */
  long of(Payout payout) {
    return of(payout.id(), payout.amount(), payout.payee(), payout.account(), payout.askedOn());
  }

  /** The same for one that is not written down yet, under the identifier that it will have. */
  long of(UUID id, long amount, Payee payee, UUID account, LocalDate on) {
    Date first = Date.valueOf(on.minusDays(DAYS));
    Date last = Date.valueOf(on.plusDays(DAYS));
    long others = switch (payee) {
      case Payee.Member(UUID person) -> jdbc.sql(TO_MEMBER)
          .params(Scope.local(), person, account, first, last, id)
          .query(Long.class)
          .single();
      case Payee.Named(String name) -> jdbc.sql(TO_NAME)
          .params(Scope.local(), seals.payees(name).toArray(byte[][]::new), account, first, last, id)
          .query(Long.class)
          .single();
      case Payee.Forgotten() -> 0L;
    };
    return Math.addExact(amount, others);
  }
}
