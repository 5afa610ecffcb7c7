// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of a request: what the reader chose, or the best there is for what the browser asks. */
public interface RequestLanguage {
  Locale of(HttpServletRequest request);

  /**
   * Whether a form was sent only to be shown again in another language, with everything typed; {@link #of} gives that
   * language already.
   */
  default boolean switches(HttpServletRequest request) {
    return request.getAttribute(LanguageSwitch.CHOSEN) != null;
  }
}
