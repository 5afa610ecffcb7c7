// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The address of an external server without what must not travel with it. */
final class ExternalAddress {
  private ExternalAddress() {}

  /** Drops {@code user} and {@code password} and keeps values of rows out of error messages. */
  static String withoutCredentials(String url) {
    int question = url.indexOf('?');
    String base = question < 0 ? url : url.substring(0, question);
    String kept = question < 0
        ? ""
        : Arrays.stream(url.substring(question + 1).split("&", -1))
            .filter(p -> !p.isEmpty() && !p.startsWith("user=") && !p.startsWith("password=")
                && !p.startsWith("logServerErrorDetail="))
            .map(p -> p + "&")
            .collect(Collectors.joining());
    return base + "?" + kept + "logServerErrorDetail=false";
  }
}
