// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import org.groundwork.count.Candidate;
import org.groundwork.count.Election;
import org.groundwork.count.Outcome;

/**
 * Names as they stand in sentences: without what could turn the words around them, those written from right to left kept
 * apart, and very long ones cut.
 */
final class Names {
  private static final int LONGEST = 60;
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  private Names() {}

  /** The same outcome with such names. */
  static Outcome shown(Outcome outcome) {
    Election old = outcome.election();
    var candidates = old.candidates()
        .stream()
        .map(each -> new Candidate(each.number(), shown(each), each.kind()))
        .toList();
    return new Outcome(new Election(old.title(), old.seats(), candidates, old.ballots()), outcome.rule(),
        outcome.lots(), outcome.papers(), outcome.elected(), outcome.rounds());
  }

  private static String shown(Candidate candidate) {
    String name = cut(clean(candidate.name()), LONGEST);
    if (name.isBlank()) {
      return "Candidate " + candidate.number();
    }
    return name.codePoints().anyMatch(Names::fromTheRight) ? ISOLATE + name + END : name;
  }

  private static boolean fromTheRight(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Words without marks that change the direction of what follows, and without control characters. */
  static String clean(String words) {
    var out = new StringBuilder(words.length());
    words.codePoints()
        .filter(point -> !(point >= 0x202A && point <= 0x202E))
        .filter(point -> !(point >= 0x2066 && point <= 0x2069))
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }

  /** At most so many characters, the last of them … where something is left out. */
  static String cut(String words, int most) {
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)).stripTrailing() + "…"
            + (words.charAt(0) == ISOLATE ? String.valueOf(END) : "");
  }
}
