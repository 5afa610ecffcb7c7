// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;

/**
 * An answer as a voter types it: answers by number or by text with commas between them, "blank"; of a ranking with > between
 * ranks and = between those who share one. #2 is always a number, "2" in quotation marks always a text.
 */
final class BallotAnswers {
  private static final String BLANK = "blank";

  private BallotAnswers() {}

  /**
   * Reads what was typed.
   *
   * @throws Refused if it says nothing that can be answered, or two things
   */
  static List<Integer> read(Asked asked, String typed) {
    String text = typed.strip();
    if (asked.ranking()) {
      return ranking(asked, text);
    }
    if (asked.answers().contains(text) && !isNumber(text)) {
      return List.of(asked.answers().indexOf(text) + 1);
    }
    if (text.toLowerCase(Locale.ROOT).equals(BLANK)) {
      if (!asked.blank()) {
        throw refused("no vote can be blank here");
      }
      return List.of(0);
    }
    var chosen = new ArrayList<Integer>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      chosen.add(one(asked, part.strip()));
    }
    return chosen;
  }

  private static List<Integer> ranking(Asked asked, String text) {
    var ranks = new ArrayList<>(Collections.nCopies(asked.answers().size(), 0));
    if (text.isEmpty() || (text.toLowerCase(Locale.ROOT).equals(BLANK) && !asked.answers().contains(text))) {
      return ranks;
    }
    int rank = 0;
    for (String place : text.split(">", -1)) {
      rank++;
      for (String part : place.split("=", -1)) {
        int number = one(asked, part.strip());
        if (ranks.set(number - 1, rank) != 0) {
          throw refused("answer " + number + " is ranked twice");
        }
      }
    }
    return ranks;
  }

  private static int one(Asked asked, String part) {
    if (part.startsWith("#")) {
      return number(asked, part.substring(1).strip());
    }
    if (part.length() > 1 && part.startsWith("\"") && part.endsWith("\"")) {
      return text(asked, part.substring(1, part.length() - 1));
    }
    if (!isNumber(part)) {
      return text(asked, part);
    }
    int named = asked.answers().indexOf(part) + 1;
    if (named > 0 && !part.equals(Integer.toString(named))) {
      throw refused(part + " is the text of answer " + named + "; type #" + part + " for the answer with the number "
          + part + ", or #" + named + " for this one");
    }
    return number(asked, part);
  }

  private static boolean isNumber(String text) { return text.matches("[0-9]+"); }

  private static int number(Asked asked, String digits) {
    if (!digits.matches("[1-9][0-9]{0,3}") || Integer.parseInt(digits) > asked.answers().size()) {
      throw refused("there is no answer " + digits + ", only 1 to " + asked.answers().size());
    }
    return Integer.parseInt(digits);
  }

  private static int text(Asked asked, String text) {
    int exact = asked.answers().indexOf(text);
    if (exact >= 0) {
      return exact + 1;
    }
    var alike = new ArrayList<Integer>();
    for (int i = 0; i < asked.answers().size(); i++) {
      if (asked.answers().get(i).equalsIgnoreCase(text)) {
        alike.add(i + 1);
      }
    }
    if (alike.size() != 1) {
      throw refused("there is no answer \"" + text + "\"; type its number, from 1 to " + asked.answers().size());
    }
    return alike.getFirst();
  }

  private static Refused refused(String sentence) { return new Refused(Reason.WRONG_ANSWERS, "", sentence); }

  /** What an answer means, to be read once more. */
  static String words(Asked asked, List<Integer> answer) {
    if (asked.ranking()) {
      return rankingWords(asked, answer);
    }
    if (answer.equals(List.of(0))) {
      return BLANK;
    }
    return answer.isEmpty()
        ? "none of the answers"
        : String.join(", ", answer.stream().map(each -> asked.answers().get(each - 1)).toList());
  }

  private static String rankingWords(Asked asked, List<Integer> ranks) {
    var words = new ArrayList<String>();
    for (int rank = 1; rank <= Collections.max(ranks); rank++) {
      var place = new ArrayList<String>();
      for (int i = 0; i < ranks.size(); i++) {
        if (ranks.get(i) == rank) {
          place.add(asked.answers().get(i));
        }
      }
      words.add(rank + ". " + String.join(" and ", place));
    }
    return words.isEmpty() ? "nobody is ranked" : String.join(", ", words);
  }
}
