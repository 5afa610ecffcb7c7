// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of signing in: the session, the secret of a device that a PIN unlocks, and the mark of a browser that asked
 * for a link or a passkey's question, and the mark of a browser where something takes two. Out of reach of scripts,
 * never sent along from another site, and bound to this host where the address is https.
 */
public final class SessionCookies {
  private final boolean secure;

  public SessionCookies(boolean secure) { this.secure = secure; }

  /** The session token that the browser sent. */
  public Optional<String> session(HttpServletRequest request) {
    return read(request, name("session"));
  }

  /** The device secret that the browser sent. */
  public Optional<String> device(HttpServletRequest request) {
    return read(request, name("device"));
  }

  public void giveSession(HttpServletResponse response, String token) {
    give(response, name("session"), token, Sessions.LONGEST);
  }

  public void giveDevice(HttpServletResponse response, String secret) {
    give(response, name("device"), secret, Duration.ofDays(400));
  }

  /** The mark of a browser that asked for something to be answered to it alone. */
  public Optional<String> asking(HttpServletRequest request) {
    return read(request, name("asking"));
  }

  public void giveAsking(HttpServletResponse response, String secret) {
    give(response, name("asking"), secret, MailSignIn.VALID);
  }

  /** The mark that tells this browser from another, whoever is signed in. */
  Optional<String> browser(HttpServletRequest request) {
    return read(request, name("browser"));
  }

  void giveBrowser(HttpServletResponse response, String secret) {
    give(response, name("browser"), secret, Duration.ofDays(400));
  }

  public void takeSession(HttpServletResponse response) { give(response, name("session"), "", Duration.ZERO); }

  private String name(String what) { return (secure ? "__Host-gw-" : "gw-") + what; }

  private void give(HttpServletResponse response, String name, String value, Duration age) {
    response.addHeader("Set-Cookie", ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build()
        .toString());
  }

  private static Optional<String> read(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty() && cookie.getValue().length() <= 100) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }
}
