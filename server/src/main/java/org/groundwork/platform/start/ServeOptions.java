// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What stands after {@code serve}. */
public sealed interface ServeOptions {

  /** Serve, with these settings. */
  record Serve(Map<String, Object> properties) implements ServeOptions {}

  /** Not understood; a sentence for standard error. */
  record Misused(String why) implements ServeOptions {}

  /** Reads a command line. */
  static ServeOptions read(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("serve")) {
      return new Misused("groundwork: a command is needed: serve");
    }
    var settings = new HashMap<String, Object>();
    for (int at = 1; at < arguments.length; at++) {
      String option = arguments[at];
      switch (option) {
        case "--demo" -> settings.put("groundwork.demonstration", "true");
        case "--empty" -> settings.put("groundwork.empty", "true");
        case "--port", "--listen", "--public-url", "--data" -> {
          if (++at == arguments.length) {
            return new Misused("groundwork: " + option + " needs a value");
          }
          String problem = take(option, arguments[at], settings);
          if (!problem.isEmpty()) {
            return new Misused("groundwork: " + problem);
          }
        }
        default -> {
          return new Misused("groundwork: serve knows no option " + option);
        }
      }
    }
    if (settings.containsKey("groundwork.demonstration")) {
      settings.putIfAbsent("groundwork.data", "var/demo");
    }
    return new Serve(Map.copyOf(settings));
  }

  private static String take(String option, String value, Map<String, Object> settings) {
    switch (option) {
      case "--port" -> {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
          return "--port needs a number from 0 to 65535, not " + value;
        }
        settings.put("server.port", value);
      }
      case "--listen" -> settings.put("server.address", value);
      case "--public-url" -> {
        if (!value.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?")) {
          return "--public-url needs an address such as https://example.org, not " + value;
        }
        settings.put("groundwork.public-url", URI.create(value).toString().replaceAll("/$", ""));
      }
      case "--data" -> settings.put("groundwork.data", value);
      default -> throw new IllegalArgumentException(option);
    }
    return "";
  }
}
