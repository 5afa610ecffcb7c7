// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.StrikeBatch;
import org.groundwork.aid.StrikePay;
import org.groundwork.aid.Undoing;
import org.groundwork.aid.Undoings;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments that went wrong: whoever keeps the money says so and why, somebody else who says yes to money says so too. */
@Controller("aidUndo")
class UndoController {
  private static final String BATCH = "/l/{local}/aid/strikes/{step}/batches/{batch}/wrong";
  private static final Map<String, String> DONE = Map.of("done", "aid.undo.done", "dropped", "aid.undo.dropped",
      "meanwhile", "aid.undo.meanwhile", "asked", "aid.undo.asked");
  private final Transactions transactions;
  private final AidDesk desk;
  private final StrikePayDesk strikes;
  private final StrikePay pay;
  private final AidPayments payments;
  private final Undoings undoings;

  UndoController(Transactions transactions, AidDesk desk, StrikePayDesk strikes, StrikePay pay, AidPayments payments,
      Undoings undoings) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.pay = pay;
    this.payments = payments;
    this.undoings = undoings;
  }

  @GetMapping("/l/{local}/aid/payments/{id}/wrong")
  @Requires(Power.KEEP_MONEY)
  Answer aid(@PathVariable UUID id) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.inBooks(
        currency -> Answer.show(aid(currency, id, UndoForm.blank(), new FormErrors()))));
  }

  @PostMapping("/l/{local}/aid/payments/{id}/wrong")
  @Requires(Power.KEEP_MONEY)
  Answer askAid(@PathVariable UUID id, @ModelAttribute UndoForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.inBooks(currency -> {
      var errors = new FormErrors();
      UndoPage page = aid(currency, id, form, errors);
      var said = form.read(errors, true);
      if (said.isPresent()) {
        refuse(errors, undoings.ask(id, said.get(), desk.today()));
      }
      return errors.any() ? Answer.again(page) : Answer.goTo(AidDesk.at("/payments?done=asked"));
    }));
  }

  private UndoPage aid(Currency currency, UUID id, UndoForm form, FormErrors errors) {
    var made = payments.made(PaymentsController.since(desk.today()), PaymentsController.SHOWN)
        .stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(AidDesk::notFound);
    return new UndoPage(currency, "aid/payments", "aid/payments/" + id + "/wrong", made.amount(), List.of(), form,
        errors);
  }

  @GetMapping(BATCH)
  @Requires(Power.KEEP_MONEY)
  Answer strike(@PathVariable UUID step, @PathVariable UUID batch) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.inBooks(
        currency -> Answer.show(strike(currency, strikes.batch(step, batch), UndoForm.blank(), new FormErrors()))));
  }

  @PostMapping(BATCH)
  @Requires(Power.KEEP_MONEY)
  Answer askStrike(@PathVariable UUID step, @PathVariable UUID batch, @ModelAttribute UndoForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.inBooks(currency -> {
      StrikeBatch found = strikes.batch(step, batch);
      var errors = new FormErrors();
      var said = form.read(errors, false);
      if (form.people().isEmpty()) {
        errors.refuse("who", "aid.choose");
      }
      if (said.isPresent() && !errors.any()) {
        refuse(errors, undoings.ask(found, form.people(), said.get(), desk.today()));
      }
      return errors.any()
          ? Answer.again(strike(currency, found, form, errors))
          : Answer.goTo(AidDesk.at("/strikes/" + step + "/batches/" + batch));
    }));
  }

  private UndoPage strike(Currency currency, StrikeBatch batch, UndoForm form, FormErrors errors) {
    String at = "aid/strikes/" + batch.step() + "/batches/" + batch.id();
    return new UndoPage(currency, at, at + "/wrong", 0, strikes.named(pay.look(batch)), form, errors);
  }

  private static void refuse(FormErrors errors, Undoing.Answer answer) {
    switch (answer) {
      case Undoing.Answer.Done _ -> {
      }
      case Undoing.Answer.AnotherPerson _ -> errors.refuse("how", "aid.undo.another");
      case Undoing.Answer.Meanwhile _ -> errors.refuse("how", "aid.undo.meanwhile");
      case Undoing.Answer.Pinned _ -> errors.refuse("how", "aid.undo.pinned");
      case Undoing.Answer.Whole _ -> errors.refuse("how", "aid.undo.whole");
      case Undoing.Answer.NothingToPayTo _ -> errors.refuse("again", "aid.undo.nothing-to-pay-to");
      case Undoing.Answer.Refused(var why) -> errors.refuse("how", PaymentsController.refused(why));
    }
  }

  @GetMapping("/l/{local}/aid/undoings")
  @Requires(Power.APPROVE_MONEY)
  Answer waiting(@RequestParam(defaultValue = "") String done) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.read(() -> desk.inBooks(
        currency -> Answer.show(page(currency, DONE.getOrDefault(done, ""), ""))));
  }

  @PostMapping("/l/{local}/aid/undoings/{id}/second")
  @Requires(Power.APPROVE_MONEY)
  Answer second(@PathVariable UUID id) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.inBooks(currency -> switch (undoings.second(id, desk.today())) {
      case Undoing.Answer.Done _ -> Answer.goTo(AidDesk.at("/undoings?done=done"));
      case Undoing.Answer.Meanwhile _ -> Answer.goTo(AidDesk.at("/undoings?done=meanwhile"));
      case Undoing.Answer.AnotherPerson _ -> Answer.again(page(currency, "", "aid.undo.another"));
      case Undoing.Answer.Pinned _ -> Answer.again(page(currency, "", "aid.undo.pinned"));
      case Undoing.Answer.Whole _ -> Answer.again(page(currency, "", "aid.undo.whole"));
      case Undoing.Answer.NothingToPayTo _ -> Answer.again(page(currency, "", "aid.undo.nothing-to-pay-to"));
      case Undoing.Answer.Refused(var why) -> Answer.again(page(currency, "", PaymentsController.refused(why)));
    }));
  }

  @PostMapping("/l/{local}/aid/undoings/{id}/drop")
  @Requires(Power.APPROVE_MONEY)
  Answer drop(@PathVariable UUID id) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> Answer
        .goTo(AidDesk.at("/undoings?done=" + (undoings.drop(id, desk.today()) ? "dropped" : "meanwhile"))));
  }

  private UndoingsPage page(Currency currency, String done, String refused) {
    UUID me = Callers.actor().person();
    return new UndoingsPage(currency, undoings.waiting()
        .stream()
        .map(each -> new UndoingsPage.Row(each, each.askedBy().map(desk::name).orElse(""),
            each.askedBy().filter(me::equals).isPresent()))
        .toList(), done, refused);
  }
}
