// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Changes the language in the middle of a form: the switch is a button of that form, which sends what was typed along
 * with the language, and the form is shown again in it, nothing read and nothing refused. The choice is a cookie of the
 * browser, nothing about the person.
 */
public final class LanguageSwitch implements HandlerInterceptor {
  /** The name of the button. */
  static final String BUTTON = "in-language";
  /** What the request speaks from here on, as an attribute. */
  static final String CHOSEN = LanguageSwitch.class.getName();
  private static final Duration KEPT = Duration.ofDays(400);
  private final Languages languages;

  LanguageSwitch(Languages languages) { this.languages = languages; }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    String asked = request.getMethod().equals("POST") ? request.getParameter(BUTTON) : null;
    if (asked != null) {
      languages.known(asked).ifPresent(chosen -> {
        request.setAttribute(CHOSEN, chosen);
        keep(chosen, response);
      });
    }
    return true;
  }

  /** Keeps the choice in the browser. */
  public static void keep(Locale chosen, HttpServletResponse response) {
    response.addHeader("Set-Cookie", ResponseCookie.from(UiFactory.LANGUAGE_COOKIE, chosen.toLanguageTag())
        .httpOnly(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(KEPT)
        .build()
        .toString());
  }
}
