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
  private final Seals seals;
  private final Writing writing;

  Paying(JdbcClient jdbc, PayoutRows rows, RuleBook rules, Together together, BooksOfSpending books, Seals seals,
      Writing writing) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.rows = rows;
    this.rules = rules;
    this.together = together;
    this.books = books;
    this.writing = writing;
  }

  /** Whether a further person has to release it before it is paid. */
  public boolean needsRelease(Payout payout) {
    return payout.stage() instanceof Stage.Approved(var _, var released) && released.isEmpty()
        && together(payout) > payout.releaseAbove().orElseGet(() -> rules.now().release());
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
    return pay(payout, from, books.account(from), on);
  }

  /**
   * The same, out of an account of the books that somebody names.
   *
   * @param account of the books, in which {@code from} lies
   */
  public Decided pay(UUID payout, From from, UUID account, LocalDate on) {
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
    Optional<Long> has = books.lacking(account, held.get().fund(), held.get().amount());
    if (has.isPresent()) {
      return new Decided.NotInTheBox(has.get());
    }
    Entered entered = books.paid(held.get(), writing.ids().next(), account, on);
    return entered instanceof Entered.Yes(UUID entry) ? paid(payout, from, entry, on) : new Decided.NotEntered(entered);
  }

  private Decided paid(UUID payout, From from, UUID entry, LocalDate on) {
    jdbc.sql("""
        update spending.payout set state = 'paid', way_to = null, paid_by = ?::uuid, paid_on = ?, paid_way = ?,
          paid_entry = ?, version = version + 1, changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .param(Writing.me())
        .params(Date.valueOf(on), from.key(), entry)
        .param(Writing.me())
        .params(writing.now(), Scope.local(), payout)
        .update();
    writing.did("payout-paid", payout);
    return new Decided.Done();
  }

  /** The entry of the books by which it was paid; empty while it is not. */
  public Optional<UUID> entry(UUID payout) {
    return jdbc.sql("select paid_entry from spending.payout where local_id = ? and id = ? and paid_entry is not null")
        .params(Scope.local(), payout)
        .query(UUID.class)
        .optional();
  }

  /**
   * It was said to be paid by mistake: undone in the books, and it waits to be paid again.
   *
   * @param wayTo where the money is to go, which was deleted when it was said to be paid; may be empty
   */
  public Decided takeBack(UUID payout, String wayTo) {
    Optional<Payout> held = rows.hold(payout);
    if (held.isEmpty() || !(held.get().stage() instanceof Stage.Paid paid)) {
      return new Decided.Meanwhile();
    }
    UUID entry = entry(payout).orElseThrow();
    if (books.pinned(entry)) {
      return new Decided.AtTheBank();
    }
    Entered entered = books.notPaid(entry, held.get(), paid.act().on(), writing.today());
    if (!(entered instanceof Entered.Yes)) {
      return new Decided.NotEntered(entered);
    }
    jdbc.sql(
        """
        update spending.payout set state = 'approved', way_to = ?::bytea, paid_by = null, paid_on = null, paid_way = null,
          paid_entry = null, version = version + 1, changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .param(seals.sealIfAny("payout", "way_to", payout, wayTo))
        .param(Writing.me())
        .params(writing.now(), Scope.local(), payout)
        .update();
    writing.did("payout-not-paid", payout);
    return new Decided.Done();
  }
}
