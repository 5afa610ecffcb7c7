// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import org.groundwork.platform.access.MailSignIn;
import org.groundwork.platform.access.Passkeys;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** Puts together the page of all ways in. */
@Component
class SignInPages {
  private final SessionCookies cookies;
  private final Passkeys passkeys;
  private final MailSignIn mail;

  SignInPages(SessionCookies cookies, Passkeys passkeys, MailSignIn mail) {
    this.cookies = cookies;
    this.passkeys = passkeys;
    this.mail = mail;
  }

  SignInPage page(HttpServletRequest request, String next, FormErrors errors) {
    var ways = new SignInPage.Ways(cookies.device(request).isPresent(), passkeys.offered(), mail.offered());
    return new SignInPage(ways, Going.safe(next), errors);
  }
}
