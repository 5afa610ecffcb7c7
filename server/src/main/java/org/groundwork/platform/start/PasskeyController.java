// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.DeviceKind;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Passkeys;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passkeys: the page of one's own, and signing in with one. */
@Controller
class PasskeyController {
  private static final int LABEL = 60;
  private final Passkeys passkeys;
  private final Accounts accounts;
  private final SignInPages pages;
  private final SessionCookies cookies;
  private final Tokens tokens;
  private final Texts texts;

  PasskeyController(Passkeys passkeys, Accounts accounts, SignInPages pages, SessionCookies cookies, Tokens tokens,
      Texts texts) {
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.pages = pages;
    this.cookies = cookies;
    this.tokens = tokens;
    this.texts = texts;
  }

  @GetMapping("/me/passkeys")
  @SignedInRoute
  Answer list(HttpServletRequest request) { return Answer.show(page(session(request), FormErrors.none())); }

  @PostMapping("/me/passkeys/options")
  @SignedInRoute
  @Limited(perMinute = 20)
  ResponseEntity<String> optionsToAdd(HttpServletRequest request, HttpServletResponse response) {
    var session = session(request);
    mayAdd(session);
    return json(passkeys.askToAdd(session.account(), mark(response), texts.of(request).t("passkeys.shown")));
  }

  @PostMapping("/me/passkeys")
  @SignedInRoute
  @Limited(perMinute = 20)
  Answer add(HttpServletRequest request, @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String label) {
    var session = session(request);
    mayAdd(session);
    var errors = new FormErrors();
    String name = errors.optional("label", label, LABEL);
    if (!errors.any()) {
      String called = name.isEmpty()
          ? texts.of(request).t("device." + DeviceKind.of(request.getHeader("User-Agent")).key())
          : name;
      if (passkeys.add(session, cookies.asking(request).orElse(""), answer, called)) {
        return Answer.goTo("/me/passkeys");
      }
      errors.refuse("label", "passkeys.refused");
    }
    return Answer.again(page(session, errors));
  }

  @PostMapping("/me/passkeys/remove")
  @SignedInRoute
  Answer remove(HttpServletRequest request, @RequestParam UUID passkey) {
    var session = session(request);
    mayAdd(session);
    if (!passkeys.remove(session.account(), passkey)) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    return Answer.goTo("/me/passkeys");
  }

  @PostMapping("/sign-in/passkey/options")
  @OpenRoute(why = "a random question; it names no account")
  @Limited(perMinute = 20)
  ResponseEntity<String> optionsToSignIn(HttpServletResponse response) {
    offered();
    return json(passkeys.askToSignIn(mark(response)));
  }

  @PostMapping("/sign-in/passkey")
  @OpenRoute(why = "the way in; an answer holds only with the passkey's signature")
  @Limited(perMinute = 20)
  Answer signIn(HttpServletRequest request, HttpServletResponse response,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "/") String next) {
    offered();
    var signedIn = passkeys.signIn(cookies.asking(request).orElse(""), answer,
        DeviceKind.of(request.getHeader("User-Agent")));
    if (signedIn.isEmpty()) {
      var errors = new FormErrors();
      errors.refuse("passkey", "sign-in.passkey.refused");
      return Answer.again(pages.page(request, next, errors));
    }
    cookies.session(request).ifPresent(accounts::signOut);
    cookies.giveSession(response, signedIn.get().sessionToken());
    return Answer.goTo(Going.safe(next));
  }

  private String mark(HttpServletResponse response) {
    String mark = tokens.secret();
    cookies.giveAsking(response, mark);
    return mark;
  }

  private PasskeysPage page(Accounts.Session session, FormErrors errors) {
    var mine = passkeys.of(session.account());
    return new PasskeysPage(mine, passkeys.offered(), mine.isEmpty() || session.proof() == Proof.PASSKEY,
        ZoneOffset.UTC, errors);
  }

  /** The first passkey may be added by whoever is signed in; afterwards only who came in with one changes them. */
  private void mayAdd(Accounts.Session session) {
    offered();
    if (session.proof() != Proof.PASSKEY && !passkeys.of(session.account()).isEmpty()) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private void offered() {
    if (!passkeys.offered()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }

  private Accounts.Session session(HttpServletRequest request) {
    return cookies.session(request)
        .flatMap(accounts::session)
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.SIGN_IN));
  }

  private static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore()).body(body);
  }
}
