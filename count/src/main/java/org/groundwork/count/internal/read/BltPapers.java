// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.BitSet;
import org.groundwork.count.Ballots;

/** Reads the papers of a BLT file, or of a part of it that begins with a line, up to the 0 that ends them. */
final class BltPapers {
  private static final int MOST_DIGITS = 9;

  final Cursor cursor;
  final Ballots.Builder ballots;
  final BitSet withdrawn = new BitSet();
  /** Lines that begin with a name in parentheses, and whether the first mark of each of them is 1. */
  private final BitSet named = new BitSet();
  private final int candidates;
  private boolean weighed = true;
  private int lines;

  BltPapers(Cursor cursor, int candidates) {
    this.cursor = cursor;
    this.candidates = candidates;
    int length = cursor.end - cursor.at;
    ballots = Ballots.Builder.of(length / 16, length / 3);
  }

  boolean hasNames() { return !named.isEmpty(); }

  /**
   * The lines whose first mark is a weight. Behind the name of a paper some programs write its weight, which is 1, and others
   * do not: where every named paper begins with a 1, it is the weight.
   */
  BitSet weights() { return weighed ? named : new BitSet(); }

  /** Reads all lines up to the 0; false if there is none. */
  boolean read() {
    while (true) {
      boolean plain = true;
      while (plain) {
        plain = plain();
      }
      if (cursor.tooMany() || !cursor.content()) {
        return cursor.tooMany();
      }
      if (line()) {
        return true;
      }
    }
  }

  /**
   * Reads a line that is nothing but numbers with one space between them, as nearly all are. False, and nothing is read, if
   * it is anything else, or has a defect.
   */
  private boolean plain() {
    byte[] bytes = cursor.bytes;
    int end = cursor.end;
    int at = cursor.at;
    int weight = -1;
    int number = 0;
    int digits = 0;
    while (at < end && digits <= MOST_DIGITS) {
      int here = bytes[at++];
      if (here >= '0' && here <= '9') {
        number = number * 10 + here - '0';
        digits++;
        continue;
      }
      if (digits == 0 || here != ' ' || number == 0 || (weight >= 0 && number > candidates)) {
        return ends(here, at, digits > 0 && number == 0, weight);
      }
      if (weight < 0) {
        weight = number;
      } else {
        ballots.rank(number);
      }
      number = 0;
      digits = 0;
    }
    ballots.drop();
    return false;
  }

  /** Whether a plain line ends well. */
  private boolean ends(int here, int after, boolean nought, int weight) {
    int next = here == '\r' && after < cursor.end ? after + 1 : after;
    if (nought && weight > 0 && cursor.bytes[next - 1] == '\n' && paper(cursor.at, weight)) {
      cursor.lineStarts(next, 1);
      return true;
    }
    ballots.drop();
    return false;
  }

  /** Reads a line of any kind; true if it is the 0 that ends the papers. */
  private boolean line() {
    byte first = cursor.here();
    boolean ends = false;
    if (first == '-') {
      withdrawn();
    } else if ((first >= '0' && first <= '9') || first == '(') {
      ends = ballot();
    } else {
      cursor.defect(cursor.at, "a ballot begins with how many papers are equal to it; the ballots end with a line 0");
      return true;
    }
    cursor.nextLine();
    return ends;
  }

  private boolean paper(int from, int weight) {
    try {
      ballots.paper(weight);
      lines++;
      return true;
    } catch (ArithmeticException tooMany) {
      cursor.defect(from, String.valueOf(tooMany.getMessage()));
      return false;
    }
  }

  private void withdrawn() {
    while (!cursor.lineEnds()) {
      int from = cursor.at;
      if (cursor.here() != '-') {
        cursor.defect(from, "a line of candidates who have withdrawn has only numbers with a minus before them");
        return;
      }
      cursor.at++;
      long number = cursor.number();
      if (number < 1 || number > candidates) {
        cursor.defect(from, "there is no such candidate: they are 1 to " + candidates);
        return;
      }
      withdrawn.set((int) number);
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
      weight = cursor.number();
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
      paper(from, (int) weight);
    } else {
      ballots.drop();
    }
    return false;
  }

  private boolean weightOfOne() {
    byte[] bytes = cursor.bytes;
    int after = cursor.at + 1;
    return cursor.here() == '1'
        && (after >= cursor.end || bytes[after] == ' ' || bytes[after] == '\t' || bytes[after] == ',');
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
      long number = cursor.number();
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
    while (at < cursor.end && cursor.bytes[at] == ' ') {
      at++;
    }
    if (at < cursor.end && cursor.bytes[at] == '=') {
      cursor.at = at + 1;
      return true;
    }
    return false;
  }
}
