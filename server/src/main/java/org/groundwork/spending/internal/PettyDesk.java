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
  private static final String AMOUNT = "amount";
  private final SpendingDesk desk;
  private final PettyCash petty;
  private final Papers papers;

  PettyDesk(SpendingDesk desk, PettyCash petty, Papers papers) {
    this.desk = desk;
    this.petty = petty;
    this.papers = papers;
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
    var moves = petty.moves(each.id()).stream().map(move -> move(move, accounts)).toList();
    return new PettyFloatPage(row(each), moves, each.open() && reader.mayEverywhere(Power.KEEP_MONEY),
        each.open() && (each.isOf(reader.person()) || reader.mayEverywhere(Power.APPROVE_MONEY)),
        each.count().map(PettyFloat.Count::on),
        each.count().filter(count -> count.by().equals(reader.person())).isPresent(),
        off, form, errors, said);
  }

  private PettyFloatPage.Move move(PettyFloat.Move move, Map<UUID, String> accounts) {
    return new PettyFloatPage.Move(move.id(), move.kind().key(), move.on(),
        move.account().map(id -> accounts.getOrDefault(id, "")).orElse(""), move.what(), move.amount() > 0,
        desk.money(Math.abs(move.amount())), papers.of(Papers.pettyCash(move.id())));
  }

  /** Says beside the form why something was not done. */
  static void refuse(FormErrors errors, PettyDone done, LongFunction<String> money) {
    switch (done) {
      case PettyDone.Done _,PettyDone.Meanwhile _,PettyDone.CountedOnce _ -> {
      }
      case PettyDone.TooMuch(long most) -> errors.refuse(AMOUNT, most == 0 ? "petty.not-empty" : "petty.too-much",
          money.apply(most));
      case PettyDone.TooLittle(long holds) -> errors.refuse(AMOUNT, "petty.too-little", money.apply(holds));
      case PettyDone.NotInTheBox(long has) -> errors.refuse(AMOUNT, "spending.refused.box", money.apply(has));
      case PettyDone.SamePerson _ -> errors.refuse("counted", "petty.same-person");
      case PettyDone.CountsDiffer _ -> errors.refuse("counted", "petty.differ");
      case PettyDone.ReasonNeeded _ -> errors.refuse("reason", "petty.reason.needed");
      case PettyDone.NotEntered(Entered why) -> {
        Why.refuse(errors, new Decided.NotEntered(why), money);
        if (errors.on("decision").isPresent()) {
          errors.refuse(AMOUNT, errors.on("decision").get().key(), errors.on("decision").get().arguments().toArray());
        }
      }
    }
  }
}
