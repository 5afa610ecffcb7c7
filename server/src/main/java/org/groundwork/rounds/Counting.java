// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The envelope of a round that was handed in, counted by two people who do not see what the other counted, nor what the
 * receipts say. Runs inside the caller's transaction.
 */
public final class Counting {
  /** The most that is counted, in minor units. */
  public static final long MOST = 10_000_000_000_000L;
  private final JdbcClient jdbc;
  private final Rounds rounds;
  private final TakingRows rows;
  private final RoundBooks books;
  private final Seals seals;
  private final Scope scope;
  private final Mandates mandates;

  Counting(JdbcClient jdbc, Rounds rounds, TakingRows rows, RoundBooks books, Seals seals, Scope scope,
      Mandates mandates) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.rows = rows;
    this.books = books;
    this.seals = seals;
    this.scope = scope;
    this.mandates = mandates;
  }

  /** What the receipts say that is in the envelope, in minor units: what is entered and was not counted. */
  public record Should(long cash, long cheques) {}

  /** What should be in an envelope. */
  public Should should(UUID round) {
    return new Should(uncounted(round, false).stream().mapToLong(Taking::amount).sum(),
        uncounted(round, true).stream().mapToLong(Taking::amount).sum());
  }

  private List<Taking> uncounted(UUID round, boolean cheques) {
    return rows.of(round)
        .stream()
        .filter(taking -> taking.is(Taking.State.ENTERED) && !taking.counted() && taking.cheque() == cheques)
        .toList();
  }

  /** What became of a count. Nothing was written unless it says so. */
  public sealed interface Done {
    /** Two came to the same, and it is what the receipts say: the money is where it belongs. */
    record Counted() implements Done {}

    /** The first count is written down. */
    record Once() implements Done {}

    /** The same person, or the same account, counted first. */
    record SamePerson() implements Done {}

    /** The two came to different sums: both are dropped, and it is counted again. */
    record Differ() implements Done {}

    /** Both came to the same, which is another sum than the receipts say. */
    record Off(Difference by) implements Done {}

    /** What the officer paid is among the receipts: another one enters the difference. */
    record Own() implements Done {}

    /** There is nothing to count, or not any more. */
    record Meanwhile() implements Done {}

    /** The books do not take it. */
    record NotEntered(Entered why) implements Done {}
  }

  /** What was counted less what the receipts say, in minor units. */
  public record Difference(long cash, long cheques) {
    boolean none() { return cash == 0 && cheques == 0; }
  }

  /**
   * Somebody counted what is in an envelope, in minor units, each 0 … {@link #MOST}.
   *
   * @throws IllegalArgumentException when a bound is not kept
   */
  public Done count(UUID id, long cash, long cheques) {
    if (cash < 0 || cash > MOST || cheques < 0 || cheques > MOST) {
      throw new IllegalArgumentException("an envelope of " + cash + " and " + cheques);
    }
    Round round = toCount(id).filter(of -> !of.off()).orElse(null);
    if (round == null) {
      return new Done.Meanwhile();
    }
    var actor = Callers.actor();
    if (round.first().isEmpty()) {
      rounds.countedOnce(id, new Round.First(cash, cheques, Optional.of(actor.person()), actor.account(),
          scope.today()));
      scope.did("round-counted-once", id, "");
      return new Done.Once();
    }
    if (round.countedFirstBy(actor.person(), actor.account())) {
      return new Done.SamePerson();
    }
    Round.First first = round.first().get();
    if (first.cash() != cash || first.cheques() != cheques) {
      rounds.countAnew(id);
      scope.did("round-counts-differ", id, "");
      return new Done.Differ();
    }
    Difference off = off(id, first);
    if (off.none()) {
      return finish(round, Optional.of(actor.person()), off, "");
    }
    rounds.countedTwice(id);
    scope.did("round-counted-off", id, "");
    return new Done.Off(off);
  }

  /** What the two counts are off from what the receipts say; empty where they are not, or nobody counted twice. */
  public Optional<Difference> off(Round round) {
    return round.second().flatMap(_ -> round.first()).map(first -> off(round.id(), first));
  }

  private Difference off(UUID round, Round.First first) {
    Should should = should(round);
    return new Difference(Math.subtractExact(first.cash(), should.cash()),
        Math.subtractExact(first.cheques(), should.cheques()));
  }

  private Optional<Round> toCount(UUID id) {
    return rounds.hold(id).filter(round -> round.state() == Round.State.HANDED_IN);
  }

  /**
   * Whoever keeps the money enters what two people counted although the receipts say otherwise.
   *
   * @param seen what the officer was shown; where it is another by now nothing is entered
   * @param reason in a sentence
   */
  public Done confirm(UUID id, Difference seen, String reason) {
    Round round = toCount(id).filter(Round::off).orElse(null);
    if (round == null) {
      return new Done.Meanwhile();
    }
    if (ownAmong(id)) {
      return new Done.Own();
    }
    Difference off = off(round).orElseThrow();
    return off.equals(seen)
        ? finish(round, round.second().flatMap(Round.Second::by), off, reason)
        : new Done.Off(off);
  }

  /**
   * Whether what the caller paid is among what is to be counted, or they carried the envelope and somebody else keeps the
   * money too; then they enter no difference.
   */
  public boolean ownAmong(UUID round) {
    return rows.uncountedOf(round, Scope.me()) || (carried(round) && mandates.everywhere(Power.KEEP_MONEY)
        .stream()
        .anyMatch(officer -> !officer.equals(Scope.me())));
  }

  private boolean carried(UUID round) {
    return rounds.find(round).flatMap(Round::steward).equals(Optional.of(Scope.me()))
        || rows.uncountedTakenBy(round, Scope.me());
  }

  /** Drops what was counted; it is counted anew, by two. */
  public boolean again(UUID id) {
    boolean there = toCount(id).filter(round -> round.first().isPresent()).isPresent();
    if (there) {
      rounds.countAnew(id);
      scope.did("round-count-again", id, "");
    }
    return there;
  }

  private Done finish(Round round, Optional<UUID> second, Difference off, String reason) {
    UUID count = scope.ids().next();
    Should should = should(round.id());
    var entered = books.counted(new RoundBooks.Counted(count, entries(round.id(), false), entries(round.id(), true),
        off.cash(), off.cheques()), scope.today());
    if (entered.filter(of -> !(of instanceof Entered.Yes)).isPresent()) {
      return new Done.NotEntered(entered.get());
    }
    Round.First first = round.first().orElseThrow();
    jdbc.sql(
        """
        insert into rounds.count (local_id, id, round_id, cash, cheques, cash_should, cheques_should, first_by, second_by,
          counted_on, reason, confirmed_by, entry_id, changed_by, changed_at)
        values (:local, :id, :round, :cash, :cheques, :cashShould, :chequesShould, :first::uuid, :second::uuid, :on, :reason,
          :confirmed::uuid, :entry::uuid, :me, :now)""")
        .param("local", Scope.local())
        .param("id", count)
        .param("round", round.id())
        .param("cash", first.cash())
        .param("cheques", first.cheques())
        .param("cashShould", should.cash())
        .param("chequesShould", should.cheques())
        .param("first", first.by().orElse(null))
        .param("second", second.orElse(null))
        .param("on", Date.valueOf(scope.today()))
        .param("reason", off.none() ? null : seals.seal("count", "reason", count, reason))
        .param("confirmed", off.none() ? null : Scope.me())
        .param("entry", entered.map(of -> ((Entered.Yes) of).entry()).orElse(null))
        .param("me", Scope.me())
        .param("now", scope.now())
        .update();
    rows.counted(round.id(), count);
    rounds.countAnew(round.id());
    scope.did("round-counted", round.id(), off.none() ? "" : "off");
    return new Done.Counted();
  }

  private List<UUID> entries(UUID round, boolean cheques) {
    return uncounted(round, cheques).stream().map(taking -> taking.entry().orElseThrow()).toList();
  }

  /**
   * An envelope as it was counted.
   *
   * @param reason why it was not what the receipts say; empty where it was
   */
  public record Count(UUID id, long cash, long cheques, Should should, Optional<UUID> first, Optional<UUID> second,
      LocalDate on, String reason, Optional<UUID> entry) {}

  /** The counts of a round, the latest first: more than one where something came late. */
  public List<Count> of(UUID round) {
    return jdbc.sql("""
        select c.id, c.cash, c.cheques, c.cash_should, c.cheques_should, f.person_id as first_by, s.person_id as second_by,
          c.counted_on, c.reason, c.entry_id
        from rounds.count c
        left join roll.api_person_now f on f.local_id = c.local_id and f.id = c.first_by
        left join roll.api_person_now s on s.local_id = c.local_id and s.id = c.second_by
        where c.local_id = ? and c.round_id = ? order by c.id desc""")
        .params(Scope.local(), round)
        .query(this::read)
        .list();
  }

  private Count read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Count(id, rs.getLong("cash"), rs.getLong("cheques"),
        new Should(rs.getLong("cash_should"), rs.getLong("cheques_should")),
        Optional.ofNullable(rs.getObject("first_by", UUID.class)),
        Optional.ofNullable(rs.getObject("second_by", UUID.class)), rs.getDate("counted_on").toLocalDate(),
        seals.openIfAny("count", "reason", id, rs.getBytes("reason")),
        Optional.ofNullable(rs.getObject("entry_id", UUID.class)));
  }
}
