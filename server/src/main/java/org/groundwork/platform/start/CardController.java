// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.CardDesk;
import org.groundwork.platform.access.DeviceKind;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cards: handed over by a steward, brought by the person. */
@Controller
class CardController {
  private final CardDesk desk;
  private final Accounts accounts;
  private final Transactions transactions;
  private final SessionCookies cookies;
  private final RequestLanguage language;
  private final PublicAddress address;

  CardController(CardDesk desk, Accounts accounts, Transactions transactions, SessionCookies cookies,
      RequestLanguage language, PublicAddress address) {
    this.desk = desk;
    this.accounts = accounts;
    this.transactions = transactions;
    this.cookies = cookies;
    this.language = language;
    this.address = address;
  }

  @GetMapping("/l/{local}/people/{person}/card")
  @Requires(Power.EDIT_PEOPLE)
  Answer explain(@PathVariable UUID person) {
    return Answer.show(page(transactions.read(() -> desk.prospect(person)), Optional.empty()));
  }

  @PostMapping("/l/{local}/people/{person}/card")
  @Requires(Power.EDIT_PEOPLE)
  @Limited(perMinute = 30)
  Answer make(@PathVariable UUID person) {
    return transactions.write(() -> {
      var prospect = desk.prospect(person);
      return Answer.show(page(prospect, Optional.of(desk.make(person))));
    });
  }

  private HandCardPage page(CardDesk.Prospect prospect, Optional<String> code) {
    var entry = prospect.entry();
    boolean refused = (prospect.officer() && prospect.hasAccount()) || entry.bossSide();
    return new HandCardPage(entry.person().toString(), entry.name(), prospect.hasAccount(), refused,
        code.map(Going::groups), address.origin().map(at -> at + "/card").orElse(""));
  }

  @GetMapping("/card")
  @OpenRoute(why = "a form for the code on a card")
  Answer form() { return Answer.show(new CardPage("", signedIn(), FormErrors.none())); }

  @PostMapping("/card")
  @OpenRoute(why = "sixty random bits, good once and for a week, tried a few times a minute")
  @Limited(perMinute = 10)
  Answer bring(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String pin) throws Exception {
    var errors = new FormErrors();
    String typed = errors.required("code", code, 40);
    CardDesk.Bearer bearer = bearer(request, pin, errors);
    if (errors.any()) {
      return Answer.again(new CardPage(typed, signedIn(), errors));
    }
    return switch (desk.bring(typed, bearer)) {
      case CardDesk.Brought.In(var opened, var handle) -> {
        opened.ifPresent(fresh -> {
          cookies.giveDevice(response, fresh.deviceSecret());
          cookies.giveSession(response, fresh.sessionToken());
        });
        yield Answer.goTo("/l/" + handle);
      }
      case CardDesk.Brought.Unknown() -> refuse(errors, typed, "card.unknown");
      case CardDesk.Brought.Outdated() -> refuse(errors, typed, "card.outdated");
    };
  }

  private Answer refuse(FormErrors errors, String typed, String key) {
    errors.refuse("code", key);
    return Answer.again(new CardPage(typed, signedIn(), errors));
  }

  private CardDesk.Bearer bearer(HttpServletRequest request, String pin, FormErrors errors) {
    var known = Callers.current().accountId();
    if (known.isPresent()) {
      return new CardDesk.Bearer.Known(known.get());
    }
    return new CardDesk.Bearer.Newcomer(new Accounts.NewAccount(accounts.newId(), language.of(request),
        PinRule.read(errors, pin), DeviceKind.of(request.getHeader("User-Agent")), false));
  }

  private static boolean signedIn() { return Callers.current().accountId().isPresent(); }
}
