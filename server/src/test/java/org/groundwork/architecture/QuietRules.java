// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.architecture.StrangersCrawl.Seen;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on what strangers are told: nothing of what a local keeps quiet, in whatever part of an answer. */
final class QuietRules {

  private QuietRules() {}

  /** No answer has a trace of a secret: in its body, its headers, where it leads, its cookies, in whatever writing. */
  static Verdict tellNothing(Collection<Seen> answers, Map<String, String> secrets) {
    var found = new Collector();
    for (Seen answer : answers) {
      found.look();
      String plain = decoded(answer.all());
      String letters = letters(plain);
      secrets.forEach((what, secret) -> found.complainIf(tells(plain, letters, secret),
          answer.asked() + " tells a stranger " + what + ": " + secret));
    }
    return found.verdict();
  }

  private static boolean tells(String plain, String letters, String secret) {
    return letters.contains(letters(secret)) || written(secret).anyMatch(plain::contains);
  }

  /** Other ways to write an identifier. */
  private static Stream<String> written(String secret) {
    try {
      var id = UUID.fromString(secret);
      byte[] bytes = java.nio.ByteBuffer.allocate(16)
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .array();
      return Stream.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
          Base64.getEncoder().withoutPadding().encodeToString(bytes));
    } catch (IllegalArgumentException e) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      return Stream.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
  }

  private static String decoded(String text) {
    String readable = text.replace("&amp;", "&").replace("&lt;", "<").replace("&#39;", "'").replace("&quot;", "\"");
    try {
      return readable + "\n" + URLDecoder.decode(readable, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return readable + "\n" + readable.replace("%20", " "); // a stray per cent sign is no encoding
    }
  }

  /** Letters and digits alone, so that no way to separate words hides them. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What a stranger is told is the same, byte for byte, whatever the local does inside. */
  static Verdict tellTheSame(Map<String, Seen> before, Map<String, Seen> after) {
    var found = new Collector();
    for (String asked : union(before, after)) {
      found.look();
      found.complainIf(!before.containsKey(asked), asked + " is answered only once people organise");
      found.complainIf(!after.containsKey(asked), asked + " is answered no more once people organise");
      if (before.containsKey(asked) && after.containsKey(asked)) {
        found.complainIf(!before.get(asked).comparable().equals(after.get(asked).comparable()),
            asked + " is answered otherwise once people organise");
      }
    }
    return found.verdict();
  }

  /** An answer takes the same statements, in the same order, whatever the local does inside: so it takes the same time. */
  static Verdict takeTheSame(Map<String, Seen> before, Map<String, Seen> after) {
    var found = new Collector();
    before.forEach((asked, seen) -> {
      found.look();
      var then = after.containsKey(asked) ? after.get(asked).statements() : List.<String>of();
      found.complainIf(!seen.statements().equals(then),
          asked + " asks the database otherwise once people organise: " + seen.statements() + " became " + then);
    });
    return found.verdict();
  }

  private static Collection<String> union(Map<String, Seen> before, Map<String, Seen> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream()).collect(Collectors.toSet());
  }
}
