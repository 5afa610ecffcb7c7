// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Decided;
import org.groundwork.spending.Papers;
import org.groundwork.spending.PettyCash;
import org.groundwork.spending.PettyDone;
import org.groundwork.spending.PettyFloat;
import org.springframework.stereotype.Component;

/** What the pages of petty cash have in common. Runs inside a transaction. */
@Component("pettyDesk")
class PettyDesk {
  static final String AMOUNT = "amount";
  static final String WHAT = "what";
  private final SpendingDesk desk;
  private final PettyCash petty;
  private final Papers papers;
  private final Mandates mandates;

  PettyDesk(SpendingDesk desk, PettyCash petty, Papers papers, Mandates mandates) {
    this.desk = desk;
    this.petty = petty;
    this.papers = papers;
    this.mandates = mandates;
  }

  /** A float that the caller carries, or sees as an officer; any other is as if it were not there. */
  PettyFloat seen(UUID id) {
    return petty.find(id).filter(PettyDesk::sees).orElseThrow(SpendingDesk::notFound);
  }

  static boolean sees(PettyFloat each) {
    var reader = Callers.actor();
    return each.isOf(reader.person()) || reader.mayEverywhere(Power.APPROVE_MONEY)
        || reader.mayEverywhere(Power.SEE_MONEY);
  }

  /** One that the caller carries and that is open. */
  PettyFloat own(UUID id) {
    return petty.find(id)
        .filter(each -> each.open() && each.isOf(Callers.actor().person()))
        .orElseThrow(SpendingDesk::notFound);
  }

  List<PettyCashPage.Row> rows() { return petty.all().stream().filter(PettyDesk::sees).map(this::row).toList(); }

  PettyCashPage.Row row(PettyFloat each) {
    Map<UUID, String> names = desk.names(each.holder().stream().toList());
    return new PettyCashPage.Row(each.id(), each.holder().map(id -> names.getOrDefault(id, "")).orElse(""),
        each.isOf(Callers.actor().person()), desk.fund(each.fund()).map(Fund::name).orElse(""),
        desk.money(each.holds()), each.open(), each.count().isPresent());
  }

  PettyFloatPage page(PettyFloat each, PettyForm form, FormErrors errors, Optional<Money> off, String said) {
    var reader = Callers.actor();
    Map<UUID, String> accounts = desk.accountNames();
    var moves = petty.moves(each.id()).stream().map(move -> move(each, move, accounts)).toList();
    return new PettyFloatPage(row(each), moves, keeps(each),
        each.open() && (each.isOf(reader.person()) || reader.mayEverywhere(Power.APPROVE_MONEY)),
        each.count().map(PettyFloat.Count::on),
        each.count().filter(count -> count.by().equals(reader.person())).isPresent(),
        off, each.open() && each.toCount(), petty.onlyBack(each), form, errors, said);
  }

  /** Whether the reader may put money in from the box, or take it back: never whoever carries it. */
  boolean keeps(PettyFloat each) {
    return each.open()
        && each.holder().map(this::handsTo).orElseGet(() -> Callers.actor().mayEverywhere(Power.KEEP_MONEY));
  }

  /** Whether the reader may hand money to somebody: whoever keeps the money does, and to them another officer. */
  boolean handsTo(UUID holder) {
    var reader = Callers.actor();
    return !holder.equals(reader.person()) && (reader.mayEverywhere(Power.KEEP_MONEY)
        || (reader.mayEverywhere(Power.APPROVE_MONEY) && mandates.holders(Power.KEEP_MONEY).contains(holder)));
  }

  /** Whether the reader may undo something: what they spent themselves, or as whoever keeps it. */
  private boolean undoes(PettyFloat each, PettyFloat.Move move) {
    return each.open() && move.canBeUndone()
        && (move.kind() == PettyFloat.Kind.SPENT ? each.isOf(Callers.actor().person()) || keeps(each) : keeps(each));
  }

  /** Something of a float that the reader may undo; anything else is as if it were not there. */
  PettyFloat.Move undoable(PettyFloat each, UUID move) {
    return petty.moves(each.id())
        .stream()
        .filter(one -> one.id().equals(move))
        .filter(one -> undoes(each, one) || one.undone())
        .findFirst()
        .orElseThrow(SpendingDesk::notFound);
  }

  private PettyFloatPage.Move move(PettyFloat each, PettyFloat.Move move, Map<UUID, String> accounts) {
    return new PettyFloatPage.Move(move.id(), move.kind().key(), move.on(),
        move.account().map(id -> accounts.getOrDefault(id, "")).orElse(""), move.what(), move.amount() > 0,
        desk.money(Math.abs(move.amount())), papers.of(Papers.pettyCash(move.id())), move.undone(),
        undoes(each, move));
  }

  /**
   * Says why something was not done.
   *
   * @param beside the field beside which it is said, unless it is about another one
   */
  static void refuse(FormErrors errors, String beside, PettyDone done, LongFunction<String> money) {
    switch (done) {
      case PettyDone.Done _,PettyDone.Meanwhile _,PettyDone.CountedOnce _ -> {
      }
      case PettyDone.TooMuch(long most) -> errors.refuse(beside, most == 0 ? "petty.not-empty" : "petty.too-much",
          money.apply(most));
      case PettyDone.CountFirst _ -> errors.refuse(beside, "petty.count-first");
      case PettyDone.AnotherOfficer _ -> errors.refuse(beside, "petty.another-officer");
      case PettyDone.OverLimit(long most) -> errors.refuse(beside, "petty.over-limit", money.apply(most));
      case PettyDone.AtTheBank _ -> errors.refuse(beside, "spending.refused.line");
      case PettyDone.TooLittle(long holds) -> errors.refuse(beside, "petty.too-little", money.apply(holds));
      case PettyDone.NotInTheBox(long has) -> errors.refuse(beside, "petty.box", money.apply(has));
      case PettyDone.NotOfThisFund _ -> errors.refuse(beside, "petty.only-back");
      case PettyDone.SamePerson _ -> errors.refuse("counted", "petty.same-person");
      case PettyDone.CountsDiffer _ -> errors.refuse("counted", "petty.differ");
      case PettyDone.ReasonNeeded _ -> errors.refuse("reason", "petty.reason.needed");
      case PettyDone.NotEntered(Entered why) -> {
        Why.refuse(errors, new Decided.NotEntered(why), money);
        if (errors.on("decision").isPresent()) {
          errors.refuse(beside, errors.on("decision").get().key(), errors.on("decision").get().arguments().toArray());
        }
      }
    }
  }
}
