// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be paid. A member or the treasurer asks, {@link Approvals} and {@link Paying} do the rest; another module, which
 * decided by rules of its own, has something paid by {@link #owe}. Runs inside the caller's transaction.
 */
public final class Payouts {
  private final JdbcClient jdbc;
  private final PayoutRows rows;
  private final Seals seals;
  private final Together together;
  private final Approvals approvals;
  private final Writing writing;

  Payouts(JdbcClient jdbc, PayoutRows rows, Seals seals, Together together, Approvals approvals, Writing writing) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.seals = seals;
    this.together = together;
    this.approvals = approvals;
    this.writing = writing;
  }

  /** What came of a payment that another module asked for. */
  public sealed interface Owed {
    /** It is owed, under this identifier; also when it was asked for before. */
    record Yes(UUID payout) implements Owed {}

    /** It is not, and nothing was written. */
    record No(Decided why) implements Owed {}
  }

  /** One payment. */
  public Optional<Payout> find(UUID payout) { return rows.find(payout); }

  /** These payments, the oldest first. */
  public List<Payout> some(Collection<UUID> payouts) {
    return payouts.isEmpty() ? List.of() : rows.all(PayoutRows.SOME, (Object) payouts.toArray(UUID[]::new));
  }

  /** What waits to be paid and is as much as one of these amounts, the oldest first; at most 200. */
  public List<Payout> owed(Collection<Long> amounts) {
    return rows.all(PayoutRows.OWED, (Object) amounts.toArray(Long[]::new));
  }

  /**
   * All that is owed and waits to be paid, the oldest first; nothing if that is more than {@code most}, since whoever asks
   * wants to know of all of it.
   */
  public List<Payout> owed(int most) {
    List<Payout> owed = rows.all(PayoutRows.ALL_OWED, most + 1);
    return owed.size() > most ? List.of() : owed;
  }

  /** The latest of all, the latest first. */
  public List<Payout> latest(int most) {
    return rows.all(PayoutRows.LATEST, most);
  }

  /** What somebody asked for or gets, the latest first. */
  public List<Payout> of(UUID person, int most) {
    return rows.all(PayoutRows.OF_PERSON, person, person, most);
  }

  /** What is spent under an appropriation, the latest first. */
  public List<Payout> under(UUID appropriation) {
    return rows.all(PayoutRows.UNDER, appropriation);
  }

  /** Asks for a payment, which then waits for a second person. */
  public UUID ask(NewPayout asked) {
    if (asked.kind() == NewPayout.Kind.OTHER) {
      throw new IllegalArgumentException("what another module decided on is owed at once");
    }
    UUID id = writing.ids().next();
    write(id, asked);
    writing.did("payout-asked", id);
    return id;
  }

  /**
   * Another module has something paid that was decided on by its own rules. It is owed at once, within the limits: above
   * them it is released here by somebody else than asked, and needs an appropriation.
   */
  public Owed owe(NewPayout asked, Optional<UUID> appropriation) {
    Source source = asked.source().orElseThrow();
    Optional<UUID> before = before(source);
    if (before.isPresent()) {
      return new Owed.Yes(before.get());
    }
    UUID id = writing.ids().next();
    long sum = together.of(id, asked.amount(), asked.payee(), asked.account(), writing.today());
    var spent = new Approvals.Spent(asked.kind(), asked.account(), asked.fund(), asked.amount());
    return switch (approvals.enter(spent, sum, appropriation)) {
      case Approvals.Entering.No(Decided why) -> new Owed.No(why);
      case Approvals.Entering.Yes yes -> {
        write(id, asked);
        approvals.approved(id, yes, null, appropriation);
        writing.did("payout-asked", id);
        yield new Owed.Yes(id);
      }
    };
  }

  /** What was asked for about the same; whoever asks at the same time waits. */
  private Optional<UUID> before(Source source) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("spending.payout " + Scope.local() + source.kind() + source.id())
        .query(rs -> {});
    return jdbc.sql("select id from spending.payout where local_id = ? and source_kind = ? and source_id = ?")
        .params(Scope.local(), source.kind(), source.id())
        .query(UUID.class)
        .optional();
  }

  private void write(UUID id, NewPayout asked) {
    jdbc.sql(
        """
        insert into spending.payout (local_id, id, kind, state, owed, source_kind, source_id, amount, fund_id, account_id,
          payee_id, payee, payee_index, what, way, way_to, no_receipt, due_on, confidential, asked_by, asked_on,
          changed_by, changed_at)
        values (:local, :id, :kind, 'asked', :owed, :sourceKind, :sourceId::uuid, :amount, :fund, :account, :payeeId::uuid,
          :payee, :payeeIndex, :what, :way, :wayTo, :noReceipt, :due, :confidential, :me::uuid, :today, :me::uuid, :now)""")
        .params(PayoutFields.of(seals, id, asked))
        .param("kind", asked.kind().key())
        .param("owed", BooksOfSpending.owes(asked.kind()).key())
        .param("sourceKind", asked.source().map(Source::kind).orElse(null))
        .param("sourceId", asked.source().map(Source::id).orElse(null))
        .param("me", Writing.me())
        .param("today", writing.day())
        .param("now", writing.now())
        .update();
  }

  /** Mends what was asked for or sent back, and asks for it again. */
  public Decided mend(UUID payout, NewPayout asked) {
    if (rows.hold(payout).filter(Payout::canBeMended).isEmpty()) {
      return new Decided.Meanwhile();
    }
    jdbc.sql("""
        update spending.payout set state = 'asked', sent_back = null, amount = :amount, fund_id = :fund,
          account_id = :account, payee_id = :payeeId::uuid, payee = :payee, payee_index = :payeeIndex, what = :what,
          way = :way, way_to = :wayTo, no_receipt = :noReceipt, due_on = :due, confidential = :confidential,
          asked_by = :me::uuid, asked_on = :today, version = version + 1, changed_by = :me::uuid, changed_at = :now
        where local_id = :local and id = :id""")
        .params(PayoutFields.of(seals, payout, asked))
        .param("me", Writing.me())
        .param("today", writing.day())
        .param("now", writing.now())
        .update();
    writing.did("payout-mended", payout);
    return new Decided.Done();
  }

  /** Whoever asked does not want it any more. */
  public Decided withdraw(UUID payout) {
    if (rows.hold(payout).filter(Payout::canBeMended).isEmpty()) {
      return new Decided.Meanwhile();
    }
    jdbc.sql("""
        update spending.payout set state = 'withdrawn', way_to = null, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ?""")
        .param(Writing.me())
        .params(writing.now(), Scope.local(), payout)
        .update();
    writing.did("payout-withdrawn", payout);
    return new Decided.Done();
  }
}
