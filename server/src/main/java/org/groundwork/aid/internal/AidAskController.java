// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.Asked;
import org.groundwork.aid.Committee;
import org.groundwork.aid.Eligibility;
import org.groundwork.aid.NewWish;
import org.groundwork.aid.Request;
import org.groundwork.aid.Requests;
import org.groundwork.aid.Rulebook;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking the fund: oneself, or for somebody whose case one works on and who is hit back at. */
@Controller
class AidAskController {
  private final Transactions transactions;
  private final AidDesk desk;
  private final Requests requests;
  private final ByTheRules rules;
  private final Once once;
  private final RequestLanguage language;

  AidAskController(Transactions transactions, AidDesk desk, Requests requests, ByTheRules rules, Once once,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.requests = requests;
    this.rules = rules;
    this.once = once;
    this.language = language;
  }

  /** Makes sure that a form sent twice is done once. */
  @Component("onceInAid")
  record Once(OnceOnly only, Ids ids) {}

  /** Who may ask, and who decides. */
  @Component("askingByTheRules")
  record ByTheRules(Rulebook rules, Eligibility eligibility, Committee committee) {}

  /** For whom it is asked, with which request that was begun, and whether that was sent meanwhile. */
  private record For(UUID person, Optional<UUID> begun, boolean sent) {}

  @GetMapping("/l/{local}/aid/ask")
  @Requires(Power.TAKE_PART)
  Answer form(@RequestParam(defaultValue = "") String request) {
    return transactions.read(() -> desk.inBooks(currency -> {
      For whom = whom(request);
      if (whom.sent()) {
        return sentTwice(whom);
      }
      var form = AskForm.blank(once.ids().random().toString(), request);
      return Answer.show(page(currency, form, whom, FormErrors.none()));
    }));
  }

  @PostMapping("/l/{local}/aid/ask")
  @Requires(Power.TAKE_PART)
  Answer ask(@ModelAttribute AskForm form, HttpServletRequest request) {
    return transactions.write(() -> desk.inBooks(currency -> {
      UUID first = AidDesk.id(form.once()).orElseThrow(AidDesk::notFound);
      For whom = whom(form.request() == null ? "" : form.request());
      if (whom.sent()) {
        return sentTwice(whom);
      }
      var errors = new FormErrors();
      var wish = form.read(errors, currency, language.of(request), desk.today());
      if (wish.isEmpty()) {
        return Answer.again(page(currency, form, whom, errors));
      }
      if (!rules.committee().keepFrom(whom.person(), form.kept())) {
        errors.refuse("not", "aid.ask.not.few");
        return Answer.again(page(currency, form, whom, errors));
      }
      return once.only().first(first, "aid")
          ? asked(currency, form, whom, wish.get(), request)
          : sentTwice(whom);
    }));
  }

  private Answer asked(Currency currency, AskForm form, For whom, NewWish wish, HttpServletRequest request) {
    return switch (requests.ask(whom.person(), wish, whom.begun())) {
      case Asked.Yes(UUID id) -> Answer.goTo(AidDesk.at("/mine/" + id + "?done=asked"));
      case Asked.No _ -> again(currency, form, whom, new FormErrors());
      case Asked.TooMuchForADay(long most) -> {
        var errors = new FormErrors();
        errors.refuse("amount", most == 0 ? "aid.ask.no-day" : "aid.ask.too-much-for-a-day",
            new Money(most, currency).written(language.of(request)));
        yield again(currency, form, whom, errors);
      }
    };
  }

  private Answer again(Currency currency, AskForm form, For whom, FormErrors errors) {
    AidDesk.id(form.once()).ifPresent(once.only()::notDone);
    return Answer.again(page(currency, form, whom, errors));
  }

  /** Where a form leads that was sent a second time: to the request that the first made. */
  private Answer sentTwice(For whom) {
    return Answer.goTo(AidDesk.at(whom.begun()
        .or(() -> requests.of(whom.person()).stream().findFirst().map(Request::id))
        .map(id -> "/mine/" + id)
        .orElse("")));
  }

  private For whom(String begun) {
    return begun.isEmpty() ? new For(Callers.actor().person(), Optional.empty(), false) : begun(begun);
  }

  private For begun(String typed) {
    Request request = desk.mine(AidDesk.id(typed).orElseThrow(AidDesk::notFound));
    UUID person = request.person().orElseThrow(AidDesk::notFound);
    if (request.hit().isEmpty() || request.appealOf().isPresent()) {
      throw AidDesk.notFound();
    }
    return new For(person, Optional.of(request.id()), request.state() != Request.State.BEGUN);
  }

  private AskPage page(Currency currency, AskForm form, For whom, FormErrors errors) {
    var found = rules.rules().find();
    boolean own = whom.person().equals(Callers.actor().person());
    return new AskPage(currency, form, found, rules.eligibility().of(whom.person(), found),
        own ? "" : desk.name(whom.person()),
        rules.committee().others(whom.person()).stream().map(id -> new AskPage.Member(id, desk.name(id))).toList(),
        errors);
  }
}
