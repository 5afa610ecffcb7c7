// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.treasury.MoneyDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Money that goes from one fund to another: the treasurer asks, a second officer says yes, and above the limit it needs
 * an appropriation, as whatever leaves a fund. Runs inside the caller's transaction, which holds the move, then the
 * appropriation, then the funds.
 */
public final class FundMoves {
  private static final String SELECT = """
      select m.id, m.place_id, m.from_id, m.to_id, m.amount, m.why, n.person_id as asked_by, m.asked_on, m.state, m.moved_on,
        u.person_id as undo_by
      from spending.fund_move m left join roll.api_person_now n on n.local_id = m.local_id and n.id = m.asked_by
      left join roll.api_person_now u on u.local_id = m.local_id and u.id = m.undo_by
      where m.local_id = ?""";
  private static final String ONE = SELECT + " and m.id = ?";
  private static final String LATEST = SELECT + " order by m.state in ('asked', 'undoing') desc, m.id desc limit ?";
  private static final String UNDER = SELECT + " and m.appropriation_id = ? and m.state <> 'undone' order by m.id desc";
  private final JdbcClient jdbc;
  private final Seals seals;
  private final RuleBook rules;
  private final Appropriations appropriations;
  private final BooksOfSpending books;
  private final Writing writing;

  FundMoves(JdbcClient jdbc, Seals seals, RuleBook rules, Appropriations appropriations, BooksOfSpending books,
      Writing writing) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.rules = rules;
    this.appropriations = appropriations;
    this.books = books;
    this.writing = writing;
  }

  /** Those that wait, then the latest; at most {@code most}. */
  public List<FundMove> latest(int most) {
    return jdbc.sql(LATEST).params(Scope.local(), most).query(this::read).list();
  }

  /** What went under an appropriation, the latest first. */
  public List<FundMove> under(UUID appropriation) {
    return jdbc.sql(UNDER).params(Scope.local(), appropriation).query(this::read).list();
  }

  /** Asks for a move, which then waits for a second person. */
  public UUID ask(FundMove.New asked) {
    UUID id = writing.ids().next();
    UUID me = Callers.actor().person();
    jdbc.sql("""
        insert into spending.fund_move (local_id, id, place_id, from_id, to_id, amount, why, state, asked_by, asked_on,
          changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, 'asked', ?, ?, ?, ?)""")
        .params(Scope.local(), id, asked.place(), asked.from(), asked.to(), asked.amount(),
            seals.seal("fund_move", "why", id, asked.why()), me, writing.day(), me, writing.now())
        .update();
    did("fund-move-asked", id);
    return id;
  }

  /** A second officer says yes, and it goes. */
  public Decided approve(UUID move, Optional<UUID> appropriation) {
    Optional<FundMove> held = hold(move).filter(each -> each.state() == FundMove.State.ASKED);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    UUID me = Callers.actor().person();
    if (held.get().asked(me)) {
      return new Decided.AnotherPerson();
    }
    long together = together(held.get());
    if (appropriation.isEmpty() && together > rules.now().appropriation()) {
      return new Decided.NoAppropriation(together);
    }
    Optional<Decided> refused = appropriation
        .flatMap(one -> appropriations.refuses(one, held.get().from(), held.get().amount()));
    if (refused.isPresent()) {
      return refused.get();
    }
    Entered entered = books.moved(held.get(), writing.today());
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      return new Decided.NotEntered(entered);
    }
    jdbc.sql("""
        update spending.fund_move set state = 'moved', moved_on = ?, entry_id = ?, appropriation_id = ?::uuid,
          approved_by = ?, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(writing.day(), entry)
        .param(appropriation.orElse(null))
        .params(me, me, writing.now(), Scope.local(), move)
        .update();
    did("fund-move-approved", move);
    return new Decided.Done();
  }

  /** It is not wanted after all. */
  public Decided withdraw(UUID move) {
    if (hold(move).filter(each -> each.state() == FundMove.State.ASKED).isEmpty()) {
      return new Decided.Meanwhile();
    }
    UUID me = Callers.actor().person();
    jdbc.sql("""
        update spending.fund_move set state = 'withdrawn', version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""").params(me, writing.now(), Scope.local(), move).update();
    did("fund-move-withdrawn", move);
    return new Decided.Done();
  }

  /** It went by mistake: it is to be undone, once a second officer says yes. */
  public Decided askToUndo(UUID move) {
    if (hold(move).filter(each -> each.state() == FundMove.State.MOVED).isEmpty()) {
      return new Decided.Meanwhile();
    }
    undoing(move, FundMove.State.UNDOING, Callers.actor().person());
    did("fund-move-undo-asked", move);
    return new Decided.Done();
  }

  /** It stays as it is after all. */
  public Decided leave(UUID move) {
    if (hold(move).filter(each -> each.state() == FundMove.State.UNDOING).isEmpty()) {
      return new Decided.Meanwhile();
    }
    undoing(move, FundMove.State.MOVED, null);
    did("fund-move-left", move);
    return new Decided.Done();
  }

  private void undoing(UUID move, FundMove.State state, @Nullable UUID by) {
    jdbc.sql("""
        update spending.fund_move set state = ?, undo_by = ?::uuid, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .param(state.key())
        .param(by)
        .params(Callers.actor().person(), writing.now(), Scope.local(), move)
        .update();
  }

  /** A second officer says yes to undoing it: it goes back, and what it took of an appropriation is free again. */
  public Decided undo(UUID move) {
    Optional<FundMove> held = hold(move).filter(each -> each.state() == FundMove.State.UNDOING);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    UUID me = Callers.actor().person();
    if (!held.get().mayUndo(me)) {
      return new Decided.AnotherPerson();
    }
    UUID entry = jdbc.sql("select entry_id from spending.fund_move where local_id = ? and id = ?")
        .params(Scope.local(), move)
        .query(UUID.class)
        .single();
    if (books.pinned(entry)) {
      return new Decided.AtTheBank();
    }
    Entered entered = books.movedBack(entry, held.get().moved().orElseThrow(), writing.today());
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new Decided.NotEntered(entered);
    }
    jdbc.sql("""
        update spending.fund_move set state = 'undone', undone_on = ?, undo_entry = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(writing.day(), made, me, writing.now(), Scope.local(), move)
        .update();
    did("fund-move-undone", move);
    return new Decided.Done();
  }

  /** What it counts for, with all that leaves the same fund for another within days. */
  public long together(FundMove move) {
    return jdbc.sql("""
        select coalesce(sum(amount), 0)::bigint from spending.fund_move where local_id = ? and from_id = ?
          and asked_on between ? and ? and id <> ? and state in ('asked', 'moved', 'undoing')""")
        .params(Scope.local(), move.from(), Date.valueOf(move.askedOn().minusDays(Together.DAYS)),
            Date.valueOf(move.askedOn().plusDays(Together.DAYS)), move.id())
        .query(Long.class)
        .single() + move.amount();
  }

  private Optional<FundMove> hold(UUID move) {
    jdbc.sql("select id from spending.fund_move where local_id = ? and id = ? for update")
        .params(Scope.local(), move)
        .query(rs -> {});
    return jdbc.sql(ONE).params(Scope.local(), move).query(this::read).optional();
  }

  /** How many wait for the yes of somebody else than who asked. */
  Optional<MoneyDoor.Waiting> said(Caller.Actor reader) {
    if (!reader.mayEverywhere(Power.APPROVE_MONEY)) {
      return Optional.empty();
    }
    int count = jdbc.sql("""
        select count(*)::integer from spending.fund_move m
        left join roll.api_person_now n on n.local_id = m.local_id and n.id = m.asked_by
        left join roll.api_person_now u on u.local_id = m.local_id and u.id = m.undo_by
        where m.local_id = ? and ((m.state = 'asked' and n.person_id is distinct from ?)
          or (m.state = 'undoing' and u.person_id <> ?))""")
        .params(Scope.local(), reader.person(), reader.person())
        .query(Integer.class)
        .single();
    return count == 0 ? Optional.empty() : Optional.of(new MoneyDoor.Waiting("moves.door.waiting", List.of(count)));
  }

  private void did(String what, UUID move) { writing.audit().record(what, new SubjectRef("fund-move", move), ""); }

  private FundMove read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Optional<LocalDate> moved = Optional.ofNullable(rs.getDate("moved_on")).map(Date::toLocalDate);
    return new FundMove(id, rs.getObject("place_id", UUID.class), rs.getObject("from_id", UUID.class),
        rs.getObject("to_id", UUID.class), rs.getLong("amount"), seals.open("fund_move", "why", id, rs.getBytes("why")),
        Optional.ofNullable(rs.getObject("asked_by", UUID.class)), rs.getDate("asked_on").toLocalDate(),
        FundMove.State.of(rs.getString("state")), moved, Optional.ofNullable(rs.getObject("undo_by", UUID.class)));
  }
}
