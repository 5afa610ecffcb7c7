// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Takings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One round: who goes, who is on it, handing the envelope in, and what an officer puts right. */
@Controller
class RoundController {
  private static final int LONGEST_NOTE = 300;
  private final Transactions transactions;
  private final RoundView view;
  private final RoundsDesk desk;
  private final RoundStarts starts;
  private final Rounds rounds;
  private final Takings takings;

  RoundController(Transactions transactions, RoundView view, RoundsDesk desk, RoundStarts starts, Rounds rounds,
      Takings takings) {
    this.transactions = transactions;
    this.view = view;
    this.desk = desk;
    this.starts = starts;
    this.rounds = rounds;
    this.takings = takings;
  }

  @GetMapping("/l/{local}/dues/rounds/{round}")
  @Requires(Power.TAKE_PART)
  Answer one(@PathVariable UUID round, @RequestParam(defaultValue = "") String q) {
    return transactions.write(() -> Answer.show(view.page(round, q, FormErrors.none())));
  }

  /** A round about which the caller may do something; one that they only see refuses them. */
  private Round mine(UUID id, Predicate<RoundReader> may) {
    Round round = desk.seen(id);
    if (!may.test(RoundReader.of(round))) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return round;
  }

  private Answer changed(UUID round, Rounds.Changed changed, String field) {
    var errors = new FormErrors();
    switch (changed) {
      case DONE -> {
        return Answer.goTo(RoundsDesk.at("/" + round));
      }
      case MEANWHILE -> throw RoundsDesk.meanwhile();
      case FULL -> errors.refuse(field, "rounds.too-many", Round.MOST_PEOPLE);
      case PHONES_OUT -> errors.refuse(field, "rounds.phones-out");
      case WRITTEN -> errors.refuse(field, "rounds.written");
    }
    return Answer.again(view.page(round, "", errors));
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/steward")
  @Requires(Power.TAKE_PART)
  Answer give(@PathVariable UUID round, @RequestParam(defaultValue = "") String steward) {
    return transactions.write(() -> {
      Round of = mine(round, RoundReader::plans);
      var to = RoundsDesk.chosen(starts.stewards(of.site()), NewRoundPage.Steward::id, steward);
      if (to.isEmpty()) {
        var errors = new FormErrors();
        errors.refuse("steward", "rounds.steward.choose");
        return Answer.again(view.page(round, "", errors));
      }
      return changed(round, rounds.give(round, to.get().id()), "steward");
    });
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/add")
  @Requires(Power.KEEP_MONEY)
  Answer add(@PathVariable UUID round, @RequestParam(defaultValue = "") String person) {
    return transactions.write(() -> {
      mine(round, RoundReader::keeps);
      UUID somebody = RoundsDesk.id(person).filter(view::member).orElseThrow(RoundsDesk::notFound);
      return changed(round, rounds.add(round, somebody), "q");
    });
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/people/{visit}/leave-out")
  @Requires(Power.TAKE_PART)
  Answer leaveOut(@PathVariable UUID round, @PathVariable UUID visit) {
    return transactions.write(() -> {
      mine(round, RoundReader::plans);
      return changed(round, rounds.leaveOut(round, visit), "people");
    });
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/hand-in")
  @Requires(Power.TAKE_PART)
  Answer handIn(@PathVariable UUID round, @RequestParam(defaultValue = "") String anyway) {
    return transactions.write(() -> {
      mine(round, RoundReader::handsIn);
      return changed(round, rounds.handIn(round, anyway.equals("yes")), "anyway");
    });
  }

  /** Goes on in a new round with fresh numbers, once this one has not enough for a phone. */
  @PostMapping("/l/{local}/dues/rounds/{round}/go-on")
  @Requires(Power.TAKE_PART)
  Answer goOn(@PathVariable UUID round) {
    return transactions.write(() -> {
      Round of = mine(round, RoundReader::handsIn);
      if (!view.numbersShort(of)) {
        throw RoundsDesk.meanwhile();
      }
      return Answer.goTo(RoundsDesk.at("/" + rounds.goOn(round).orElseThrow(RoundsDesk::meanwhile)));
    });
  }

  private void of(UUID round, UUID taking) {
    if (takings.find(taking).filter(each -> each.round().equals(round)).isEmpty()) {
      throw RoundsDesk.notFound();
    }
  }

  /** Puts right what was written down wrongly, while nobody has counted it. */
  @PostMapping("/l/{local}/dues/rounds/{round}/receipts/{taking}/undo")
  @Requires(Power.KEEP_MONEY)
  Answer undo(@PathVariable UUID round, @PathVariable UUID taking, @RequestParam(defaultValue = "") String note) {
    return transactions.write(() -> {
      mine(round, RoundReader::keeps);
      of(round, taking);
      var errors = new FormErrors();
      String why = errors.required("note", note, LONGEST_NOTE);
      if (!errors.any()) {
        switch (takings.undo(taking, why)) {
          case DONE -> {
            return Answer.goTo(RoundsDesk.at("/" + round));
          }
          case NOT_NOW -> errors.refuse("receipts", "rounds.undo.not-now");
          case BOOKS -> errors.refuse("receipts", "rounds.undo.books");
        }
      }
      return Answer.again(view.page(round, "", errors));
    });
  }

  /** Says of money that waits whether it was taken. */
  @PostMapping("/l/{local}/dues/rounds/{round}/waiting/{taking}")
  @Requires(Power.KEEP_MONEY)
  Answer waiting(@PathVariable UUID round, @PathVariable UUID taking, @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String note) {
    return transactions.write(() -> {
      mine(round, RoundReader::keeps);
      of(round, taking);
      var errors = new FormErrors();
      switch (verdict) {
        case "take" -> {
          switch (takings.accept(taking)) {
            case DONE -> {
            }
            case NOT_NOW -> errors.refuse("waiting", "rounds.waiting.not-now");
            case BOOKS -> errors.refuse("waiting", "rounds.undo.books");
            case NO_NUMBER -> errors.refuse("waiting", "rounds.waiting.no-number");
          }
        }
        case "refuse" -> {
          String why = errors.required("note", note, LONGEST_NOTE);
          if (!errors.any() && !takings.refuse(taking, why)) {
            errors.refuse("waiting", "rounds.waiting.not-now");
          }
        }
        default -> throw RoundsDesk.notFound();
      }
      return errors.any()
          ? Answer.again(view.page(round, "", errors))
          : Answer.goTo(RoundsDesk.at("/" + round));
    });
  }
}
