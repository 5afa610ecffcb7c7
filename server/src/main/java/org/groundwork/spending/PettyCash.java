// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Petty cash: handed out of the box to somebody with an office, spent by them with receipts, counted by two, topped up or
 * given back. Runs inside the caller's transaction, which holds the float from the first look; then has others who let money
 * out wait, then holds the box and the fund.
 */
public final class PettyCash {
  private final JdbcClient jdbc;
  private final PettyRows rows;
  private final Seals seals;
  private final RuleBook rules;
  private final ByOneWord word;
  private final PettyBooks books;
  private final Writing writing;

  PettyCash(JdbcClient jdbc, PettyRows rows, Seals seals, RuleBook rules, ByOneWord word, PettyBooks books,
      Writing writing) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.seals = seals;
    this.rules = rules;
    this.word = word;
    this.books = books;
    this.writing = writing;
  }

  /** All of them, those that are open first. */
  public List<PettyFloat> all() { return rows.all(); }

  /** Those that are open. */
  public List<PettyFloat> open() { return rows.open(); }

  /** One of them. */
  public Optional<PettyFloat> find(UUID id) { return rows.find(id); }

  /** What went in and out of one, the latest first. */
  public List<PettyFloat.Move> moves(UUID id) {
    return rows.moves(id);
  }

  /** Hands a float to somebody who has none; the first money goes into it by {@link #topUp}. */
  public PettyDone open(UUID holder, UUID fund) {
    if (books.stays(fund)) {
      return new PettyDone.NotOfThisFund();
    }
    UUID id = writing.ids().next();
    int opened = jdbc.sql("""
        insert into spending.petty_float (local_id, id, fund_id, holder_id, state, opened_on, changed_by, changed_at)
        values (?, ?, ?, ?, 'open', ?, ?, ?) on conflict (local_id, holder_id) where state = 'open' do nothing""")
        .params(Scope.local(), id, fund, holder, writing.day(), me(), writing.now())
        .update();
    if (opened == 0) {
      return new PettyDone.Meanwhile();
    }
    did("petty-opened", id);
    return new PettyDone.Done(id);
  }

  /**
   * So much goes from the box into a float, which then holds no more than the local allows: handed out by somebody else than
   * carries it, once two have counted it since something was spent, and no more within days than one person lets out alone,
   * of all floats and of what else left by one person's word.
   */
  public PettyDone topUp(UUID id, long amount) {
    Optional<PettyFloat> held = rows.hold(id);
    return held.flatMap(each -> refused(each, amount))
        .orElseGet(() -> move(held,
            new Moving(PettyFloat.Kind.HANDED_OUT, amount, Optional.empty(), "", writing.today())));
  }

  private Optional<PettyDone> refused(PettyFloat held, long amount) {
    Rules now = rules.now();
    if (books.stays(held.fund())) {
      return Optional.of(new PettyDone.NotOfThisFund());
    }
    if (held.isOf(me())) {
      return Optional.of(new PettyDone.AnotherOfficer());
    }
    word.oneByOne();
    if (Math.addExact(held.holds(), amount) > now.pettyCash()) {
      return Optional.of(new PettyDone.TooMuch(now.pettyCash()));
    }
    if (held.toCount()) {
      return Optional.of(new PettyDone.CountFirst());
    }
    Optional<Long> has = books.notInTheBox(held.fund(), amount);
    if (has.isPresent()) {
      return Optional.of(new PettyDone.NotInTheBox(has.get()));
    }
    return Math.addExact(word.all(writing.today()), amount) > now.byOne()
        ? Optional.of(new PettyDone.OverLimit(now.byOne()))
        : Optional.empty();
  }

  /**
   * Something that went in or out was a mistake: another movement undoes it, in the books too. What brought money from the box,
   * or back into it, is undone by somebody else than carries it, as it is made. Undoing that something was given back hands it
   * out again, by the rules of {@link #topUp}.
   *
   * @param why in words
   */
  public PettyDone undo(UUID id, UUID mistake, String why) {
    Optional<PettyFloat> held = rows.hold(id);
    Optional<PettyFloat.Move> found = held.stream()
        .flatMap(_ -> rows.moves(id).stream())
        .filter(each -> each.id().equals(mistake) && each.canBeUndone())
        .findFirst();
    if (held.isEmpty() || found.isEmpty()) {
      return new PettyDone.Meanwhile();
    }
    PettyFloat.Move move = found.get();
    UUID entry = move.entry().orElseThrow();
    if (move.kind() != PettyFloat.Kind.SPENT && held.get().isOf(me())) {
      return new PettyDone.AnotherOfficer();
    }
    if (held.get().holds() < move.amount()) {
      return new PettyDone.TooLittle(held.get().holds());
    }
    if (books.pinned(entry)) {
      return new PettyDone.AtTheBank();
    }
    Optional<PettyDone> refused = move.kind() == PettyFloat.Kind.GIVEN_BACK
        ? refused(held.get(), Math.negateExact(move.amount()))
        : Optional.empty();
    if (refused.isPresent()) {
      return refused.get();
    }
    Entered entered = books.undone(entry, move.on(), writing.today());
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new PettyDone.NotEntered(entered);
    }
    UUID undoing = writing.ids().next();
    write(held.get(), undoing,
        new Moving(PettyFloat.Kind.UNDONE, Math.negateExact(move.amount()), Optional.empty(), why,
            writing.today()),
        Optional.of(made), Optional.of(mistake));
    count(id, null, null, null);
    did("petty-undone", id);
    return new PettyDone.Done(undoing);
  }

  /** So much goes back into the box. */
  public PettyDone giveBack(UUID id, long amount) {
    return out(id, new Moving(PettyFloat.Kind.GIVEN_BACK, Math.negateExact(amount), Optional.empty(), "",
        writing.today()));
  }

  /** Whether what is in it can only be given back, since it is of a fund of which nobody carries money any more. */
  public boolean onlyBack(PettyFloat each) {
    return books.stays(each.fund());
  }

  /** The holder spent so much of it. */
  public PettyDone spent(UUID id, long amount, UUID account, String what, LocalDate on) {
    if (find(id).filter(this::onlyBack).isPresent()) {
      return new PettyDone.NotOfThisFund();
    }
    return out(id, new Moving(PettyFloat.Kind.SPENT, Math.negateExact(amount), Optional.of(account), what, on));
  }

  private PettyDone out(UUID id, Moving moving) {
    Optional<PettyFloat> held = rows.hold(id);
    if (held.isPresent() && Math.addExact(held.get().holds(), moving.amount()) < 0) {
      return new PettyDone.TooLittle(held.get().holds());
    }
    return move(held, moving);
  }

  /** What goes in or out. */
  private record Moving(PettyFloat.Kind kind, long amount, Optional<UUID> account, String what, LocalDate on) {}

  private PettyDone move(Optional<PettyFloat> held, Moving moving) {
    if (held.isEmpty()) {
      return new PettyDone.Meanwhile();
    }
    UUID move = writing.ids().next();
    Entered entered = books.moved(move, moving.kind(), held.get().fund(), moving.amount(), moving.account(),
        moving.on());
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      return new PettyDone.NotEntered(entered);
    }
    write(held.get(), move, moving, Optional.of(entry), Optional.empty());
    count(held.get().id(), null, null, null); // what was counted before is not what is in it now
    did("petty-" + moving.kind().key(), held.get().id());
    return new PettyDone.Done(move);
  }

  private void write(PettyFloat held, UUID move, Moving moving, Optional<UUID> entry, Optional<UUID> undoes) {
    jdbc.sql(
        """
        insert into spending.petty_move (local_id, id, float_id, kind, amount, on_date, account_id, what, entry_id, with_id,
          undoes_id, changed_by, changed_at)
        values (:local, :id, :float, :kind, :amount, :on, :account::uuid, :what, :entry::uuid, :with::uuid,
          :undoes::uuid, :me, :now)""")
        .param("local", Scope.local())
        .param("id", move)
        .param("float", held.id())
        .param("kind", moving.kind().key())
        .param("amount", moving.amount())
        .param("on", Date.valueOf(moving.on()))
        .param("account", moving.account().orElse(null))
        .param("what", seals.sealIfAny("petty_move", "what", move, moving.what()))
        .param("entry", entry.orElse(null))
        .param("with", moving.kind() == PettyFloat.Kind.COUNTED
            ? held.count().map(PettyFloat.Count::by).orElseThrow()
            : null)
        .param("undoes", undoes.orElse(null))
        .param("me", me())
        .param("now", writing.now())
        .update();
  }

  /**
   * Somebody counted what is in it. The second one's sum is held against the first's; both being the same, what is off is
   * entered with its reason.
   */
  public PettyDone counted(UUID id, long sum, String reason) {
    Optional<PettyFloat> held = rows.hold(id);
    if (held.isEmpty()) {
      return new PettyDone.Meanwhile();
    }
    var before = held.get().count();
    if (before.isEmpty()) {
      count(id, sum, me(), writing.day());
      did("petty-counted-once", id);
      return new PettyDone.CountedOnce();
    }
    if (before.get().by().equals(me())) {
      return new PettyDone.SamePerson();
    }
    if (before.get().sum() != sum) {
      count(id, null, null, null);
      return new PettyDone.CountsDiffer();
    }
    return bothCounted(held.get(), Math.subtractExact(sum, held.get().holds()), reason);
  }

  private PettyDone bothCounted(PettyFloat held, long off, String reason) {
    var moving = new Moving(PettyFloat.Kind.COUNTED, off, Optional.empty(), off == 0 ? "" : reason, writing.today());
    if (off != 0) {
      return reason.isEmpty() ? new PettyDone.ReasonNeeded(off) : move(Optional.of(held), moving);
    }
    UUID move = writing.ids().next();
    write(held, move, moving, Optional.empty(), Optional.empty());
    count(held.id(), null, null, null);
    did("petty-counted", held.id());
    return new PettyDone.Done(move);
  }

  private void count(UUID id, @org.jspecify.annotations.Nullable Long sum,
      @org.jspecify.annotations.Nullable UUID by, @org.jspecify.annotations.Nullable Date on) {
    jdbc.sql("""
        update spending.petty_float set counted = ?::bigint, counted_by = ?::uuid, counted_on = ?::date,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .param(sum)
        .param(by)
        .param(on)
        .params(me(), writing.now(), Scope.local(), id)
        .update();
  }

  /** One that nothing is in is over, once two have counted that. */
  public PettyDone close(UUID id) {
    Optional<PettyFloat> held = rows.hold(id);
    if (held.isEmpty()) {
      return new PettyDone.Meanwhile();
    }
    if (held.get().holds() != 0) {
      return new PettyDone.TooMuch(0);
    }
    if (held.get().toCount()) {
      return new PettyDone.CountFirst();
    }
    jdbc.sql("""
        update spending.petty_float set state = 'closed', closed_on = ?, counted = null, counted_by = null,
          counted_on = null, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(writing.day(), me(), writing.now(), Scope.local(), id)
        .update();
    did("petty-closed", id);
    return new PettyDone.Done(id);
  }

  private void did(String what, UUID id) { writing.audit().record(what, new SubjectRef("petty-cash", id), ""); }

  private static UUID me() { return Callers.actor().person(); }
}
