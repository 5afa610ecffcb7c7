// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of a request: what the reader chose, or the best there is for what the browser asks. */
public interface RequestLanguage {
  Locale of(HttpServletRequest request);
}
