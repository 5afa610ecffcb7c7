// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groundwork.platform.web.Ui;

/** A register's own words in the reader's language where we know them, and as the register writes them otherwise. */
public final class RegisterWords {
  private RegisterWords() {}

  /** What somebody is to a place. */
  public static String role(Ui ui, String written) {
    String key = "network.role." + written.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return ui.languages().has(ui.locale(), key) ? ui.t(key) : written;
  }

  /** All that somebody is to places, in one line. */
  public static String roles(Ui ui, List<String> written) {
    return written.stream().map(role -> role(ui, role)).distinct().collect(Collectors.joining(", "));
  }

  /** Why two places are held to belong together; {@code key} names a sentence about evidence. */
  public static String why(Ui ui, String key, List<String> arguments) {
    var words = new ArrayList<>(arguments);
    if (key.startsWith("evidence.link.officer") && words.size() > 1) {
      words.set(1, Arrays.stream(words.get(1).split("/", -1))
          .map(role -> role(ui, role))
          .distinct()
          .collect(Collectors.joining(", ")));
    }
    return ui.t(key, words.toArray());
  }
}
