// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Passkeys;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an account is open: a lost phone is revoked here at once. */
@Controller
class DevicesController {
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final SessionCookies cookies;

  DevicesController(Accounts accounts, Passkeys passkeys, SessionCookies cookies) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.cookies = cookies;
  }

  @GetMapping("/me/devices")
  @SignedInRoute
  Answer list(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean revoked) {
    var session = session(request);
    UUID account = session.account();
    return Answer.show(new DevicesPage(accounts.devicesOf(account), accounts.sessionsOf(account), session.id(),
        passkeys.of(account).size(), revoked, ZoneOffset.UTC));
  }

  @PostMapping("/me/devices/revoke")
  @SignedInRoute
  Answer revoke(HttpServletRequest request, @RequestParam UUID device) {
    if (!accounts.revoke(session(request).account(), device)) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    return Answer.goTo("/me/devices?revoked=true");
  }

  @PostMapping("/me/devices/sign-out")
  @SignedInRoute
  Answer signOut(HttpServletRequest request, @RequestParam(name = "session") UUID ended) {
    accounts.signOut(session(request).account(), ended);
    return Answer.goTo("/me/devices");
  }

  private Accounts.Session session(HttpServletRequest request) {
    return cookies.session(request)
        .flatMap(accounts::session)
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.SIGN_IN));
  }
}
