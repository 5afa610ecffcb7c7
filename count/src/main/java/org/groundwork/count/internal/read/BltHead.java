// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate.Kind;

/**
 * What stands before the ballots of a BLT file: how many candidates and seats, who has withdrawn, and the options in brackets
 * that Droop reads. An option that would change the count in a way no rule here knows is refused; one that only says how Droop
 * is to count is passed over.
 */
final class BltHead {
  private static final int MOST_WORDS = Ballots.MOST_CANDIDATES + 1;
  private static final String NO_SUCH = "there is no such candidate: they are 1 to ";

  private final Cursor cursor;
  private final boolean free;
  private final Map<String, Integer> numbers = new HashMap<>();
  final BitSet withdrawn = new BitSet();
  /** Who stands for whoever was written in without being a candidate. */
  final BitSet writeIns = new BitSet();
  int candidates;
  int seats;
  /** Where the last of it stands. */
  int line;
  /** Short names, in the order of the numbers; empty if the file has none. */
  List<String> nicks = List.of();

  /** What a candidate is. */
  Kind kind(int number) {
    return withdrawn.get(number) ? Kind.WITHDRAWN : writeIns.get(number) ? Kind.WRITE_INS : Kind.STANDING;
  }

  BltHead(Cursor cursor, boolean free) {
    this.cursor = cursor;
    this.free = free;
  }

  void read() {
    if (!cursor.content()) {
      cursor.defect(cursor.at, "the file is empty; it begins with the number of candidates and of seats");
      return;
    }
    candidates = (int) bounded("candidates", 1, Ballots.MOST_CANDIDATES);
    cursor.skipBlanks();
    seats = (int) bounded("seats", 1, Ballots.MOST_CANDIDATES);
    line = cursor.line();
    cursor.skipBlanks();
    if (!cursor.good()) {
      return;
    }
    if (!free && !cursor.lineEnds() && !more()) {
      cursor.defect(cursor.at, "two numbers are expected here, of candidates and of seats, and nothing else");
      return;
    }
    while (cursor.content() && more()) {
      item();
    }
  }

  /** The number of the candidate whose number or short name stands there; 0 if there is none. */
  int candidate(Cursor at) {
    if (nicks.isEmpty()) {
      long number = at.number();
      return number < 1 || number > candidates ? 0 : (int) number;
    }
    return numbered(at.word("=()[]"));
  }

  private int numbered(String word) {
    if (word.matches("\\d{1,9}")) {
      int number = Integer.parseInt(word);
      return number > candidates ? 0 : number;
    }
    return numbers.getOrDefault(word, 0);
  }

  private long bounded(String what, int least, int most) {
    int from = cursor.at;
    long number = cursor.number();
    if (number < least || number > most) {
      cursor.defect(from, "the number of " + what + " must be " + least + " to " + most);
      return least;
    }
    return number;
  }

  private boolean more() { return cursor.here() == '-' || cursor.here() == '['; }

  private void item() {
    if (cursor.here() == '[') {
      option();
    } else {
      withdrawn();
    }
  }

  /** Candidates with a minus before them who stand behind ballots; false if the ballots are read in parts. */
  boolean withdrawn(Cursor behind) {
    if (behind == cursor) {
      withdrawn();
    }
    return behind == cursor;
  }

  private void withdrawn() {
    while (!cursor.lineEnds() && cursor.here() != '[') {
      int from = cursor.at;
      boolean minus = cursor.here() == '-';
      if (!minus && free) {
        return;
      }
      cursor.at += minus ? 1 : 0;
      int number = minus ? candidate(cursor) : 0;
      if (number == 0) {
        cursor.defect(from,
            minus
                ? NO_SUCH + candidates
                : "a line of candidates who have withdrawn has only numbers with a minus before them");
        cursor.nextLine();
        return;
      }
      withdrawn.set(number);
      line = cursor.line();
      cursor.skipBlanks();
    }
  }

  private record Word(String text, int line, int column) {}

  private void option() {
    var option = new Word("", cursor.line(), cursor.column(cursor.at));
    cursor.at++;
    cursor.free(true);
    var words = new ArrayList<Word>();
    cursor.skipBlanks();
    while (!cursor.ended() && cursor.here() != ']' && words.size() <= MOST_WORDS) {
      int column = cursor.column(cursor.at);
      var word = new Word(cursor.word("[]"), cursor.line(), column);
      if (word.text().isEmpty()) {
        break;
      }
      words.add(word);
      cursor.skipBlanks();
    }
    boolean closed = cursor.here() == ']';
    cursor.at += closed ? 1 : 0;
    line = cursor.line();
    cursor.free(free);
    if (closed && !words.isEmpty()) {
      meant(words);
    } else {
      cursor.defect(option.line(), option.column(),
          "an option, such as [nick a b c], begins here and is not closed by ] behind its words");
    }
  }

  private void meant(List<Word> words) {
    Word name = words.getFirst();
    List<Word> values = words.subList(1, words.size());
    switch (name.text()) {
      case "droop" -> {
      }
      case "nick" -> nicks(name, values);
      case "withdrawn" -> values.forEach(each -> mark(each, withdrawn));
      case "undeclared" -> values.forEach(each -> mark(each, writeIns));
      case "tie" ->
        refuse(name, "[tie] says who goes first when candidates are level, which here a lot decides;"
            + " take it out of the file, and hand it in with --drawn");
      default -> refuse(name, "the options known here are nick, withdrawn, undeclared and droop");
    }
  }

  private void refuse(Word word, String message) { cursor.defect(word.line(), word.column(), message); }

  private void mark(Word word, BitSet as) {
    int number = numbered(word.text());
    if (number == 0) {
      refuse(word, NO_SUCH + candidates);
    } else {
      as.set(number);
    }
  }

  private void nicks(Word option, List<Word> words) {
    if (words.size() != candidates) {
      refuse(option, candidates + " candidates, and " + words.size() + " short names");
      return;
    }
    for (Word word : words) {
      if (word.text().matches("\\d+")) {
        refuse(word, "a short name is more than a number");
      } else if (numbers.putIfAbsent(word.text(), numbers.size() + 1) != null) {
        refuse(word, "two candidates have this short name");
      }
    }
    nicks = words.stream().map(Word::text).toList();
  }
}
