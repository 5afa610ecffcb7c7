// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.architecture.Sources.TextFile;
import org.junit.jupiter.api.Test;

/** Bundles, templates and static files, held against the rules and against planted violations. */
class TextRulesTest {
  private static final List<TextFile> FILES = Sources.below(Sources.MESSAGES, ".properties");
  private static final List<TextFile> TEMPLATES = Sources.below(Sources.TEMPLATES, ".jte");
  private static final Bundles ENGLISH = Bundles.of("en", FILES);
  private static final Bundles SPANISH = Bundles.of("es", FILES);

  @Test
  void englishAndSpanishHaveTheSameKeys() { TextRules.sameKeys(ENGLISH, SPANISH).holds(); }

  @Test
  void complainsOfATextThatOneLanguageLacks() {
    TextRules.sameKeys(texts("en", Map.of("a.b", "B")), texts("es", Map.of())).complainsOnceOf("no text a.b in es");
  }

  @Test
  void textsTakeTheSameArgumentsInBothLanguages() { TextRules.sameArguments(ENGLISH, SPANISH).holds(); }

  @Test
  void complainsOfAnArgumentThatOneLanguageLacks() {
    TextRules.sameArguments(texts("en", Map.of("a.b", "{0} of {1}")), texts("es", Map.of("a.b", "{0}")))
        .complainsOnceOf("a.b takes [0, 1] in en and [0] in es");
  }

  @Test
  void complainsOfATextThatIsNoPattern() {
    TextRules.sameArguments(texts("en", Map.of("a.b", "B")), texts("es", Map.of("a.b", "{0, plural, one {una}}")))
        .complainsOnceOf("a.b in es is no message pattern");
  }

  @Test
  void textsAreInAPlainVoice() {
    TextRules.plainVoice(ENGLISH).holds();
    TextRules.plainVoice(SPANISH).holds();
  }

  @Test
  void complainsOfAnExclamation() {
    TextRules.plainVoice(texts("es", Map.of("a.b", "¡Listo"))).complainsOnceOf("a.b in es exclaims");
  }

  @Test
  void complainsOfAnApostropheThatQuotes() {
    TextRules.plainVoice(texts("en", Map.of("a.b", "the boss's {0}"))).complainsOnceOf("a.b in en", "apostrophe");
  }

  @Test
  void everyKeyThatIsNamedHasAText() {
    TextRules.keysExist(words(Compiled.templates()), words(Compiled.product()), ENGLISH, tables()).holds();
  }

  @Test
  void complainsOfAKeyWithoutAText() {
    TextRules.keysExist(Set.of("people.gone"), Set.of(), texts("en", Map.of("people.title", "People")), Set.of())
        .complainsOnceOf("no text for people.gone");
  }

  @Test
  void complainsOfAFamilyOfKeysWithoutAText() {
    TextRules.keysExist(Set.of(), Set.of("people.state.?"), texts("en", Map.of("people.title", "People")), Set.of())
        .complainsOnceOf("no text for people.state.?");
  }

  @Test
  void everyTextIsUsed() {
    TextRules.textsAreUsed(words(Stream.concat(Compiled.templates(), Compiled.product())), ENGLISH).holds();
  }

  @Test
  void complainsOfATextThatIsUsedNowhere() {
    TextRules
        .textsAreUsed(Set.of("people.state.?"), texts("en", Map.of("people.state.new", "new", "people.old", "old")))
        .complainsOnceOf("people.old is used nowhere");
  }

  @Test
  void templatesHaveNoWordsOfTheirOwn() { PageRules.templatesHaveNoWords(TEMPLATES).holds(); }

  @Test
  void complainsOfWordsInATemplate() {
    PageRules
        .templatesHaveNoWords(
            template("@template.platform.Shell(ui = ui, content = @`<h1>${ui.t(\"a.b\")} today</h1>`)"))
        .complainsOnceOf("roll/X.jte says \"today\"");
  }

  @Test
  void complainsOfWordsThatAreReadAloud() {
    PageRules.templatesHaveNoWords(template("<nav aria-label=\"Main\"></nav>"))
        .complainsOnceOf("roll/X.jte says \"Main\"");
  }

  @Test
  void templatesHaveNothingInline() { PageRules.templatesHaveNothingInline(TEMPLATES).holds(); }

  @Test
  void complainsOfEveryInlinePart() {
    for (String part : List.of("<p style=\"color: red\">", "<button onclick=\"go()\">", "<script>go()</script>",
        "<style>p {}</style>", "<a href=\"javascript:go()\">")) {
      PageRules.templatesHaveNothingInline(template(part)).complainsOnceOf("roll/X.jte has ");
    }
  }

  @Test
  void nothingComesFromAnotherHost() {
    var files = Stream.of(TEMPLATES, Sources.below(Sources.STATIC, ".css", ".js", ".svg", ".html", ".webmanifest"))
        .flatMap(List::stream)
        .toList();
    PageRules.nothingComesFromElsewhere(files).holds();
  }

  @Test
  void complainsOfAnotherHost() {
    for (String part : List.of("<img src=\"https://example.org/x.png\">", "<script src=\"//example.org/x.js\">",
        "p { background: url(//example.org/x.png) }")) {
      PageRules.nothingComesFromElsewhere(template(part))
          .complainsOnceOf("roll/X.jte names another host", "example.org");
    }
  }

  private static Bundles texts(String language, Map<String, String> texts) { return new Bundles(language, texts); }

  private static List<TextFile> template(String text) { return List.of(new TextFile("roll/X.jte", text)); }

  private static Set<String> words(Stream<Compiled> classes) {
    return classes.flatMap(Compiled::strings).collect(Collectors.toUnmodifiableSet());
  }

  /** Tables and columns are written like keys. */
  private static Set<String> tables() {
    return Sources.below(Sources.MIGRATIONS, ".sql")
        .stream()
        .flatMap(file -> MigrationText.of(file.text()).names())
        .map(name -> name.schema() + "." + name.name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
