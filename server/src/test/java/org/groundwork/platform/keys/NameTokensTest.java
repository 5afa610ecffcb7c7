// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTokensTest {

  private static final Purpose PURPOSE = Purpose.indexing("people");
  private static final UUID LOCAL = new UUID(1, 1);

  private final InMemoryKeyStore store = new InMemoryKeyStore();
  private final NameTokens names = new NameTokens(store, PURPOSE, "roll.person.name");

  @ParameterizedTest
  @CsvSource({"Juan Gonzalez, gonzales", "Juan Gonzales, gonzalez", "Mohamed Ali, muhammad", "Muhammad Ali, mohamed",
      "Mohammed Ali, mohamed", "María, maria", "Maria, maría", "Sean O'Neill, oneill", "Sean O’Neill, o'neil",
      "Sean O'Neill, o neill", "Anna Schmidt, schmitt", "Ana, anna", "Anna, ana", "Jürgen Groß, jurgen gross",
      "Søren Ångström, soren angstrom", "Łukasz Żak, lukasz zak", "Guadalupe Hernández, guadelupe hernandes",
      "Guadalupe Hernández, hernandez gaudalupe", "Katarzyna, catarzina", "Rodriguez, rodrigues", "Maria, maira",
      "Yusuf Khalid, youssef khaled", "Nguyễn Văn An, nguyen", "Aleksandr Петров, petrov", "毛泽东, mao zedong",
      "毛泽东, zedong", "毛泽东, 毛泽东", "毛泽东, 泽东", "Mao Zedong, 毛泽东", "محمد علي, محمد", "محمد علي, mohamed",
      "فاطمة, فاطمة", "Ιωάννης, ioannes", "Иван, ivan", "Jean-Luc Picard, jean luc picard", "DE LA CRUZ, de la cruz",
      "Müller, mueller", "김철수, 김철수", "fiﬁ, fifi", "Ｗｉｄｅ, wide"})
  void findsMisspellingsAndOtherScripts(String stored, String asked) {
    assertThat(names.forgiving(LOCAL, asked).matches(names.tokensOf(LOCAL, stored))).isTrue();
    assertThat(new NameCloseness(asked).to(stored)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"Juan Gonzalez, perez", "Maria Lopez, mario gomez", "Rosa, luxemburg", "Ali, ola", "Tom, tim",
      "Anna Schmidt, anna weber", "محمد علي, فاطمة"})
  void doesNotFindOtherNames(String stored, String asked) {
    assertThat(names.forgiving(LOCAL, asked).matches(names.tokensOf(LOCAL, stored))).isFalse();
    assertThat(new NameCloseness(asked).to(stored)).isEmpty();
  }

  @Test
  void findsBeginningsWhileTypingButWholeWordsOnlyWhenAskedExactly() {
    int[] tokens = names.tokensOf(LOCAL, "Guadalupe Hernández Ríos");
    for (String typed : new String[]{"gu", "guadalup", "guadalupe her", "hernandez gua", "hernández", "rios"})
      assertThat(names.starting(LOCAL, typed).matches(tokens)).as(typed).isTrue();
    assertThat(names.starting(LOCAL, "gua hernandez").matches(tokens)).isFalse();
    assertThat(names.exact(LOCAL, "rios guadalupe").matches(tokens)).isTrue();
    assertThat(names.exact(LOCAL, "guad").matches(tokens)).isFalse();
    assertThat(names.exact(LOCAL, "guadelupe").matches(tokens)).isFalse();
    int[] all = names.exact(LOCAL, "rios guadalupe").containsAll().orElseThrow();
    assertThat(all).hasSize(2);
    assertThat(tokens).contains(all);
    assertThat(names.forgiving(LOCAL, "rios").containsAll()).isEmpty();
  }

  @Test
  void findsEveryNameOneEditAwayAndTwoForLongWords() {
    var random = new Random(7);
    for (String word : new String[]{"rosa", "maria", "gonzalez", "hernandez", "fitzgerald", "konstantinopolos"}) {
      int[] tokens = names.tokensOf(LOCAL, word);
      for (int i = 0; i < 300; i++) {
        String once = edited(word, random);
        String twice = edited(once, random);
        String asked = word.length() > 7 && twice.length() > 7 ? twice : once;
        if (asked.length() > 3)
          assertThat(names.forgiving(LOCAL, asked).matches(tokens)).as(word + " asked as " + asked).isTrue();
      }
    }
  }

  @Test
  void ranksTheClosestFirst() {
    var asked = new NameCloseness("Maria Gonzales");
    assertThat(asked.to("María Gonzales")).hasValue(0);
    assertThat(asked.to("Maria Gonzalez")).hasValue(1);
    assertThat(asked.to("Mario Gonzalez")).hasValue(2);
    assertThat(asked.to("Maria Perez")).isEmpty();
    assertThat(NameCloseness.edits("ca", "abc")).isEqualTo(3);
    assertThat(NameCloseness.edits("maria", "maira")).isEqualTo(1);
  }

  @Test
  void givesTheSameTokensAfterReopening(@TempDir Path directory) {
    var first = new NameTokens(FileKeyStore.open(KeyPlaces.under(directory), true), PURPOSE, "roll.person.name");
    int[] before = first.tokensOf(LOCAL, "Rosa Luxemburg");
    var second = new NameTokens(FileKeyStore.open(KeyPlaces.under(directory), false), PURPOSE, "roll.person.name");
    assertThat(second.tokensOf(LOCAL, "Rosa Luxemburg")).isEqualTo(before).isNotEmpty();
  }

  @Test
  void givesUnrelatedTokensToLocalsAndFields() {
    int[] here = names.tokensOf(LOCAL, "Rosa Luxemburg");
    assertThat(names.tokensOf(new UUID(2, 2), "Rosa Luxemburg")).doesNotContain(here);
    assertThat(new NameTokens(store, PURPOSE, "target.party.name").tokensOf(LOCAL, "Rosa Luxemburg"))
        .doesNotContain(here);
  }

  @Test
  void findsRowsOfTheOldKeyUntilTheyAreIndexedAnew() {
    int[] old = names.tokensOf(LOCAL, "Rosa Luxemburg");
    store.rotate(LOCAL, PURPOSE);
    int[] fresh = names.tokensOf(LOCAL, "Rosa Luxemburg");
    assertThat(fresh).doesNotContain(old);
    for (int[] tokens : new int[][]{old, fresh}) {
      assertThat(names.exact(LOCAL, "rosa luxemburg").matches(tokens)).isTrue();
      assertThat(names.forgiving(LOCAL, "rosa luxenburg").matches(tokens)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🌹🌹🌹", "\u200F\u202E\u2066", "---", "'", "\u0301\u0301"})
  void searchesNothingWhereThereIsNoLetter(String text) {
    assertThat(names.tokensOf(LOCAL, text)).isEmpty();
    assertThat(names.forgiving(LOCAL, text).isEmpty()).isTrue();
    assertThat(names.forgiving(LOCAL, text).matches(names.tokensOf(LOCAL, "Rosa"))).isFalse();
    assertThat(new NameCloseness(text).to("Rosa")).isEmpty();
  }

  @Test
  void boundsTheTokensOfHostileInput() {
    var random = new Random(11);
    var junk = new StringBuilder();
    while (junk.length() < 1 << 20)
      junk.appendCodePoint(random.nextInt(0x110000));
    for (String hostile : new String[]{"x".repeat(1 << 20), "ab cd ".repeat(200_000), junk.toString(),
        "e" + "\u0301".repeat(1 << 20), "\u202Emaria\u200F ".repeat(100_000), "毛泽东".repeat(100_000),
        "\uFDFA".repeat(100_000), "🌹".repeat(300_000), "\uD800".repeat(1_000), "maximilianobartholomew ".repeat(9),
        "abcdefghijkl mnopqrstuvwx yzabcdefghij klmnopqrstuv wxyzabcdefgh ijklmnopqrst uvwxyzabcdef ghijklmnopqr"}) {
      assertThat(names.tokensOf(LOCAL, hostile)).hasSizeLessThanOrEqualTo(NameTokens.MOST_TOKENS);
      assertThat(names.forgiving(LOCAL, hostile).groups()).hasSizeLessThanOrEqualTo(8)
          .allSatisfy(group -> assertThat(group).hasSizeBetween(1, 40));
    }
  }

  @Test
  void givesAnOrdinaryNameFewTokens() {
    assertThat(names.tokensOf(LOCAL, "Rosa Parks")).hasSizeLessThan(30);
    assertThat(names.tokensOf(LOCAL, "María Guadalupe Hernández")).hasSizeLessThan(100);
  }

  @Test
  void keepsInvisibleMarksOutOfWords() {
    assertThat(names.tokensOf(LOCAL, "\u202Bma\u200Bri\u00ADa\u202C")).isEqualTo(names.tokensOf(LOCAL, "Maria"));
    assertThat(names.tokensOf(LOCAL, "Mari\u0301\u0301\u0301a")).isEqualTo(names.tokensOf(LOCAL, "Maria"));
  }

  private static String edited(String word, Random random) {
    int at = random.nextInt(word.length());
    char other = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + other + word.substring(at);
      case 2 -> word.substring(0, at) + other + word.substring(at + 1);
      default -> at == 0
          ? word
          : word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    };
  }
}
