// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is owed is paid: above a limit only once a further person has released it, and then by somebody else. Runs inside
 * the caller's transaction, which holds the payment.
 */
public final class Paying {
  private final JdbcClient jdbc;
  private final PayoutRows rows;
  private final RuleBook rules;
  private final Together together;
  private final BooksOfSpending books;
  private final Writing writing;

  Paying(JdbcClient jdbc, PayoutRows rows, RuleBook rules, Together together, BooksOfSpending books, Writing writing) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.rules = rules;
    this.together = together;
    this.books = books;
    this.writing = writing;
  }

  /** Whether a further person has to release it before it is paid. */
  public boolean needsRelease(Payout payout) {
    return payout.stage() instanceof Stage.Approved(var _, var released) && released.isEmpty()
        && together(payout) > rules.now().release();
  }

  /** What it counts for, with all that goes to the same payee for the same within days. */
  public long together(Payout payout) {
    return together.of(payout);
  }

  /** Whether somebody may release it: neither who asked, nor who gets it, nor who said yes. */
  public boolean mayRelease(UUID person, Payout payout) {
    return !payout.concerns(person)
        && !(payout.stage() instanceof Stage.Approved(Stage.Act act, var _) && act.by().equals(Optional.of(person)));
  }

  /** Releases what is above the limit. */
  public Decided release(UUID payout) {
    Optional<Payout> held = rows.hold(payout).filter(this::needsRelease);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    UUID me = Callers.actor().person();
    if (!mayRelease(me, held.get())) {
      return new Decided.AnotherPerson();
    }
    jdbc.sql("""
        update spending.payout set released_by = ?, released_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .params(me, writing.day(), me, writing.now(), Scope.local(), payout)
        .update();
    writing.did("payout-released", payout);
    return new Decided.Done();
  }

  /** It was paid, on a day, out of something; entered once, however often it is said. */
  public Decided pay(UUID payout, From from, LocalDate on) {
    Optional<Payout> held = rows.hold(payout);
    if (held.isEmpty() || !(held.get().stage() instanceof Stage.Approved(Stage.Act yes, var released))) {
      return new Decided.Meanwhile();
    }
    if (needsRelease(held.get())) {
      return new Decided.NotReleased(together(held.get()));
    }
    if (released.flatMap(Stage.Act::by).filter(by -> by.equals(Writing.me())).isPresent()) {
      return new Decided.AnotherPerson();
    }
    if (on.isBefore(yes.on()) || on.isAfter(writing.today())) {
      return new Decided.WrongDay();
    }
    Entered entered = books.paid(held.get(), from, on);
    return entered instanceof Entered.Yes ? paid(payout, from, on) : new Decided.NotEntered(entered);
  }

  private Decided paid(UUID payout, From from, LocalDate on) {
    jdbc.sql("""
        update spending.payout set state = 'paid', way_to = null, paid_by = ?::uuid, paid_on = ?, paid_way = ?,
          version = version + 1, changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .param(Writing.me())
        .params(Date.valueOf(on), from.key())
        .param(Writing.me())
        .params(writing.now(), Scope.local(), payout)
        .update();
    writing.did("payout-paid", payout);
    return new Decided.Done();
  }
}
