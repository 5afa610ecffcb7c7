// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.rounds.Counting;
import org.groundwork.rounds.Round;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The envelope, counted by two. */
@Controller
class RoundCountController {
  private static final int LONGEST_REASON = 500;
  private final Transactions transactions;
  private final RoundsDesk desk;
  private final RoundReceipts receipts;
  private final Counting counting;

  RoundCountController(Transactions transactions, RoundsDesk desk, RoundReceipts receipts, Counting counting) {
    this.transactions = transactions;
    this.desk = desk;
    this.receipts = receipts;
    this.counting = counting;
  }

  /** A round that the caller may count; one that is not handed in leads back to its page. */
  private Round counts(UUID id) {
    Round round = desk.seen(id);
    if (!RoundReader.of(round).counts()) {
      throw RoundsDesk.notFound();
    }
    return round;
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/count")
  @Requires(Power.TAKE_PART)
  Answer form(@PathVariable UUID round) {
    return transactions.read(() -> {
      Round of = counts(round);
      return of.state() == Round.State.HANDED_IN
          ? Answer.show(page(of, CountForm.blank(), FormErrors.none()))
          : Answer.goTo(RoundsDesk.at("/" + round));
    });
  }

  private RoundCountPage.Confirms confirms(Round of) {
    if (!RoundReader.of(of).keeps()) {
      return RoundCountPage.Confirms.KEEPS_NOTHING;
    }
    return counting.ownAmong(of.id()) ? RoundCountPage.Confirms.OWN : RoundCountPage.Confirms.YES;
  }

  private RoundCountPage page(Round of, CountForm form, FormErrors errors) {
    var actor = Callers.actor();
    var off = counting.off(of).map(by -> off(of, by));
    return new RoundCountPage(of, desk.place(of), of.countedFirstBy(actor.person(), actor.account()),
        confirms(of), off, off.isPresent() ? listed(of) : List.of(), form, errors);
  }

  private RoundCountPage.Off off(Round of, Counting.Difference by) {
    var should = counting.should(of.id());
    return new RoundCountPage.Off(desk.money(Math.addExact(should.cash(), by.cash())),
        desk.money(Math.addExact(should.cheques(), by.cheques())), desk.money(should.cash()),
        desk.money(should.cheques()), by.cash(), by.cheques());
  }

  /** The receipts of what should be in the envelope, with names only for whoever reads them. */
  private List<RoundPage.Receipt> listed(Round of) {
    return receipts.toCount(of, RoundReader.of(of));
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/count")
  @Requires(Power.TAKE_PART)
  Answer count(@PathVariable UUID round, @ModelAttribute CountForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      counts(round);
      var errors = new FormErrors();
      var cash = desk.sum(errors, "cash", form.cash(), request, 0);
      var cheques = desk.sum(errors, "cheques", form.cheques(), request, 0);
      return errors.any()
          ? again(round, form, errors)
          : answer(round, form, counting.count(round, cash.orElseThrow(), cheques.orElseThrow()));
    });
  }

  private Answer again(UUID round, CountForm form, FormErrors errors) {
    return Answer.again(page(counts(round), form, errors));
  }

  private Answer answer(UUID round, CountForm form, Counting.Done done) {
    var errors = new FormErrors();
    switch (done) {
      case Counting.Done.Counted _ -> {
        return Answer.goTo(RoundsDesk.at("/" + round));
      }
      case Counting.Done.Once _,Counting.Done.Off _ -> {
        return Answer.goTo(RoundsDesk.at("/" + round + "/count"));
      }
      case Counting.Done.Meanwhile _ -> throw RoundsDesk.meanwhile();
      case Counting.Done.Own _ -> errors.refuse("reason", "rounds.count.own");
      case Counting.Done.SamePerson _ -> errors.refuse("cash", "rounds.count.same");
      case Counting.Done.Differ _ -> errors.refuse("cash", "rounds.count.differ");
      case Counting.Done.NotEntered _ -> errors.refuse("cash", "rounds.undo.books");
    }
    return again(round, done instanceof Counting.Done.Differ ? CountForm.blank() : form, errors);
  }

  /** Enters what two people counted although the receipts say otherwise. */
  @PostMapping("/l/{local}/dues/rounds/{round}/count/confirm")
  @Requires(Power.KEEP_MONEY)
  Answer confirm(@PathVariable UUID round, @ModelAttribute CountForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      counts(round);
      var errors = new FormErrors();
      String reason = errors.required("reason", form.reason(), LONGEST_REASON);
      var cash = CountForm.minor(form.cashBy());
      var cheques = CountForm.minor(form.chequesBy());
      if (cash.isEmpty() || cheques.isEmpty()) {
        throw RoundsDesk.notFound();
      }
      if (errors.any()) {
        return again(round, form, errors);
      }
      var done = counting.confirm(round, new Counting.Difference(cash.getAsLong(), cheques.getAsLong()), reason);
      if (done instanceof Counting.Done.Off) {
        errors.refuse("reason", "rounds.count.other");
        return again(round, form, errors);
      }
      return answer(round, form, done);
    });
  }

  /** Drops what was counted. */
  @PostMapping("/l/{local}/dues/rounds/{round}/count/again")
  @Requires(Power.TAKE_PART)
  Answer drop(@PathVariable UUID round) {
    return transactions.write(() -> {
      counts(round);
      if (!counting.again(round)) {
        throw RoundsDesk.meanwhile();
      }
      return Answer.goTo(RoundsDesk.at("/" + round + "/count"));
    });
  }
}
