// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands after {@code serve}. */
public sealed interface ServeOptions {

  /** Serve, with these settings. */
  record Serve(Map<String, Object> properties) implements ServeOptions {}

  /** Not understood; a sentence for standard error. */
  record Misused(String why) implements ServeOptions {}

  /** Reads a command line. */
  static ServeOptions read(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("serve")) {
      return new Misused("a command is needed: serve, admin or audit");
    }
    var reader = new Reader();
    var words = new ArrayDeque<>(List.of(arguments).subList(1, arguments.length));
    while (!words.isEmpty()) {
      var problem = reader.take(words);
      if (problem.isPresent()) {
        return new Misused(problem.get());
      }
    }
    return reader.read();
  }

  /** Settings as they are read; of an option given twice the last counts. */
  final class Reader {
    private static final String DATA = "groundwork.data";
    private static final String DEMONSTRATION = "groundwork.demonstration";
    private static final String EMPTY = "groundwork.empty";
    private final Map<String, Object> settings = new HashMap<>();

    private Reader() {}

    /** Takes one option and its value, which may follow as a word of its own or after an equals sign. */
    private Optional<String> take(ArrayDeque<String> words) {
      String word = words.removeFirst();
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      if (List.of("--demo", "--empty").contains(option)) {
        settings.put(option.equals("--demo") ? DEMONSTRATION : EMPTY, "true");
        return equals < 0 ? Optional.empty() : Optional.of(option + " takes no value");
      }
      if (!List.of("--port", "--listen", "--public-url", "--data", "--currency").contains(option)) {
        return Optional.of("serve knows no option " + option);
      }
      String value = equals >= 0 ? word.substring(equals + 1) : words.isEmpty() ? "" : words.removeFirst();
      if (value.isEmpty() || (equals < 0 && value.startsWith("--"))) {
        return Optional.of(option + " needs a value");
      }
      return take(option, value);
    }

    private Optional<String> take(String option, String value) {
      return switch (option) {
        case "--port" -> value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535
            ? put("server.port", value)
            : Optional.of("--port needs a number from 0 to 65535, not " + value);
        case "--listen" -> isAddress(value)
            ? put("server.address", value)
            : Optional.of("--listen needs an address of this machine such as 127.0.0.1 or 0.0.0.0, not " + value);
        case "--public-url" -> value.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?")
            ? put("groundwork.public-url", value.replaceAll("/$", ""))
            : Optional.of("--public-url needs an address such as https://example.org, not " + value);
        case "--currency" -> isCurrency(value)
            ? put("groundwork.demonstration.currency", value)
            : Optional.of("--currency needs three capital letters such as EUR, not " + value);
        default -> put(DATA, value);
      };
    }

    /** Money that people pay with: metals and baskets have no minor units. */
    private static boolean isCurrency(String value) {
      return value.matches("[A-Z]{3}") && Currency.getAvailableCurrencies()
          .stream()
          .anyMatch(each -> each.getCurrencyCode().equals(value) && each.getDefaultFractionDigits() >= 0);
    }

    private static boolean isAddress(String value) {
      try {
        return InetAddress.getByName(value) != null;
      } catch (UnknownHostException e) {
        return false;
      }
    }

    private Optional<String> put(String setting, String value) {
      settings.put(setting, value);
      return Optional.empty();
    }

    private ServeOptions read() {
      if (settings.containsKey(DEMONSTRATION) && settings.containsKey(EMPTY)) {
        return new Misused("--demo and --empty exclude each other");
      }
      settings.putIfAbsent(DATA, settings.containsKey(DEMONSTRATION) ? "var/demo" : "var/data");
      return new Serve(Map.copyOf(settings));
    }
  }
}
