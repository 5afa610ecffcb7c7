// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.groundwork.platform.ids.Tokens;

/**
 * Tells one browser from another where an act takes two people: two accounts that sign in one after the other on one
 * phone are still one pair of hands. A mark is a random cookie, given when a first act needs it; whoever clears their
 * cookies is a new browser, so this comes on top of two accounts and never instead.
 */
public final class BrowserMark {
  private final SessionCookies cookies;
  private final Tokens tokens;

  BrowserMark(SessionCookies cookies, Tokens tokens) {
    this.cookies = cookies;
    this.tokens = tokens;
  }

  /** The hash of this browser's mark; the browser is given one if it has none. */
  public byte[] of(HttpServletRequest request, HttpServletResponse response) {
    return Tokens.hash(cookies.browser(request).orElseGet(() -> {
      String secret = tokens.secret();
      cookies.giveBrowser(response, secret);
      return secret;
    }));
  }
}
