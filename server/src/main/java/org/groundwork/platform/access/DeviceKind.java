// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What sort of thing somebody signs in with, so that they recognise it in a list. Nothing finer is kept: a model or a
 * version would tell people apart.
 */
public enum DeviceKind {
  ANDROID, IPHONE, WINDOWS, MAC, LINUX, OTHER;

  /** Reads what a browser says of itself. */
  public static DeviceKind of(@Nullable String userAgent) {
    String said = userAgent == null ? "" : userAgent;
    if (said.contains("Android")) {
      return ANDROID;
    }
    if (said.contains("iPhone") || said.contains("iPad")) {
      return IPHONE;
    }
    if (said.contains("Windows")) {
      return WINDOWS;
    }
    if (said.contains("Macintosh")) {
      return MAC;
    }
    return said.contains("Linux") ? LINUX : OTHER;
  }

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeviceKind ofKey(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
}
