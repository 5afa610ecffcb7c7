// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import java.util.Locale;

/** All that the figures tell of a request: never its path, which may name a local, nor which form it was. */
enum RouteClass {
  /** Styles, fonts, icons, scripts. */
  ASSET,
  /** A page. */
  READ,
  /** A form that was sent. */
  WRITE;

  static RouteClass of(String method, String path) {
    if (path.startsWith("/assets/")) {
      return ASSET;
    }
    return method.equals("GET") || method.equals("HEAD") ? READ : WRITE;
  }

  String label() { return name().toLowerCase(Locale.ROOT); }
}
