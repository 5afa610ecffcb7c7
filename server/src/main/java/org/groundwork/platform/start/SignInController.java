// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.DeviceKind;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.RecoveryBySheet;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in again and signing out. */
@Controller
class SignInController {
  private final Accounts accounts;
  private final SessionCookies cookies;
  private final SignInPages pages;
  private final RecoveryBySheet recovery;

  SignInController(Accounts accounts, SessionCookies cookies, SignInPages pages, RecoveryBySheet recovery) {
    this.accounts = accounts;
    this.cookies = cookies;
    this.pages = pages;
    this.recovery = recovery;
  }

  @GetMapping("/sign-in")
  @OpenRoute(why = "the way in")
  Answer signIn(HttpServletRequest request, @RequestParam(defaultValue = "/") String next) {
    return Answer.show(pages.page(request, next, FormErrors.none()));
  }

  @PostMapping("/sign-in/pin")
  @OpenRoute(why = "the way in; a wrong PIN costs one of few tries")
  Answer pin(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String pin,
      @RequestParam(defaultValue = "/") String next) {
    var errors = new FormErrors();
    var device = cookies.device(request);
    if (device.isEmpty()) {
      return Answer.goTo("/sign-in");
    }
    return switch (accounts.unlock(device.get(), pin.strip())) {
      case Accounts.Unlocked.Yes(var account, var token) -> {
        cookies.session(request).ifPresent(accounts::signOut);
        cookies.giveSession(response, token);
        yield Answer.goTo(Going.safe(next));
      }
      case Accounts.Unlocked.Wrong(int left) -> {
        errors.refuse("pin", "sign-in.pin.wrong", left);
        yield Answer.again(pages.page(request, next, errors));
      }
      case Accounts.Unlocked.Locked() -> {
        errors.refuse("code", "sign-in.locked");
        yield Answer.again(new RecoverPage(errors));
      }
    };
  }

  @GetMapping("/sign-in/recover")
  @OpenRoute(why = "the way in with a recovery sheet")
  Answer recoverForm() { return Answer.show(new RecoverPage(FormErrors.none())); }

  @PostMapping("/sign-in/recover")
  @OpenRoute(why = "the way in with a recovery sheet; 100 random bits cannot be guessed")
  @Limited(perMinute = 10)
  Answer recover(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String pin) throws Exception {
    var errors = new FormErrors();
    String typed = errors.required("code", code, 60);
    String digits = PinRule.read(errors, pin);
    if (errors.any()) {
      return Answer.again(new RecoverPage(errors));
    }
    var opened = recovery.recover(typed, digits, DeviceKind.of(request.getHeader("User-Agent")));
    if (opened.isEmpty()) {
      errors.refuse("code", "sign-in.recover.wrong");
      return Answer.again(new RecoverPage(errors));
    }
    cookies.giveDevice(response, opened.get().deviceSecret());
    cookies.giveSession(response, opened.get().sessionToken());
    return Answer.goTo("/");
  }

  @PostMapping("/sign-out")
  @OpenRoute(why = "leaving is always allowed; it ends the session of the browser that asks")
  Answer signOut(HttpServletRequest request, HttpServletResponse response) {
    cookies.session(request).ifPresent(accounts::signOut);
    cookies.takeSession(response);
    return Answer.goTo("/sign-in");
  }

  @PostMapping("/sign-out/everywhere")
  @SignedInRoute
  Answer signOutEverywhere(HttpServletResponse response) {
    accounts.signOutEverywhere(Callers.current().accountId().orElseThrow());
    cookies.takeSession(response);
    return Answer.goTo("/sign-in");
  }
}
