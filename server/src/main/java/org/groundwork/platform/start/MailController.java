// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.MailSignIn;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail address by which somebody signs in: added, confirmed, removed. */
@Controller
class MailController {
  private final MailSignIn mail;
  private final SessionCookies cookies;
  private final RequestLanguage language;

  MailController(MailSignIn mail, SessionCookies cookies, RequestLanguage language) {
    this.mail = mail;
    this.cookies = cookies;
    this.language = language;
  }

  @GetMapping("/me/mail")
  @SignedInRoute
  Answer form() {
    return Answer.show(page("", mail.offered() ? MailPage.State.ASK : MailPage.State.NO_MAIL, FormErrors.none()));
  }

  @PostMapping("/me/mail")
  @SignedInRoute
  @Limited(perMinute = 6)
  Answer add(HttpServletRequest request, HttpServletResponse response,
      @RequestParam(name = "mail", defaultValue = "") String typed) {
    if (!mail.offered()) {
      return Answer.again(page("", MailPage.State.NO_MAIL, FormErrors.none()));
    }
    var errors = new FormErrors();
    String given = errors.required("mail", typed, MailAddress.LONGEST);
    var to = MailAddress.parse(given);
    if (!errors.any() && to.isEmpty()) {
      errors.refuse("mail", "sign-in.link.address");
    }
    if (errors.any() || to.isEmpty()) {
      return Answer.again(page(given, MailPage.State.ASK, errors));
    }
    Locale reader = language.of(request);
    String mark = mail.newBrowserMark();
    mail.askToConfirm(me(), to.get(), mark, reader);
    cookies.giveAsking(response, mark);
    return Answer.show(page("", MailPage.State.SENT, errors));
  }

  @PostMapping("/me/mail/remove")
  @SignedInRoute
  Answer remove() {
    mail.forget(me());
    return Answer.show(page("", MailPage.State.REMOVED, FormErrors.none()));
  }

  @GetMapping("/me/mail/confirm/{token}")
  @OpenRoute(why = "shows a button and nothing else; confirming takes the account")
  Answer look(@PathVariable String token) {
    return Answer.show(new ConfirmMailPage(token, ConfirmMailPage.Stage.READY));
  }

  @PostMapping("/me/mail/confirm")
  @SignedInRoute
  @Limited(perMinute = 10)
  Answer confirm(@RequestParam(defaultValue = "") String token) {
    var before = mail.addressOf(me());
    return switch (mail.confirm(me(), token)) {
      case YES -> {
        before.ifPresent(old -> mail.tellFormerAddress(me(), old));
        yield Answer.show(page("", MailPage.State.CONFIRMED, FormErrors.none()));
      }
      case GONE -> Answer.again(new ConfirmMailPage("", ConfirmMailPage.Stage.GONE));
      case TAKEN -> Answer.again(new ConfirmMailPage("", ConfirmMailPage.Stage.TAKEN));
    };
  }

  private MailPage page(String typed, MailPage.State state, FormErrors errors) {
    return new MailPage(mail.addressOf(me()).map(MailAddress::value), typed, state, errors);
  }

  private static UUID me() { return Callers.current().accountId().orElseThrow(); }
}
