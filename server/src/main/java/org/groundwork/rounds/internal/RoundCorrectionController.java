// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.rounds.Correction;
import org.groundwork.rounds.Corrections;
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

/** Receipts that were counted and turn out wrong: said by one officer and, where money changes, looked at by a second. */
@Controller
class RoundCorrectionController {
  private static final int LONGEST_REASON = 500;
  private final Transactions transactions;
  private final RoundsDesk desk;
  private final RoundView view;
  private final RoundReceipts receipts;
  private final Of of;

  RoundCorrectionController(Transactions transactions, RoundsDesk desk, RoundView view, RoundReceipts receipts, Of of) {
    this.transactions = transactions;
    this.desk = desk;
    this.view = view;
    this.receipts = receipts;
    this.of = of;
  }

  /** What is known of receipts. */
  @org.springframework.stereotype.Component("roundCorrectionOf")
  record Of(Takings takings, Visits visits, Corrections corrections) {}

  private Taking counted(UUID round, UUID taking) {
    return of.takings()
        .find(taking)
        .filter(each -> each.round().equals(round) && each.state() == Taking.State.ENTERED && each.counted())
        .orElseThrow(RoundsDesk::notFound);
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/receipts/{taking}/correct")
  @Requires(Power.KEEP_MONEY)
  Answer form(@PathVariable UUID round, @PathVariable UUID taking, @RequestParam(defaultValue = "") String q,
      HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Round in = desk.seen(round);
      Taking wrong = counted(round, taking);
      desk.looked(round);
      return Answer.show(page(in, wrong, new CorrectForm("", desk.money(wrong.amount()).plain(desk.reader(request)),
          wrong.cheque() ? "cheque" : "cash", "", "", q), FormErrors.none()));
    });
  }

  private RoundCorrectPage page(Round in, Taking wrong, CorrectForm form, FormErrors errors) {
    var people = new LinkedHashMap<UUID, String>();
    var ids = of.visits().of(in.id()).stream().flatMap(visit -> visit.person().stream()).toList();
    people.putAll(desk.names(ids));
    var found = view.found(Objects.requireNonNullElse(form.search(), ""));
    found.orElseGet(List::of).forEach(each -> people.putIfAbsent(each.id(), each.name()));
    RoundsDesk.id(form.person())
        .filter(view::member)
        .ifPresent(chosen -> people.computeIfAbsent(chosen, each -> desk.name(Optional.of(each))));
    people.remove(RoundsDesk.me());
    wrong.visit()
        .flatMap(visit -> of.visits().find(in.id(), visit))
        .flatMap(Visit::person)
        .ifPresent(people::remove);
    return new RoundCorrectPage(in, wrong.id(), number(in, wrong), receipts.name(in, wrong.visit()),
        desk.money(wrong.amount()), wrong.cheque(), desk.currency().getCurrencyCode(), people.entrySet()
            .stream()
            .sorted(Map.Entry.comparingByValue())
            .map(each -> new NewRoundPage.Steward(each.getKey(), each.getValue()))
            .toList(),
        found.map(List::size), form, errors);
  }

  private static String number(Round in, Taking taking) {
    return taking.number().isPresent() ? in.receipt(taking.number().getAsInt()) : "";
  }

  @PostMapping("/l/{local}/dues/rounds/{round}/receipts/{taking}/correct")
  @Requires(Power.KEEP_MONEY)
  Answer propose(@PathVariable UUID round, @PathVariable UUID taking, @ModelAttribute CorrectForm form,
      HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Round in = desk.seen(round);
      Taking wrong = counted(round, taking);
      var errors = new FormErrors();
      var sum = form.ofNothing() ? OptionalLong.of(0) : desk.sum(errors, "amount", form.amount(), request, 1);
      Optional<UUID> person = person(in, form, errors);
      String reason = errors.required("reason", form.reason(), LONGEST_REASON);
      if (!errors.any()) {
        var came = of.corrections()
            .propose(taking, new Corrections.Wanted(person, sum.orElseThrow(), form.cheque()), reason);
        switch (came) {
          case DONE, WAITS -> {
            return Answer.goTo(RoundsDesk.at("/" + round + "#corrections"));
          }
          case SAME -> errors.refuse("amount", "rounds.correct.same");
          case WAITS_ALREADY -> errors.refuse("amount", "rounds.correct.waits-already");
          case OWN, SAME_PERSON -> errors.refuse("person", "rounds.correct.own");
          case BOOKS -> errors.refuse("amount", "rounds.undo.books");
          case MEANWHILE -> throw RoundsDesk.meanwhile();
        }
      }
      return Answer.again(page(in, wrong, form, errors));
    });
  }

  private Optional<UUID> person(Round in, CorrectForm form, FormErrors errors) {
    if (form.person() == null || form.person().isEmpty()) {
      return Optional.empty();
    }
    var person = RoundsDesk.id(form.person())
        .filter(id -> view.member(id) || of.visits()
            .of(in.id())
            .stream()
            .anyMatch(visit -> visit.person().equals(Optional.of(id))));
    if (person.isEmpty()) {
      errors.refuse("person", "rounds.correct.person.choose");
    }
    return person;
  }

  /** A correction of this round, for whoever keeps or checks the money, and for whoever is asked as the second. */
  private Correction seen(Round in, UUID correction) {
    var reader = RoundReader.of(in);
    return of.corrections()
        .find(correction)
        .filter(each -> each.round().equals(in.id()) && (reader.sees() || reader.keeps() || reader.approves()))
        .orElseThrow(RoundsDesk::notFound);
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/corrections/{correction}")
  @Requires(Power.TAKE_PART)
  Answer one(@PathVariable UUID round, @PathVariable UUID correction) {
    return transactions.write(() -> {
      Round in = desk.seen(round);
      Correction one = seen(in, correction);
      desk.looked(round);
      return Answer.show(page(in, one, FormErrors.none()));
    });
  }

  private RoundCorrectionPage page(Round in, Correction one, FormErrors errors) {
    var reader = RoundReader.of(in);
    return new RoundCorrectionPage(in, one, receipts.number(in, one), version(in, reader, one.was()),
        version(in, reader, one.right()), desk.name(one.proposed().by()), desk.name(one.decided()), may(reader, one),
        reader.sees(), reader.approves(), errors);
  }

  /** Who paid is read by whoever decides on it; whoever only checks the books reads the sums. */
  private RoundCorrectionPage.Version version(Round in, RoundReader reader, Correction.Version version) {
    return new RoundCorrectionPage.Version(reader.approves() ? receipts.name(in, version.visit()) : "",
        version.amount() == 0 ? Optional.empty() : Optional.of(desk.money(version.amount())), version.cheque());
  }

  private RoundCorrectionPage.May may(RoundReader reader, Correction one) {
    var actor = Callers.actor();
    if (!one.waits() || !reader.approves()) {
      return RoundCorrectionPage.May.READ;
    }
    if (one.proposedBy(actor.person(), actor.account())) {
      return RoundCorrectionPage.May.WITHDRAW;
    }
    return of.corrections().own(one) ? RoundCorrectionPage.May.OWN : RoundCorrectionPage.May.DECIDE;
  }

  /** The second person says whether it is so; the first takes it back. */
  @PostMapping("/l/{local}/dues/rounds/{round}/corrections/{correction}")
  @Requires(Power.TAKE_PART)
  Answer decide(@PathVariable UUID round, @PathVariable UUID correction,
      @RequestParam(defaultValue = "") String verdict) {
    return transactions.write(() -> {
      Round in = desk.seen(round);
      seen(in, correction);
      if (!RoundReader.of(in).approves() || (!verdict.equals("yes") && !verdict.equals("no"))) {
        throw RoundsDesk.notFound();
      }
      var errors = new FormErrors();
      switch (of.corrections().decide(correction, verdict.equals("yes"))) {
        case DONE, WAITS -> {
          return Answer.goTo(RoundsDesk.at("/" + round + "/corrections/" + correction));
        }
        case OWN -> errors.refuse("verdict", "rounds.correct.own");
        case SAME_PERSON -> errors.refuse("verdict", "rounds.correction.same-person");
        case BOOKS -> errors.refuse("verdict", "rounds.undo.books");
        case SAME, WAITS_ALREADY, MEANWHILE -> throw RoundsDesk.meanwhile();
      }
      return Answer.again(page(in, seen(in, correction), errors));
    });
  }
}
