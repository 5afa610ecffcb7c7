// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/**
 * Brings names of all scripts to words of small Latin letters and digits: {@code María O'Neill-Åström} to
 * {@code maria oneill astrom}, {@code 毛泽东} to {@code mao ze dong zedong maozedong}. Looks at the first
 * {@link #LONGEST_NAME} characters only.
 */
final class NameFolding {

  static final int LONGEST_NAME = 256;
  static final int MOST_WORDS = 8;
  static final int LONGEST_WORD = 24;

  private static final String APOSTROPHES = "'\u2018\u2019\u02BC\u02BB\u02BE\u02BF\u02B9`\u00B4\u2032";
  private static final int LONGEST_HAN_NAME = 4;

  /** Loaded at the first name that is not plain ASCII; loading takes some tenths of a second. */
  private static final class Latin {
    static final Transliterator FROM_LATIN = Transliterator.getInstance("Latin-ASCII");
    static final Transliterator FROM_ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  }

  private NameFolding() {}

  /** All words under which a stored name shall be found: for Chinese also syllables written together. */
  static List<String> stored(String name) {
    return words(name, true);
  }

  /** The words of a search. A Chinese name counts as its first syllable and the rest written together. */
  static List<String> asked(String text) {
    return words(text, false);
  }

  private static List<String> words(String name, boolean stored) {
    Set<String> words = new LinkedHashSet<>();
    String text = Normalizer2.getNFKCInstance().normalize(visible(cut(name)));
    int start = 0;
    while (start < text.length() && words.size() < MOST_WORDS) {
      boolean han = isHan(text.codePointAt(start));
      int end = start;
      while (end < text.length() && isHan(text.codePointAt(end)) == han)
        end += Character.charCount(text.codePointAt(end));
      String part = text.substring(start, end);
      words.addAll(han ? hanWords(part, stored) : split(latin(part)));
      start = end;
    }
    return words.stream().limit(MOST_WORDS).toList();
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST_NAME)
      return name;
    int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
    return name.substring(0, end);
  }

  /** Without marks of direction, soft hyphens and other characters that nobody sees. */
  private static String visible(String text) {
    var seen = new StringBuilder();
    text.codePoints().filter(c -> UCharacter.getType(c) != UCharacter.FORMAT).forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean isHan(int codePoint) { return UScript.getScript(codePoint) == UScript.HAN; }

  private static List<String> hanWords(String run, boolean stored) {
    List<String> syllables = run.codePoints()
        .limit(MOST_WORDS)
        .mapToObj(c -> String.join("", split(latin(Character.toString(c)))))
        .filter(s -> !s.isEmpty())
        .toList();
    if (syllables.size() < 2 || syllables.size() > LONGEST_HAN_NAME)
      return syllables;
    String rest = join(syllables, 1, syllables.size());
    if (!stored)
      return List.of(syllables.getFirst(), rest);
    List<String> all = new ArrayList<>(syllables);
    all.add(rest);
    all.add(join(syllables, 0, syllables.size()));
    if (syllables.size() == LONGEST_HAN_NAME) {
      all.add(join(syllables, 0, 2));
      all.add(join(syllables, 2, LONGEST_HAN_NAME));
    }
    return all;
  }

  private static String join(List<String> syllables, int from, int to) {
    String joined = String.join("", syllables.subList(from, to));
    return joined.substring(0, Math.min(LONGEST_WORD, joined.length()));
  }

  private static String latin(String text) {
    if (text.chars().allMatch(c -> c < 128))
      return UCharacter.foldCase(text, true);
    boolean isLatin = text.codePoints()
        .map(UScript::getScript)
        .allMatch(s -> s == UScript.LATIN || s == UScript.COMMON || s == UScript.INHERITED);
    String spelled = isLatin
        ? Latin.FROM_LATIN.transliterate(text)
        : Latin.FROM_ANY.transliterate(text.replace('\u0629', '\u0627'));
    return UCharacter.foldCase(Normalizer2.getNFKDInstance().normalize(spelled), true);
  }

  /** Letters and digits make words; marks, apostrophes and invisible characters are left out; all else separates. */
  private static List<String> split(String folded) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    folded.codePoints().forEach(c -> {
      if (UCharacter.isLetterOrDigit(c) && APOSTROPHES.indexOf(c) < 0)
        word.appendCodePoint(c);
      else if (!isSilent(c))
        finish(word, words);
    });
    finish(word, words);
    return words;
  }

  private static boolean isSilent(int c) {
    return APOSTROPHES.indexOf(c) >= 0 || switch (UCharacter.getType(c)) {
      case UCharacter.NON_SPACING_MARK, UCharacter.COMBINING_SPACING_MARK, UCharacter.ENCLOSING_MARK,
          UCharacter.FORMAT ->
        true;
      default -> false;
    };
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (!word.isEmpty())
      words.add(word.substring(0, Math.min(LONGEST_WORD, word.length())));
    word.setLength(0);
  }
}
