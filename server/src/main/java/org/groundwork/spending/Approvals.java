// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A second person looks at what somebody asks for, and says yes or sends it back. Runs inside the caller's transaction,
 * which holds the payment, then the appropriation, then the fund.
 */
public final class Approvals {
  private final JdbcClient jdbc;
  private final PayoutRows rows;
  private final Seals seals;
  private final Limits limits;
  private final BooksOfSpending books;
  private final Writing writing;

  /** By what rules money leaves. */
  record Limits(RuleBook rules, Together together, Appropriations appropriations) {}

  Approvals(JdbcClient jdbc, PayoutRows rows, Seals seals, Limits limits, BooksOfSpending books, Writing writing) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.seals = seals;
    this.limits = limits;
    this.books = books;
    this.writing = writing;
  }

  /**
   * Says yes: from now on it is owed, and stands in the books.
   *
   * @param seen the version that was looked at
   */
  public Decided approve(UUID payout, long seen, Optional<UUID> appropriation) {
    Optional<Payout> held = rows.hold(payout)
        .filter(each -> each.stage() instanceof Stage.Asked && each.version() == seen);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    var asked = held.get();
    if (Writing.isOwn(asked)) {
      return new Decided.AnotherPerson();
    }
    return switch (enter(Spent.of(asked), limits.together().of(asked), appropriation)) {
      case Entering.No(Decided why) -> why;
      case Entering.Yes yes -> {
        approved(payout, yes, Writing.me(), appropriation);
        writing.did("payout-approved", payout);
        yield new Decided.Done();
      }
    };
  }

  /** What is spent, on what. */
  record Spent(NewPayout.Kind kind, UUID account, UUID fund, long amount) {
    static Spent of(Payout payout) {
      return new Spent(payout.kind(), payout.account(), payout.fund(), payout.amount());
    }
  }

  /** Whether something is owed now. */
  sealed interface Entering {
    record Yes(UUID approval, UUID entry) implements Entering {}

    record No(Decided why) implements Entering {}
  }

  /** Enters something as owed, if the limits, the appropriation and the books allow it. */
  Entering enter(Spent spent, long together, Optional<UUID> appropriation) {
    if (appropriation.isEmpty() && together > limits.rules().now().appropriation()) {
      return new Entering.No(new Decided.NoAppropriation(together));
    }
    Optional<Decided> refused = appropriation
        .flatMap(one -> limits.appropriations().refuses(one, spent.fund(), spent.amount()));
    if (refused.isPresent()) {
      return new Entering.No(refused.get());
    }
    UUID id = writing.ids().random();
    Entered entered = books.owed(spent, id, writing.today());
    return entered instanceof Entered.Yes(UUID entry)
        ? new Entering.Yes(id, entry)
        : new Entering.No(new Decided.NotEntered(entered));
  }

  /** Writes down that something is owed. */
  void approved(UUID payout, Entering.Yes entered, @Nullable UUID by, Optional<UUID> appropriation) {
    jdbc.sql("""
        update spending.payout set state = 'approved', sent_back = null, approved_by = :by::uuid, approved_on = :today,
          approval_id = :approval, approval_entry = :entry, appropriation_id = :appropriation::uuid,
          release_above = :release,
          version = version + 1, changed_by = :me::uuid, changed_at = :now
        where local_id = :local and id = :id""")
        .param("by", by)
        .param("today", writing.day())
        .param("approval", entered.approval())
        .param("entry", entered.entry())
        .param("appropriation", appropriation.orElse(null))
        .param("release", limits.rules().now().release())
        .param("me", Writing.me())
        .param("now", writing.now())
        .param("local", Scope.local())
        .param("id", payout)
        .update();
  }

  /** Sends it back to whoever asked, with a reason. */
  public Decided sendBack(UUID payout, String why) {
    Optional<Payout> held = rows.hold(payout).filter(each -> each.stage() instanceof Stage.Asked);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    return Writing.isOwn(held.get()) ? new Decided.AnotherPerson() : sentBack(payout, why, "payout-sent-back");
  }

  /** It was said yes to by mistake, and not paid: undone in the books, and back with whoever asked. */
  public Decided takeBack(UUID payout, String why) {
    Optional<Payout> held = rows.hold(payout)
        .filter(each -> each.stage() instanceof Stage.Approved && each.kind() != NewPayout.Kind.OTHER);
    return held.isEmpty()
        ? new Decided.Meanwhile()
        : undone(held.get()).orElseGet(() -> sentBack(payout, why, "payout-taken-back"));
  }

  /** What another module had paid is not to be paid after all, and was not: it may be asked for again. */
  public Decided callOff(UUID payout) {
    Optional<Payout> held = rows.hold(payout)
        .filter(each -> each.stage() instanceof Stage.Approved && each.kind() == NewPayout.Kind.OTHER);
    return held.isEmpty() ? new Decided.Meanwhile() : undone(held.get()).orElseGet(() -> calledOff(payout));
  }

  /** Undoes in the books what is owed; why not, if they do not take it. */
  private Optional<Decided> undone(Payout held) {
    UUID entry = jdbc.sql("select approval_entry from spending.payout where local_id = ? and id = ?")
        .params(Scope.local(), held.id())
        .query(UUID.class)
        .single();
    Entered entered = books.takenBack(entry, held, writing.today());
    return entered instanceof Entered.Yes ? Optional.empty() : Optional.of(new Decided.NotEntered(entered));
  }

  private Decided calledOff(UUID payout) {
    jdbc.sql("""
        update spending.payout set state = 'withdrawn', way_to = null, source_kind = null, source_id = null,
          appropriation_id = null, release_above = null, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(Writing.me())
        .params(writing.now(), Scope.local(), payout)
        .update();
    writing.did("payout-withdrawn", payout);
    return new Decided.Done();
  }

  private Decided sentBack(UUID payout, String why, String what) {
    jdbc.sql("""
        update spending.payout set state = 'sent-back', sent_back = ?, approved_by = null, approved_on = null,
          approval_id = null, approval_entry = null, released_by = null, released_on = null, appropriation_id = null,
          release_above = null,
          version = version + 1, changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .params(seals.seal("payout", "sent_back", payout, why))
        .param(Writing.me())
        .params(writing.now(), Scope.local(), payout)
        .update();
    writing.did(what, payout);
    return new Decided.Done();
  }
}
