// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.dues.Rate;
import org.groundwork.platform.access.Callers;

/**
 * Receipts that two people counted, and that turn out to be of somebody else, of another sum, or of nothing. The number stays;
 * what was entered of it is taken back and entered as it should have been. The envelope held what it held: where the sum is
 * another, so is the difference of its count. Runs inside the caller's transaction, which holds the round.
 */
public final class Corrections {
  private final Rounds rounds;
  private final Visits visits;
  private final TakingRows takings;
  private final CorrectionRows rows;
  private final RoundBooks books;
  private final Scope scope;

  Corrections(Rounds rounds, Visits visits, TakingRows takings, CorrectionRows rows, RoundBooks books, Scope scope) {
    this.rounds = rounds;
    this.visits = visits;
    this.takings = takings;
    this.rows = rows;
    this.books = books;
    this.scope = scope;
  }

  /** What became of it. Nothing was written unless it says so. */
  public enum Came {
    /** The books have it. */
    DONE,
    /** It is written down, and a second person looks at it. */
    WAITS,
    /** It is what the receipt says already. */
    SAME,
    /** A correction of this receipt waits already. */
    WAITS_ALREADY,
    /** The caller paid it, by the receipt or by its correction. */
    OWN,
    /** The caller said so first. */
    SAME_PERSON,
    /** It was not counted, or is not in the books, or not any more; or such a person is not there. */
    MEANWHILE,
    /** The books do not take it. */
    BOOKS
  }

  /**
   * What a receipt should have been.
   *
   * @param person who paid; absent to leave it with whom the receipt says
   * @param amount in minor units, 0 … {@link Rate#MOST}; 0 if nothing was taken
   */
  public record Wanted(Optional<UUID> person, long amount, boolean cheque) {
    /** @throws IllegalArgumentException when a bound is not kept */
    public Wanted {
      if (amount < 0 || amount > Rate.MOST) {
        throw new IllegalArgumentException("a receipt over " + amount);
      }
    }
  }

  /**
   * An officer says what a counted receipt should have been. Only of whom it is, and they did not take it themself: then it is
   * entered at once. Anything else waits for a second person.
   *
   * @param wanted names a member of the local, if anybody
   * @param reason in a sentence
   */
  public Came propose(UUID taking, Wanted wanted, String reason) {
    Taking of = held(taking).orElse(null);
    if (of == null) {
      return Came.MEANWHILE;
    }
    if (rows.waits(taking)) {
      return Came.WAITS_ALREADY;
    }
    var was = new Correction.Version(of.visit(), of.amount(), of.cheque());
    if (own(of.round(), of.visit()) || wanted.person().equals(Optional.of(Scope.me()))) {
      return Came.OWN;
    }
    var right = new Correction.Version(
        wanted.amount() == 0 ? of.visit() : wanted.person().map(who -> visit(of, who)).or(of::visit), wanted.amount(),
        wanted.amount() == 0 ? of.cheque() : wanted.cheque());
    if (right.equals(was)) {
      return Came.SAME;
    }
    UUID id = rows.insert(of, right, reason);
    if (!right.sameMoney(was) || of.by().equals(Optional.of(Scope.me()))) {
      scope.did("round-correction", of.round(), "");
      return Came.WAITS;
    }
    return enter(rows.find(id).orElseThrow(), of, false);
  }

  /** Their visit on the round; whoever is on none is put there, and is asked for nothing. */
  private UUID visit(Taking of, UUID person) {
    return visits.ofPerson(of.round(), person).orElseGet(() -> rounds.beside(of.round(), person));
  }

  /**
   * The second person says whether it is so.
   *
   * @return {@link Came#DONE} also where it is refused
   */
  public Came decide(UUID correction, boolean yes) {
    Correction of = rows.find(correction)
        .flatMap(each -> rounds.hold(each.round()))
        .flatMap(_ -> rows.find(correction))
        .filter(Correction::waits)
        .orElse(null);
    if (of == null) {
      return Came.MEANWHILE;
    }
    var actor = Callers.actor();
    boolean first = of.proposedBy(actor.person(), actor.account());
    if (!yes && (first || !own(of))) {
      rows.refused(correction);
      scope.did("round-correction-refused", of.round(), first ? "withdrawn" : "");
      return Came.DONE;
    }
    if (first) {
      return Came.SAME_PERSON;
    }
    if (own(of)) {
      return Came.OWN;
    }
    return held(of.taking()).map(taking -> enter(of, taking, true)).orElse(Came.MEANWHILE);
  }

  private Came enter(Correction of, Taking taking, boolean second) {
    Round round = rounds.find(taking.round()).orElseThrow();
    var corrected = books.correct(new RoundBooks.Corrected(of, taking, version -> person(round, version),
        round.receipt(taking.number().orElseThrow()), rows.done(taking.id())), scope.today());
    if (corrected.isEmpty()) {
      return second ? Came.BOOKS : Came.WAITS; // what somebody wrote is not lost
    }
    var entries = corrected.get().entries();
    rows.done(of.id(), entries, second);
    if (entries.right().isPresent()) {
      takings.corrected(taking.id(), of.right(), entries.right().get(), corrected.get().payment());
      of.right().visit().ifPresent(visit -> visits.mark(visit, Visit.State.PAID));
    } else {
      takings.ended(taking.id(), Taking.State.UNDONE, of.reason());
    }
    of.was().visit().ifPresent(visits::unmark);
    scope.did("round-corrected", taking.round(), second ? "two" : "one");
    return Came.DONE;
  }

  private Optional<UUID> person(Round round, Correction.Version version) {
    return version.visit().flatMap(visit -> visits.find(round.id(), visit)).flatMap(Visit::person);
  }

  /** Whether the caller is among those of whose money it is. */
  public boolean own(Correction of) {
    return Stream.of(of.was(), of.right()).anyMatch(each -> own(of.round(), each.visit()));
  }

  private boolean own(UUID round, Optional<UUID> visit) {
    return visit.flatMap(of -> visits.find(round, of)).flatMap(Visit::person).equals(Optional.of(Scope.me()));
  }

  /** A counted receipt, with its round held. */
  private Optional<Taking> held(UUID taking) {
    return takings.find(taking)
        .flatMap(of -> rounds.hold(of.round()))
        .flatMap(_ -> takings.find(taking))
        .filter(of -> of.is(Taking.State.ENTERED) && of.counted());
  }

  /** One of them. */
  public Optional<Correction> find(UUID correction) { return rows.find(correction); }

  /** Those of a round, the latest first. */
  public List<Correction> of(UUID round) { return rows.of(round); }

  /** The rounds on which something waits for the caller as a second person; one for each that waits. */
  public List<UUID> waitingForMe() {
    var actor = Callers.actor();
    return rows.waitingFor(actor.person(), actor.account());
  }
}
