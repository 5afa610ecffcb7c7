// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.groundwork.aid.Committee;
import org.groundwork.aid.Opinion;
import org.groundwork.aid.Request;
import org.groundwork.aid.Requests;
import org.groundwork.aid.Said;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The committee's list, and one request on it. Each look at one is audited. */
@Controller
class CommitteeController {
  private static final int MOST = 30;
  private static final Map<String, String> DONE = Map.of("noted", "aid.done.noted", "decided", "aid.done.decided",
      "over", "aid.done.over", "excluded", "aid.done.excluded");
  private final Transactions transactions;
  private final AidDesk desk;
  private final Committee committee;
  private final Requests requests;
  private final Looks looks;
  private final RequestLanguage language;

  CommitteeController(Transactions transactions, AidDesk desk, Committee committee, Requests requests, Looks looks,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.committee = committee;
    this.requests = requests;
    this.looks = looks;
    this.language = language;
  }

  /** Notes who looks, and when. */
  @Component("aidLooks")
  record Looks(Audit audit, Clock clock) {}

  @GetMapping("/l/{local}/aid/requests")
  @Requires(Power.GIVE_AID)
  Answer list(@RequestParam(defaultValue = "") String done) {
    Callers.everywhere(Power.GIVE_AID);
    return transactions.read(() -> desk.inBooks(currency -> {
      UUID me = Callers.actor().person();
      var rows = committee.waiting(me).stream().map(waiting -> row(me, waiting)).toList();
      return Answer.show(new RequestsPage(currency, rows, committee.decided(me, MOST), committee.size(),
          looks.clock().instant(), desk.zone(), DONE.getOrDefault(done, "")));
    }));
  }

  private RequestsPage.Row row(UUID me, Committee.Waiting waiting) {
    var said = committee.opinions(waiting.request().id());
    long mine = said.stream().filter(opinion -> opinion.member().equals(me)).count();
    return new RequestsPage.Row(waiting, waiting.request().person().map(desk::name).orElse(""), mine > 0,
        (int) (said.size() - mine));
  }

  @GetMapping("/l/{local}/aid/requests/{id}")
  @Requires(Power.GIVE_AID)
  Answer look(@PathVariable UUID id, HttpServletRequest http) {
    Callers.everywhere(Power.GIVE_AID);
    return transactions.write(() -> {
      Request request = readable(id);
      looks.audit().record("aid-request-seen", new SubjectRef("aid-request", id), "");
      return desk.inBooks(currency -> Answer.show(page(currency, request, blank(currency, request, language.of(http)),
          FormErrors.none())));
    });
  }

  private SayForm blank(Currency currency, Request request, Locale locale) {
    long most = Math.min(request.asked(), committee.limits(request).map(limits -> limits.most()).orElse(0L));
    return SayForm.blank(most == 0 ? "" : Typed.plain(most, currency, locale));
  }

  @PostMapping("/l/{local}/aid/requests/{id}/say")
  @Requires(Power.GIVE_AID)
  Answer say(@PathVariable UUID id, @ModelAttribute SayForm form, HttpServletRequest http) {
    Callers.everywhere(Power.GIVE_AID);
    return transactions.write(() -> {
      Request request = readable(id);
      if (!request.open()) {
        return Answer.goTo(AidDesk.at("/requests?done=over"));
      }
      if (!committee.may(Callers.actor().person(), request)) {
        throw AidDesk.notFound();
      }
      return desk.inBooks(currency -> said(currency, request, form, language.of(http)));
    });
  }

  private Answer said(Currency currency, Request request, SayForm form, Locale locale) {
    var errors = new FormErrors();
    var saying = form.read(errors, currency, locale);
    if (saying.isEmpty()) {
      return Answer.again(page(currency, request, form, errors));
    }
    return switch (committee.say(Callers.actor().person(), request.id(), saying.get())) {
      case Said.Noted _ -> Answer.goTo(AidDesk.at("/requests?done=noted"));
      case Said.Decided _ -> Answer.goTo(AidDesk.at("/requests?done=decided"));
      case Said.Over _ -> Answer.goTo(AidDesk.at("/requests?done=over"));
      case Said.TooMuch(long most) -> {
        errors.refuse("amount", "aid.say.too-much", new Money(most, currency).written(locale));
        yield Answer.again(page(currency, request, form, errors));
      }
    };
  }

  @PostMapping("/l/{local}/aid/requests/{id}/close-to")
  @Requires(Power.GIVE_AID)
  Answer closeTo(@PathVariable UUID id) {
    Callers.everywhere(Power.GIVE_AID);
    return transactions.write(() -> {
      committee.excludeOneself(Callers.actor().person(), readable(id));
      return Answer.goTo(AidDesk.at("/requests?done=excluded"));
    });
  }

  private Request readable(UUID id) {
    return requests.find(id)
        .filter(request -> committee.mayRead(Callers.actor().person(), request))
        .orElseThrow(AidDesk::notFound);
  }

  private RequestPage page(Currency currency, Request request, SayForm form, FormErrors errors) {
    UUID me = Callers.actor().person();
    List<Opinion> said = committee.opinions(request.id());
    return new RequestPage(currency, request, request.person().map(desk::name).orElse(""),
        committee.hitBack(request), committee.limits(request),
        said.stream()
            .map(each -> new RequestPage.Said(desk.name(each.member()), each.member().equals(me), each))
            .toList(),
        request.appealOf().flatMap(requests::find), committee.may(me, request), looks.clock().instant(), desk.zone(),
        form, errors);
  }
}
