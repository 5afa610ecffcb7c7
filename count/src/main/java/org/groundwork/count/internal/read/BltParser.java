// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.groundwork.count.BadFile;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Election;

/** Reads a BLT file in one pass, line by line. */
public final class BltParser {
  private final Cursor cursor;
  private final Ballots.Builder ballots;
  private final boolean[] withdrawn = new boolean[Ballots.MOST_CANDIDATES + 1];
  /** Lines that begin with a name in parentheses, and whether the first mark of each of them is 1. */
  private final BitSet named = new BitSet();
  private boolean weighed = true;
  private int lines;
  private int candidates;
  private int seats;

  private BltParser(byte[] file) {
    cursor = new Cursor(file);
    ballots = Ballots.Builder.of(file.length / 16, file.length / 3);
  }

  /** Reads a whole file. */
  public static Election parse(byte[] file) throws BadFile {
    return new BltParser(file).read();
  }

  private Election read() throws BadFile {
    head();
    cursor.throwDefects();
    boolean ended = ballots();
    if (!ended && !cursor.tooMany()) {
      cursor.defect(cursor.at, "the ballots are not ended by a line with 0");
    }
    cursor.throwDefects();
    var names = BltNames.read(cursor, candidates);
    cursor.throwDefects();
    var all = new ArrayList<Candidate>(candidates);
    for (int number = 1; number <= candidates; number++) {
      all.add(new Candidate(number, names.candidates().get(number - 1), withdrawn[number]));
    }
    return new Election(names.title(), seats, all, papers());
  }

  /**
   * The papers. Behind the name of a paper some programs write its weight, which is 1, and others do not: where every named
   * paper begins with a 1, it is the weight.
   */
  private Ballots papers() {
    Ballots read = ballots.build();
    if (named.isEmpty() || !weighed) {
      return read;
    }
    var without = Ballots.Builder.of(read.size(), read.start(read.size()));
    for (int line = 0; line < read.size(); line++) {
      for (int at = read.start(line) + (named.get(line) ? 1 : 0); at < read.start(line + 1); at++) {
        int mark = read.mark(at);
        if (mark > 0) {
          without.rank(mark);
        } else if (mark < 0) {
          without.same(-mark);
        } else {
          without.skip();
        }
      }
      without.paper(read.weight(line));
    }
    return without.build();
  }

  /** Passes lines that say nothing. False at the end of the file. */
  private boolean line() {
    while (true) {
      cursor.skipBlanks();
      if (cursor.ended()) {
        return false;
      }
      if (!cursor.lineEnds()) {
        return true;
      }
      cursor.nextLine();
    }
  }

  private void head() {
    if (!line()) {
      cursor.defect(cursor.at, "the file is empty; it begins with the number of candidates and of seats");
      return;
    }
    candidates = (int) bounded("candidates", 1, Ballots.MOST_CANDIDATES);
    cursor.skipBlanks();
    seats = (int) bounded("seats", 1, Ballots.MOST_CANDIDATES);
    cursor.skipBlanks();
    if (cursor.good() && !cursor.lineEnds()) {
      cursor.defect(cursor.at, "two numbers are expected here, of candidates and of seats, and nothing else");
    }
    cursor.nextLine();
  }

  private long bounded(String what, int least, int most) {
    int from = cursor.at;
    long number = number();
    if (number < least || number > most) {
      cursor.defect(from, "the number of " + what + " must be " + least + " to " + most);
      return least;
    }
    return number;
  }

