// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Texts for what a route itself proposes or writes, in the language of the request. */
public final class Texts {
  private final Languages languages;
  private final RequestLanguage requestLanguage;

  public Texts(Languages languages, RequestLanguage requestLanguage) {
    this.languages = languages;
    this.requestLanguage = requestLanguage;
  }

  /** The texts of one language. */
  public record In(Languages languages, Locale language) {
    public String t(String key, Object... arguments) { return languages.text(language, key, arguments); }
  }

  public In of(HttpServletRequest request) { return new In(languages, requestLanguage.of(request)); }
}
