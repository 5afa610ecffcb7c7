// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.DeviceKind;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.MailSignIn;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.Strength;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a link in a mail. */
@Controller
class LinkController {
  private final MailSignIn mail;
  private final Messages messages;
  private final Accounts accounts;
  private final Strength strength;
  private final SessionCookies cookies;
  private final RequestLanguage language;
  private final Clock clock;

  LinkController(MailSignIn mail, Messages messages, Accounts accounts, Strength strength, SessionCookies cookies,
      RequestLanguage language, Clock clock) {
    this.mail = mail;
    this.messages = messages;
    this.accounts = accounts;
    this.strength = strength;
    this.cookies = cookies;
    this.language = language;
    this.clock = clock;
  }

  @GetMapping("/sign-in/link")
  @OpenRoute(why = "a form; it tells nobody which addresses are known")
  Answer ask() {
    offered();
    return Answer.show(new LinkAskPage("", false, messages.readableHere(), FormErrors.none()));
  }

  @PostMapping("/sign-in/link")
  @OpenRoute(why = "the same answer and the same work for every address")
  @Limited(perMinute = 6)
  Answer send(HttpServletRequest request, HttpServletResponse response,
      @RequestParam(name = "mail", defaultValue = "") String typed) {
    offered();
    var errors = new FormErrors();
    String given = errors.required("mail", typed, MailAddress.LONGEST);
    var to = MailAddress.parse(given);
    if (!errors.any() && to.isEmpty()) {
      errors.refuse("mail", "sign-in.link.address");
    }
    if (errors.any() || to.isEmpty()) {
      return Answer.again(new LinkAskPage(given, false, messages.readableHere(), errors));
    }
    String mark = mail.newBrowserMark();
    mail.ask(to.get(), mark, language.of(request));
    cookies.giveAsking(response, mark);
    return Answer.show(new LinkAskPage("", true, messages.readableHere(), errors));
  }

  @GetMapping("/sign-in/link/{token}")
  @OpenRoute(why = "shows a button; looking uses nothing up")
  @Limited(perMinute = 30)
  Answer look(HttpServletRequest request, @PathVariable String token) {
    return Answer.show(mail.look(token, cookies.asking(request))
        .map(link -> new LinkPage(LinkPage.Stage.READY, token,
            link.sameBrowser() ? Optional.empty() : Optional.of(link.address().value())))
        .orElseGet(() -> new LinkPage(LinkPage.Stage.GONE, "", Optional.empty())));
  }

  @PostMapping("/sign-in/link/use")
  @OpenRoute(why = "256 random bits, good once; in another browser only after whose account it is was shown")
  @Limited(perMinute = 10)
  Answer use(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "false") boolean elsewhere) throws Exception {
    var link = mail.redeem(token, cookies.asking(request), elsewhere);
    if (link.isEmpty()) {
      return Answer.again(new LinkPage(LinkPage.Stage.GONE, "", Optional.empty()));
    }
    if (strength.takesPasskey(link.get().account())) {
      return new Answer.Show(new LinkPage(LinkPage.Stage.NEEDS_PASSKEY, "", Optional.empty()), 403);
    }
    cookies.session(request).ifPresent(accounts::signOut);
    cookies.giveSession(response, accounts.startSession(link.get().account(), Proof.LINK,
        DeviceKind.of(request.getHeader("User-Agent")), clock.instant().plus(Accounts.DELAY)));
    return Answer.goTo("/");
  }

  private void offered() {
    if (!mail.offered()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }
}