  /** A number without sign; -1 if there is none or it is too long. */
  private long number() {
    int from = cursor.at;
    long number = 0;
    byte[] bytes = cursor.bytes;
    int at = from;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
      if (at - from > 12) {
        break;
      }
    }
    cursor.at = at;
    return at == from || at - from > 12 ? -1 : number;
  }

  /** All lines up to the 0; false if there is none. */
  private boolean ballots() {
    while (line() && !cursor.tooMany()) {
      byte first = cursor.here();
      if (first == '-') {
        withdrawn();
      } else if ((first >= '0' && first <= '9') || first == '(') {
        if (ballot()) {
          cursor.nextLine();
          return true;
        }
      } else {
        cursor.defect(cursor.at, "a ballot begins with how many papers are equal to it; the ballots end with a line 0");
        return true;
      }
      cursor.nextLine();
    }
    return cursor.tooMany();
  }

  private void withdrawn() {
    while (!cursor.lineEnds()) {
      int from = cursor.at;
      if (cursor.here() != '-') {
        cursor.defect(from, "a line of candidates who have withdrawn has only numbers with a minus before them");
        return;
      }
      cursor.at++;
      long number = number();
      if (number < 1 || number > candidates) {
        cursor.defect(from, "there is no such candidate: they are 1 to " + candidates);
        return;
      }
      withdrawn[(int) number] = true;
      cursor.skipBlanks();
    }
  }

  /** A ballot; true if it is the 0 that ends them. */
  private boolean ballot() {
    int from = cursor.at;
    long weight = 1;
    if (cursor.here() == '(') {
      if (!identifier()) {
        return false;
      }
      cursor.skipBlanks();
      named.set(lines);
      weighed &= weightOfOne();
    } else {
      weight = number();
      cursor.skipBlanks();
      if (weight == 0 && cursor.lineEnds()) {
        return true;
      }
      if (weight < 1 || weight > Ballots.MOST_WEIGHT) {
        cursor.defect(from, "a ballot stands for 1 to " + Ballots.MOST_WEIGHT + " papers, in a whole number");
        return false;
      }
    }
    if (marks()) {
      try {
        ballots.paper((int) weight);
        lines++;
      } catch (ArithmeticException tooMany) {
        cursor.defect(from, String.valueOf(tooMany.getMessage()));
      }
    } else {
      ballots.drop();
    }
    return false;
  }

  private boolean weightOfOne() {
    byte[] bytes = cursor.bytes;
    int after = cursor.at + 1;
    return cursor.here() == '1'
        && (after >= bytes.length || bytes[after] == ' ' || bytes[after] == '\t' || bytes[after] == ',');
  }

  private boolean identifier() {
    int from = cursor.at;
    while (!cursor.lineEnds() && cursor.here() != ')') {
      cursor.at++;
    }
    if (cursor.lineEnds()) {
      cursor.defect(from, "the name of a ballot begins here and is not closed by )");
      return false;
    }
    cursor.at++;
    return true;
  }

  /** The marks of a ballot with the 0 that ends it; false if something is wrong. */
  private boolean marks() {
    boolean shares = false;
    while (true) {
      cursor.skipBlanks();
      int from = cursor.at;
      if (cursor.lineEnds()) {
        cursor.defect(from, "the ballot is not ended by 0");
        return false;
      }
      byte here = cursor.here();
      if (here == '-') {
        cursor.at++;
        ballots.skip();
        continue;
      }
      if (here == '=') {
        cursor.defect(from, "= stands between two candidates");
        return false;
      }
      long number = number();
      if (number == 0 && !shares) {
        cursor.skipBlanks();
        if (!cursor.lineEnds()) {
          cursor.defect(cursor.at, "the ballot has ended with 0, and something follows on its line");
          return false;
        }
        return true;
      }
      if (number < 1 || number > candidates) {
        cursor.defect(from, "a candidate is expected here, 1 to " + candidates + ", or the 0 that ends the ballot");
        return false;
      }
      if (shares) {
        ballots.same((int) number);
      } else {
        ballots.rank((int) number);
      }
      shares = equal();
    }
  }

  private boolean equal() {
    int at = cursor.at;
    while (at < cursor.bytes.length && cursor.bytes[at] == ' ') {
      at++;
    }
    if (at < cursor.bytes.length && cursor.bytes[at] == '=') {
      cursor.at = at + 1;
      return true;
    }
    return false;
  }

  /** Who stands behind the numbers. */
  record Names(List<String> candidates, String title) {}
}
