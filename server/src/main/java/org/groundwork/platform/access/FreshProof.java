// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;

/**
 * Whether whoever holds this browser has proved a short while ago who they are. A phone goes from hand to hand with its
 * session open; what concerns one person alone is shown after a sign-in of minutes ago and not of this morning.
 */
public final class FreshProof {
  private final SessionCookies cookies;
  private final Accounts accounts;
  private final Clock clock;

  FreshProof(SessionCookies cookies, Accounts accounts, Clock clock) {
    this.cookies = cookies;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Whether the session that asks began within {@code time}. */
  public boolean within(HttpServletRequest request, Duration time) {
    var since = clock.instant().minus(time);
    return cookies.session(request).filter(token -> accounts.sessions().beganAfter(token, since)).isPresent();
  }
}
