// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reduces an address, or a name, to what stays the same however it is written: {@code 123 Main St.},
 * {@code 123 main street} and {@code 123, Main  Street} share a key.
 */
final class RegisterKey {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");
  private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("street", "st"), Map.entry("avenue", "ave"),
      Map.entry("av", "ave"), Map.entry("road", "rd"), Map.entry("boulevard", "blvd"), Map.entry("drive", "dr"),
      Map.entry("place", "pl"), Map.entry("court", "ct"), Map.entry("lane", "ln"), Map.entry("parkway", "pkwy"),
      Map.entry("terrace", "ter"), Map.entry("square", "sq"), Map.entry("north", "n"), Map.entry("south", "s"),
      Map.entry("east", "e"), Map.entry("west", "w"), Map.entry("calle", "c"), Map.entry("avenida", "ave"),
      Map.entry("straße", "str"), Map.entry("strasse", "str"));

  private RegisterKey() {}

  static String of(String address) {
    String folded = MARKS.matcher(Normalizer.normalize(address, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
    var key = new StringBuilder(folded.length());
    for (String word : NOT_WORD.split(folded, -1)) {
      if (!word.isEmpty()) {
        key.append(key.isEmpty() ? "" : " ").append(SHORT.getOrDefault(word, ORDINAL.matcher(word).replaceFirst("$1")));
      }
    }
    return key.toString();
  }
}
