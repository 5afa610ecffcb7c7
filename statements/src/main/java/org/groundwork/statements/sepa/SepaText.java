// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in the characters that every bank of the payments area must take (EPC217-08): letters of the English alphabet, digits, blanks
 * and {@code / - ? : ( ) . , ' +}. Other Latin letters lose their marks or become two, as in German {@code ae}; what has no such
 * form becomes a point.
 */
final class SepaText {
  private static final Map<Character, String> TWO = Map.ofEntries(Map.entry('ä', "ae"), Map.entry('ö', "oe"),
      Map.entry('ü', "ue"),
      Map.entry('Ä', "Ae"), Map.entry('Ö', "Oe"), Map.entry('Ü', "Ue"), Map.entry('ß', "ss"), Map.entry('æ', "ae"),
      Map.entry('Æ', "AE"), Map.entry('ø', "o"), Map.entry('Ø', "O"), Map.entry('œ', "oe"), Map.entry('Œ', "OE"),
      Map.entry('ł', "l"), Map.entry('Ł', "L"), Map.entry('đ', "d"), Map.entry('Đ', "D"), Map.entry('ð', "d"),
      Map.entry('Ð', "D"),
      Map.entry('þ', "th"), Map.entry('Þ', "Th"), Map.entry('ı', "i"), Map.entry('&', "+"), Map.entry('_', "-"),
      Map.entry('’', "'"),
      Map.entry('‘', "'"), Map.entry('–', "-"), Map.entry('—', "-"), Map.entry('"', "'"), Map.entry('€', "EUR"));
  private static final String ALLOWED = "/-?:().,'+ ";
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9+?/:().,' -]{1,35}");

  private SepaText() {}

  /** In the common characters; blanks and line ends become single blanks, and a text is nothing but points only if it was. */
  static String of(String text) {
    var kept = new StringBuilder();
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    composed.codePoints().forEach(each -> one(each, kept));
    return kept.toString().strip().replaceAll(" +", " ");
  }

  private static void one(int code, StringBuilder kept) {
    if (Character.isWhitespace(code) || Character.isISOControl(code) || code == 0xA0) {
      kept.append(' ');
      return;
    }
    String two = code < 0x10000 ? TWO.get((char) code) : null;
    if (two != null) {
      kept.append(two);
      return;
    }
    String plain = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFD);
    char first = plain.charAt(0);
    boolean letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
    kept.append(letter || ALLOWED.indexOf(first) >= 0 ? first : '.');
  }

  static String required(String text, int longest, String what) {
    String plain = optional(text, longest, what);
    if (plain.isEmpty() || plain.chars().allMatch(each -> each == '.' || each == ' ')) {
      throw new IllegalArgumentException(what + " has 1 to " + longest + " characters that banks can write");
    }
    return plain;
  }

  static String optional(String text, int longest, String what) {
    String plain = text.length() > 10 * longest ? text : of(text);
    if (plain.length() > longest) {
      throw new IllegalArgumentException(what + " has at most " + longest + " characters");
    }
    return plain;
  }

  /** An identifier stays as it is, for it must come back the same: 1 to 35 of the common characters, slashes only alone within. */
  static String identifier(String id, int longest, String what) {
    if (!IDENTIFIER.matcher(id).matches() || id.length() > longest || id.startsWith("/") || id.endsWith("/")
        || id.contains("//")
        || !id.equals(id.strip())) {
      throw new IllegalArgumentException(what + " has 1 to " + longest
          + " letters of the English alphabet, digits or + ? / : ( ) . , ' - with no slash at its ends and no two in a row");
    }
    return id;
  }
}
