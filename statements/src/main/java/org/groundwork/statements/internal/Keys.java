// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.groundwork.statements.Line;

/**
 * Makes the keys of a statement's lines: SHA-256 of the account and what the line says, and of its number among equal ones. A line
 * with a reference of the bank is told by that and its day, amount and end-to-end reference; any other also by party and text.
 */
final class Keys {
  private final MessageDigest digest;
  /** The first half of each key so far; how often is kept only of those that came again. */
  private final LongSet seen = new LongSet();
  private final Map<String, Integer> again = new HashMap<>();
  private final String account;

  Keys(String account) {
    this.account = account;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  String of(Line line) {
    String plain = hash(content(line));
    if (seen.add(Long.parseUnsignedLong(plain, 0, 16, 16))) {
      return plain;
    }
    int number = again.merge(plain, 2, (before, two) -> before + 1);
    return hash(plain + "#" + number);
  }

  private String content(Line line) {
    String day = line.booked().or(line::value).map(Object::toString).orElse("");
    String common = String.join("\u001F", account, day, line.amount().toString(), line.references().bank(),
        line.references().endToEnd());
    if (!line.references().bank().isEmpty()) {
      return common;
    }
    return String.join("\u001F", common, line.references().mandate(), line.references().customer(),
        String.join("\u001E", line.references().structured()), line.other().account().id(), plain(line.other().name()),
        plain(line.text()));
  }

  /** Letters and digits only: banks break lines of text differently from one export to the next. */
  private static String plain(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  private String hash(String text) {
    digest.reset();
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 16));
  }
}
