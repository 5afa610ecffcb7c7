// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came back: status, headers, body. */
public record Page(int status, HttpHeaders headers, String body) {
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "set-cookie", "connection", "keep-alive");
  private static final Pattern VERSION = Pattern.compile("/assets/~[0-9a-f]+/");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** Where the answer leads; empty unless it is a redirect. */
  public Optional<String> location() {
    return headers.firstValue("Location");
  }

  /** The first value of a header, in whatever case it was sent. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The token that the page's forms carry; empty for a page without a form. */
  public Optional<String> formToken() {
    var found = TOKEN.matcher(body);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The body with every form token and the version of the assets blanked out, to compare what two visitors see. */
  public String bodyWithoutTokens() {
    return VERSION.matcher(TOKEN.matcher(body).replaceAll("name=\"_csrf\" value=\"\"")).replaceAll("/assets/");
  }

  /**
   * Every header but those that tell the time, carry a token or speak of the connection, in a stable order, to compare
   * two answers.
   */
  public String comparableHeaders() {
    return headers.map()
        .entrySet()
        .stream()
        .filter(header -> !OF_THE_MOMENT.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ": " + header.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
