// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.dues.Rate;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;

/**
 * Money that is taken at the door. Whatever was taken is written down, also late and with a number that cannot be: then it
 * waits for an officer, and the dues are not paid by it yet. Runs inside the caller's transaction.
 */
public final class Takings {
  private final Rounds rounds;
  private final Visits visits;
  private final Blocks blocks;
  private final TakingRows rows;
  private final RoundBooks books;
  private final Scope scope;

  Takings(Rounds rounds, Visits visits, Blocks blocks, TakingRows rows, RoundBooks books, Scope scope) {
    this.rounds = rounds;
    this.visits = visits;
    this.blocks = blocks;
    this.rows = rows;
    this.books = books;
    this.scope = scope;
  }

  /**
   * What a steward says that they took.
   *
   * @param id made where it was written down, so that it counts once however often it is sent
   * @param number of the receipt that a phone gave; empty where the next is given now
   * @param amount in minor units, 1 … {@link Rate#MOST}
   * @param on the day on the receipt; taken to lie between the round's first day and today
   */
  public record Said(UUID id, UUID round, UUID visit, OptionalInt number, long amount, boolean cheque, LocalDate on) {
    /** @throws IllegalArgumentException when a bound is not kept */
    public Said {
      if (amount < 1 || amount > Rate.MOST || (number.isPresent() && number.getAsInt() < 1)) {
        throw new IllegalArgumentException("a receipt over " + amount);
      }
    }
  }

  /**
   * Writes down what was taken, once.
   *
   * @return empty, and nothing changed, if the round is not there, or, where no receipt was given yet, nobody to pay or no
   *     number is left
   */
  public Optional<Taking> take(Said said) {
    Round round = rounds.hold(said.round()).orElse(null);
    if (round == null) {
      return Optional.empty();
    }
    Optional<Taking> before = rows.find(said.id());
    if (before.isPresent()) {
      return before.filter(taking -> taking.round().equals(round.id()));
    }
    Optional<Visit> visit = visits.find(round.id(), said.visit());
    if (said.number().isEmpty() && visit.flatMap(Visit::person).isEmpty()) {
      return Optional.empty();
    }
    Numbered numbered = numbered(round, said);
    if (numbered.number().isEmpty() && said.number().isEmpty()) {
      return Optional.empty();
    }
    var row = new TakingRows.Row(said.id(), round.id(), visit.map(Visit::id), numbered.number(), said.number(),
        said.amount(), said.cheque(), bounded(said.on(), round));
    Optional<Taking.Why> why = numbered.why().or(() -> waits(round, visit, said.number()));
    if (why.isPresent()) {
      rows.insert(row, Taking.State.WAITS, why);
      scope.did("round-waits", round.id(), why.get().key());
    } else {
      rows.insert(row, Taking.State.WAITS, Optional.of(Taking.Why.BOOKS)); // until the books have it, a moment later
      enter(round, rows.find(said.id()).orElseThrow(),
          new Entering(visit.flatMap(Visit::person), numbered.number().getAsInt(),
              Optional.empty()));
      rounds.countAnew(round.id()); // an officer adds to what is handed in
    }
    visit.ifPresent(of -> visits.mark(of.id(), Visit.State.PAID));
    return rows.find(said.id());
  }

  /** The number that is used; or why the one that was said is not. */
  private record Numbered(OptionalInt number, Optional<Taking.Why> why) {}

  private Numbered numbered(Round round, Said said) {
    if (said.number().isEmpty()) {
      return new Numbered(
          blocks.numbers(round.id(), 1).map(OptionalInt::of).orElseGet(OptionalInt::empty), Optional.empty());
    }
    int number = said.number().getAsInt();
    if (blocks.own(round.id(), number).isEmpty()) {
      return new Numbered(OptionalInt.empty(), Optional.of(Taking.Why.NUMBER));
    }
    return rows.used(round.id(), number)
        ? new Numbered(OptionalInt.empty(), Optional.of(Taking.Why.USED))
        : new Numbered(said.number(), Optional.empty());
  }

  private Optional<Taking.Why> waits(Round round, Optional<Visit> visit, OptionalInt number) {
    if (visit.flatMap(Visit::person).isEmpty()) {
      return Optional.of(Taking.Why.GONE);
    }
    if (number.isPresent() && blocks.own(round.id(), number.getAsInt()).filter(Block::revoked).isPresent()) {
      return Optional.of(Taking.Why.REVOKED);
    }
    if (!round.open() && !Callers.actor().mayEverywhere(Power.KEEP_MONEY)) {
      return Optional.of(Taking.Why.CLOSED);
    }
    if (!mayTake(round)) {
      return Optional.of(Taking.Why.MANDATE);
    }
    return visit.flatMap(Visit::person).equals(Optional.of(Scope.me()))
        ? Optional.of(Taking.Why.OWN)
        : Optional.empty();
  }

  /** Whether the caller takes money on a round: its steward while they are one, and whoever keeps the money. */
  public static boolean mayTake(Round round) {
    var actor = Callers.actor();
    boolean steward = round.site().map(site -> actor.may(Power.TALK, site)).orElseGet(() -> actor.may(Power.TALK));
    return actor.mayEverywhere(Power.KEEP_MONEY) || (steward && round.isOf(actor.person()));
  }

  /** A phone's clock may be wrong by a year. */
  private LocalDate bounded(LocalDate said, Round round) {
    LocalDate today = scope.today();
    return said.isAfter(today) ? today : said.isBefore(round.started()) ? round.started() : said;
  }

  /**
   * How a taking is entered.
   *
   * @param waited why it waited until now, if it did
   */
  private record Entering(Optional<UUID> person, int number, Optional<Taking.Why> waited) {}

