// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Taking;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visit;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A steward's round, door by door, and the receipt that is given at each. */
@Controller
class RoundVisitController {
  private static final Set<String> SAID = Set.of("not-now", "not-there");
  private final Transactions transactions;
  private final RoundsDesk desk;
  private final RoundPeople people;
  private final RoundTalk talk;
  private final Visits visits;
  private final Takings takings;

  RoundVisitController(Transactions transactions, RoundsDesk desk, RoundPeople people, RoundTalk talk, Visits visits,
      Takings takings) {
    this.transactions = transactions;
    this.desk = desk;
    this.people = people;
    this.talk = talk;
    this.visits = visits;
    this.takings = takings;
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/list")
  @Requires(Power.TAKE_PART)
  Answer list(@PathVariable UUID round, @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "") String taken) {
    return transactions.write(() -> {
      Round of = desk.seen(round);
      if (!RoundReader.of(of).goes(of)) {
        return Answer.goTo(RoundsDesk.at("/" + round));
      }
      desk.looked(round);
      return Answer.show(new RoundListPage(of, desk.place(of), people.of(of), SAID.contains(said) ? said : "",
          RoundsDesk.id(taken)
              .flatMap(takings::find)
              .filter(each -> each.round().equals(round))
              .map(
                  each -> given(of, each))));
    });
  }

  /** What was just taken: the number of its receipt, or none while an officer looks at it. */
  private static RoundListPage.Given given(Round of, Taking taken) {
    return new RoundListPage.Given(taken.number().isPresent() ? of.receipt(taken.number().getAsInt()) : "",
        taken.state() == Taking.State.WAITS);
  }

  /** The receipt that was given; where no sum is told any more, the list with its number. */
  private Answer receiptOf(UUID round, UUID taken) {
    Round of = desk.seen(round);
    return Answer.goTo(RoundsDesk.at("/" + round
        + (RoundReader.of(of).receipts() && !RoundsDesk.sumsHidden(of)
            ? "/receipts/" + taken
            : "/list?taken=" + taken)));
  }

  /** A round on which the caller takes money now. */
  private Round taking(UUID round) {
    Round of = desk.seen(round);
    var reader = RoundReader.of(of);
    if (!reader.takes()) {
      throw RoundsDesk.notFound();
    }
    if (!of.open() && !reader.keeps()) {
      throw RoundsDesk.meanwhile();
    }
    return of;
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/people/{visit}")
  @Requires(Power.TAKE_PART)
  Answer door(@PathVariable UUID round, @PathVariable UUID visit) {
    return transactions.write(() -> {
      Round of = taking(round);
      desk.looked(round);
      return Answer.show(page(of, visit, VisitForm.blank(desk.fresh(), desk.fresh()), FormErrors.none()));
    });
  }

  private RoundVisitPage page(Round of, UUID visit, VisitForm form, FormErrors errors) {
    var row = people.one(of, visit).orElseThrow(RoundsDesk::notFound);
    var site = talk.site(of);
    return new RoundVisitPage(of, row, desk.currency().getCurrencyCode(), talk.can(of),
        site.map(talk::issues).orElseGet(List::of), site.flatMap(talk::ask), form, errors);
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/people/{visit}")
  @Requires(Power.TAKE_PART)
  Answer write(@PathVariable UUID round, @PathVariable UUID visit, @ModelAttribute VisitForm form,
      HttpServletRequest request) {
    return transactions.write(() -> {
      Round of = taking(round);
      Visit at = visits.find(round, visit).orElseThrow(RoundsDesk::notFound);
      UUID id = form.id().orElseThrow(RoundsDesk::notFound);
      var errors = new FormErrors();
      var talked = talk.read(of, form.said(), errors);
      return switch (form.what() == null ? "" : form.what()) {
        case "paid" -> {
          var sum = desk.sum(errors, "amount", form.amount(), request, 1);
          if (errors.any()) {
            yield Answer.again(page(of, visit, form, errors));
          }
          var taken = takings.take(new Takings.Said(id, round, visit, OptionalInt.empty(), sum.orElseThrow(),
              "cheque".equals(form.way()), desk.today()));
          if (taken.isEmpty()) {
            errors.refuse("amount", "rounds.no-number");
            yield Answer.again(page(of, visit, form, errors));
          }
          talked.ifPresent(read -> talk.write(read, at, desk.clock().instant()));
          yield receiptOf(round, id);
        }
        case "not-now", "not-there" -> {
          if (errors.any()) {
            yield Answer.again(page(of, visit, form, errors));
          }
          mark(of, at, form.what(), id);
          talked.ifPresent(read -> talk.write(read, at, desk.clock().instant()));
          yield Answer.goTo(RoundsDesk.at("/" + round + "/list?said=" + form.what()));
        }
        default -> throw RoundsDesk.notFound();
      };
    });
  }

  private void mark(Round of, Visit at, @org.jspecify.annotations.Nullable String what, UUID id) {
    boolean there = "not-now".equals(what);
    visits.mark(at.id(), there ? Visit.State.NOT_NOW : Visit.State.NOT_THERE);
    if (!there) {
      talk.notHome(of, at, id, desk.clock().instant());
    }
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/receipts/{taking}")
  @Requires(Power.TAKE_PART)
  Answer receipt(@PathVariable UUID round, @PathVariable UUID taking) {
    return transactions.read(() -> {
      Round of = desk.seen(round);
      var reader = RoundReader.of(of);
      Taking taken = takings.find(taking)
          .filter(each -> each.round().equals(round) && each.state() != Taking.State.VOID)
          .orElseThrow(RoundsDesk::notFound);
      if (!reader.receipts() || RoundsDesk.sumsHidden(of)) {
        throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      return Answer.show(new RoundReceiptPage(of, desk.local(),
          taken.number().isPresent() ? of.receipt(taken.number().getAsInt()) : "", desk.money(taken.amount()),
          taken.on(), taken.cheque(), taken.state() == Taking.State.WAITS,
          taken.state() == Taking.State.UNDONE || taken.state() == Taking.State.REFUSED,
          reader.goes(of)));
    });
  }
}
