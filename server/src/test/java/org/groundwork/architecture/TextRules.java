// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on the message bundles: complete in every language, readable as patterns, used, and in the house's voice. */
final class TextRules {
  private static final Pattern KEY = Pattern.compile("[a-z?][a-z0-9?-]*(?:\\.(?:[a-z0-9?-]+))+");
  /** An exclamation mark after a word or before one; one that stands alone is spoken of. */
  private static final Pattern EXCLAIMS = Pattern.compile("[\\p{L}\\p{N})]!|¡[\\p{L}\\p{N}]");

  /** Settings of the mail library, which begin like our keys. */
  private static final Pattern SETTING = Pattern.compile("mail\\.(?:from|smtp\\..*)");

  /** What pages are drawn with: files, not texts. */
  private static final Pattern ASSET = Pattern.compile("[a-z-]+\\.(?:css|js|svg)");

  private TextRules() {}

  /** Two languages have the same keys. */
  static Verdict sameKeys(Bundles one, Bundles other) {
    var found = new Collector();
    var all = new TreeSet<>(one.texts().keySet());
    all.addAll(other.texts().keySet());
    for (String key : all) {
      found.look();
      found.complainIf(!one.texts().containsKey(key), "no text " + key + " in " + one.language());
      found.complainIf(!other.texts().containsKey(key), "no text " + key + " in " + other.language());
    }
    return found.verdict();
  }

  /** Every text is a pattern that can be read, and takes the same arguments in both languages. */
  static Verdict sameArguments(Bundles one, Bundles other) {
    var found = new Collector();
    one.texts().forEach((key, text) -> {
      found.look();
      if (other.texts().containsKey(key)) {
        var here = arguments(one.language(), key, text, found);
        var there = arguments(other.language(), key, other.texts().get(key), found);
        found.complainIf(!here.equals(there),
            key + " takes " + here + " in " + one.language() + " and " + there + " in "
                + other.language());
      }
    });
    return found.verdict();
  }

  private static Set<String> arguments(String language, String key, String text, Collector found) {
    try {
      return new TreeSet<>(new MessageFormat(text, Locale.forLanguageTag(language)).getArgumentNames());
    } catch (IllegalArgumentException e) {
      found.complain(key + " in " + language + " is no message pattern: " + e.getMessage());
      return Set.of();
    }
  }

  /** Texts state facts: no exclamation marks; and a straight apostrophe would quote part of the pattern. */
  static Verdict plainVoice(Bundles bundles) {
    var found = new Collector();
    bundles.texts().forEach((key, text) -> {
      found.look();
      found.complainIf(EXCLAIMS.matcher(text).find(), key + " in " + bundles.language() + " exclaims");
      found.complainIf(text.contains("'"), key + " in " + bundles.language() + " has a straight apostrophe; write ’");
    });
    return found.verdict();
  }

  /**
   * Every key that templates and code name has a text. In templates any word with a dot is a key; in code one that
   * begins like a key there is.
   *
   * @param notKeys words with a dot that are something else, such as tables
   */
  static Verdict keysExist(Set<String> inTemplates, Set<String> inCode, Bundles bundles, Set<String> notKeys) {
    var beginnings = bundles.texts().keySet().stream().map(TextRules::beginning).collect(Collectors.toSet());
    var found = new Collector();
    var used = new TreeSet<>(inTemplates);
    inCode.stream().filter(word -> beginnings.contains(beginning(word))).forEach(used::add);
    used.stream()
        .filter(word -> KEY.matcher(word).matches() && !notKeys.contains(word) && !SETTING.matcher(word).matches())
        .filter(word -> !ASSET.matcher(word).matches())
        .forEach(word -> {
          found.look();
          var pattern = pattern(word);
          found.complainIf(bundles.texts().keySet().stream().noneMatch(key -> pattern.matcher(key).matches()),
              "no text for " + word);
        });
    return found.verdict();
  }

  /** Every text is named somewhere. */
  static Verdict textsAreUsed(Set<String> words, Bundles bundles) {
    var found = new Collector();
    var patterns = words.stream().filter(word -> KEY.matcher(word).matches()).map(TextRules::pattern).toList();
    bundles.texts().keySet().forEach(key -> {
      found.look();
      found.complainIf(patterns.stream().noneMatch(pattern -> pattern.matcher(key).matches()),
          key + " is used nowhere");
    });
    return found.verdict();
  }

  private static String beginning(String key) { return key.contains(".") ? key.substring(0, key.indexOf('.')) : key; }

  /** A word with holes, as a concatenation leaves it: each hole is at least one character. */
  private static Pattern pattern(String word) {
    return Pattern.compile(Pattern.quote(word).replace("?", "\\E.+\\Q"));
  }
}