  /** Enters a taking under its number; where the books refuse it waits. */
  private void enter(Round round, Taking taking, Entering as) {
    var money = new RoundBooks.Money(taking.id(), taking.amount(), taking.cheque(), taking.on(),
        round.receipt(as.number()));
    RoundBooks.Put put = as.person().isPresent()
        ? books.paid(as.person().get(), money, scope.today())
        : books.ofNobody(money, scope.today());
    switch (put) {
      case RoundBooks.Put.Done done -> rows.entered(taking.id(), as.number(), done, as.waited());
      case RoundBooks.Put.NumberUsed _ -> rows.waits(taking.id(), Taking.Why.USED);
      case RoundBooks.Put.Refused _ -> rows.waits(taking.id(), Taking.Why.BOOKS);
    }
  }

  /**
   * Notes that a number that a phone carries was taken back at the door, before anything was handed over.
   *
   * @return false if it is not the caller's, or something was written down under it
   */
  public boolean giveBack(UUID id, UUID round, int number) {
    if (rounds.hold(round).isEmpty()) {
      return false;
    }
    Optional<Taking> before = rows.find(id);
    if (before.isPresent()) {
      return before.filter(taking -> taking.is(Taking.State.VOID)).isPresent();
    }
    if (blocks.own(round, number).isEmpty() || rows.used(round, number)) {
      return false;
    }
    rows.insert(new TakingRows.Row(id, round, Optional.empty(), OptionalInt.of(number), OptionalInt.empty(), 0, false,
        scope.today()), Taking.State.VOID, Optional.empty());
    return true;
  }

  /** What became of money that waited, and that an officer says was taken. */
  public enum Accepted {
    /** It is in the books. */
    DONE,
    /** It does not wait any more, or is the officer's own. */
    NOT_NOW,
    /** The books do not take it; it waits still. */
    BOOKS,
    /** The round has no number left for it; it waits still. */
    NO_NUMBER
  }

  /** An officer looked at what waits: it was taken, and is entered, under a number of its own where it needs one. */
  public Accepted accept(UUID id) {
    var waiting = waiting(id);
    if (waiting.isEmpty()) {
      return Accepted.NOT_NOW;
    }
    Round round = rounds.find(waiting.get().round()).orElseThrow();
    var visit = waiting.get().visit().flatMap(of -> visits.find(round.id(), of));
    if (visit.flatMap(Visit::person).equals(Optional.of(Scope.me()))) {
      return Accepted.NOT_NOW;
    }
    boolean fresh = waiting.get().number().isEmpty() || waiting.get().why().equals(Optional.of(Taking.Why.USED));
    OptionalInt number = fresh
        ? blocks.numberForWhatWaits(round.id()).map(OptionalInt::of).orElseGet(OptionalInt::empty)
        : waiting.get().number();
    if (number.isEmpty()) {
      return Accepted.NO_NUMBER;
    }
    enter(round, waiting.get(),
        new Entering(visit.flatMap(Visit::person), number.getAsInt(), waiting.get().why()));
    if (!rows.find(id).orElseThrow().is(Taking.State.ENTERED)) {
      return Accepted.BOOKS;
    }
    rounds.countAnew(round.id());
    scope.did("round-accepted", round.id(), "");
    return Accepted.DONE;
  }

  /**
   * An officer looked at what waits: it was not taken.
   *
   * @return false if it does not wait
   */
  public boolean refuse(UUID id, String note) {
    var waiting = waiting(id);
    waiting.ifPresent(taking -> {
      rows.ended(id, Taking.State.REFUSED, note);
      taking.visit().ifPresent(visits::unmark);
      scope.did("round-refused", taking.round(), "");
    });
    return waiting.isPresent();
  }

  private Optional<Taking> waiting(UUID id) { return held(id).filter(taking -> taking.is(Taking.State.WAITS)); }

  /** A taking, with its round held. */
  private Optional<Taking> held(UUID id) {
    return rows.find(id).flatMap(taking -> rounds.hold(taking.round())).flatMap(_ -> rows.find(id));
  }

  /** What became of putting a receipt right. */
  public enum Undone {
    DONE,
    /** It is not in the books, was counted, or is the officer's own: paid or taken by them. */
    NOT_NOW,
    /** The books do not take it. */
    BOOKS
  }

  /** Takes back what was entered of a receipt, while nobody counted it. */
  public Undone undo(UUID id, String note) {
    var taking = held(id).filter(of -> of.is(Taking.State.ENTERED) && !of.counted());
    boolean own = taking.flatMap(of -> of.visit().flatMap(visit -> visits.find(of.round(), visit)))
        .flatMap(Visit::person)
        .equals(Optional.of(Scope.me()));
    if (taking.isEmpty() || own || taking.get().by().equals(Optional.of(Scope.me()))) {
      return Undone.NOT_NOW;
    }
    if (books.undo(taking.get(), scope.today()).isPresent()) {
      return Undone.BOOKS;
    }
    rows.ended(id, Taking.State.UNDONE, note);
    taking.get().visit().ifPresent(visits::unmark);
    rounds.countAnew(taking.get().round());
    scope.did("round-put-right", taking.get().round(), "");
    return Undone.DONE;
  }

  /** One of them. */
  public Optional<Taking> find(UUID id) { return rows.find(id); }

  /** Those of a round in the order of their numbers, then those that have none. */
  public List<Taking> of(UUID round) {
    return rows.of(round);
  }

  /** How many wait for an officer, of each of these rounds on which any does. */
  public Map<UUID, Integer> howManyWait(Collection<UUID> rounds) {
    return rows.waiting(rounds);
  }

  /** How many wait for an officer, over all rounds. */
  public int howManyWait() { return rows.waiting(); }
}
