// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundwork.platform.web.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is read by people: whatever the code notes in it has a sentence in every language. */
class AuditTextsTest {
  private static final Pattern NOTED = Pattern.compile("\\brecord\\(\\s*\"([a-z][a-z-]+)\",");
  private static final Path CODE = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/main/java");

  private static Set<String> noted(Stream<String> sources) {
    var found = new TreeSet<String>();
    sources.forEach(source -> {
      var noted = NOTED.matcher(source);
      while (noted.find()) {
        found.add(noted.group(1));
      }
    });
    return found;
  }

  private static Set<String> withoutASentence(Set<String> actions, Locale language) {
    var languages = new Languages();
    var missing = new TreeSet<>(actions);
    missing.removeIf(action -> languages.has(language, "audit.did." + action));
    return missing;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void sayEverythingThatIsNoted(String language) throws IOException {
    try (var files = Files.walk(CODE)) {
      var actions = noted(files.filter(file -> file.toString().endsWith(".java")).map(AuditTextsTest::read));
      assertThat(actions).hasSizeGreaterThan(40);
      assertThat(withoutASentence(actions, Locale.forLanguageTag(language))).isEmpty();
    }
  }

  @Test
  void wouldMissASentenceThatIsNotThere() {
    var planted = noted(
        Stream.of("audit.record(\"person-seen\", subject, \"\"); audit.record(\n  \"never-written\", x"));
    assertThat(withoutASentence(planted, Locale.ENGLISH)).containsExactly("never-written");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
