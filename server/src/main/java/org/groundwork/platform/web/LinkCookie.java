// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * A secret of somebody without an account, kept by their browser for one page and for a short while. A private link is
 * exchanged for it, so that neither the address bar nor the list of visited pages keeps the secret.
 *
 * @param name of the cookie
 * @param page the path below {@code /r/LOCAL/} to which alone the browser sends it
 * @param age how long the browser keeps it
 * @param fromMessage whether its link is opened from a message and leads on at once: then the browser has to send it
 *     along a redirect that another program began ({@code Lax}, RFC 6265bis, 5.6.7), else never so ({@code Strict})
 */
public record LinkCookie(String name, String page, Duration age, boolean fromMessage) {
  /** What secrets and printed codes are made of, and no longer than any of them. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /**
   * Has the browser keep a secret. One that none could be is kept as nothing, so that a stranger's answer looks the same
   * for a link that leads nowhere.
   */
  public void keep(String local, String secret, HttpServletRequest request, HttpServletResponse response) {
    set(local, SECRET.matcher(secret).matches() ? secret : "", age, request, response);
  }

  /** Has the browser forget it. */
  public void forget(String local, HttpServletRequest request, HttpServletResponse response) {
    set(local, "", Duration.ZERO, request, response);
  }

  private void set(String local, String value, Duration kept, HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader("Set-Cookie", ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite(fromMessage ? "Lax" : "Strict")
        .path("/r/" + local + "/" + page)
        .maxAge(kept)
        .build()
        .toString());
  }

  /** The secret that the browser sent; absent if it sent none, or what none could be. */
  public Optional<String> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .filter(value -> SECRET.matcher(value).matches())
        .findFirst();
  }
}
