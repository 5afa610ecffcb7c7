// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.HttpServletRequest;

/** Tells from the headers alone whether somebody who runs the installation sent a request, before its body is read. */
public final class InstallationDoor {
  private final SessionCookies cookies;
  private final Accounts accounts;
  private final OfficeGuard guard;

  InstallationDoor(SessionCookies cookies, Accounts accounts, OfficeGuard guard) {
    this.cookies = cookies;
    this.accounts = accounts;
    this.guard = guard;
  }

  /** Whether the request carries a session that holds and may run the installation. */
  public boolean opensFor(HttpServletRequest request) {
    return cookies.session(request).flatMap(accounts::session).filter(guard::runsInstallation).isPresent();
  }
}
