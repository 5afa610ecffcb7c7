// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.BitSet;
import org.groundwork.count.Ballots;

/** Reads the papers of a BLT file, or of a part of it that begins with a line, up to the 0 that ends them. */
final class BltPapers {
  private static final int MOST_DIGITS = 9;

  final Cursor cursor;
  final Ballots.Builder ballots;
  /** Lines that begin with a name in parentheses, and whether the first mark of each of them is 1. */
  private final BitSet named = new BitSet();
  final BltScatter scatter;
  private final BltHead head;
  private final BltLayout layout;
  private final BltMarks marks;
  private final int candidates;
  private boolean weighed = true;
  private boolean apart = true;
  private int lines;

  BltPapers(Cursor cursor, BltHead head, BltLayout layout) {
    this.cursor = cursor;
    this.head = head;
    this.layout = layout;
    candidates = head.candidates;
    scatter = new BltScatter(head.line);
    int length = cursor.end - cursor.at;
    ballots = Ballots.Builder.of(length / 16, length / 3);
    marks = new BltMarks(cursor, head, ballots, layout == BltLayout.BARE);
  }

  /** Whether what was read does not hang together with other parts of the file. */
  boolean apart() {
    return apart && named.isEmpty();
  }

  /**
   * The lines whose first mark is a weight. Behind the name of a paper some programs write its weight, which is 1, and others
   * do not: where every named paper begins with a 1, it is the weight.
   */
  BitSet weights() { return weighed ? named : new BitSet(); }

  /** Reads all lines up to the 0; false if there is none. */
  boolean read() {
    while (true) {
      boolean plain = layout == BltLayout.LINES;
      while (plain) {
        plain = plain();
      }
      if (givenUp() || !cursor.content()) {
        return givenUp();
      }
      if (line()) {
        return true;
      }
    }
  }

  /** Where ends of lines say nothing, nobody knows how it goes on behind a defect. */
  private boolean givenUp() {
    return cursor.tooMany() || (layout == BltLayout.FREE && !cursor.good());
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
    if (nought && weight > 0 && cursor.bytes[next - 1] == '\n'
        && added(weight)) {
      cursor.lineStarts(next, 1);
      return true;
    }
    ballots.drop();
    return false;
  }

  /** Reads an item of any kind; true if it is what ends the papers. */
  private boolean line() {
    byte first = cursor.here();
    boolean ends = false;
    if (first == '-') {
      apart &= head.withdrawn(cursor);
    } else if (cursor.digit() || first == '(') {
      ends = ballot();
    } else if (layout == BltLayout.BARE && first == '"') {
      return true;
    } else {
      cursor.defect(cursor.at, first == '['
          ? "options stand before the ballots"
          : "a ballot begins with how many papers are equal to it; the ballots end with a line 0");
      ends = first != '[';
    }
    if (layout != BltLayout.FREE && !(ends && cursor.here() == '"')) {
      cursor.nextLine();
    }
    return ends;
  }

  /** Ends a paper; false if there are more than can be counted. */
  private boolean added(int weight) {
    try {
      ballots.paper(weight);
      lines++;
      return true;
    } catch (ArithmeticException tooMany) {
      return false;
    }
  }

  /** A ballot; true if it is the 0 that ends them. */
  private boolean ballot() {
    int from = cursor.at;
    int line = cursor.line();
    int column = cursor.column(from);
    long weight = 1;
    if (cursor.here() == '(') {
      if (!identifier()) {
        return false;
      }
      cursor.skipBlanks();
      named.set(lines);
      weighed &= weightOfOne();
    } else {
      weight = weight();
      if (weight == 0 && nothingFollows(line)) {
        return true;
      }
      if (weight < 1 || weight > Ballots.MOST_WEIGHT) {
        cursor.defect(line, column, "a ballot stands for 1 to " + Ballots.MOST_WEIGHT + " papers, in a whole number");
        return false;
      }
    }
    if (marks.read() && whole()) {
      if (!added((int) weight)) {
        cursor.defect(line, column, "more than " + Ballots.MOST_PAPERS + " papers");
      }
      noteLines(line);
    } else {
      ballots.drop();
    }
    return false;
  }

  /** The number at the cursor, which may have decimals as long as they are 0; -1 if it is none, or not whole. */
  private long weight() {
    long weight = cursor.number();
    boolean whole = true;
    if (cursor.here() == '.') {
      cursor.at++;
      while (cursor.digit()) {
        whole &= cursor.here() == '0';
        cursor.at++;
      }
    }
    return whole ? weight : -1;
  }

  private boolean nothingFollows(int line) {
    if (layout == BltLayout.FREE) {
      scatter.end(line);
      return true;
    }
    cursor.skipBlanks();
    return cursor.lineEnds() || cursor.here() == '"';
  }

  /** Whether nothing stands behind the ballot on its line. */
  private boolean whole() {
    if (layout == BltLayout.FREE) {
      return true;
    }
    cursor.skipBlanks();
    if (!cursor.lineEnds()) {
      cursor.defect(cursor.at, "the ballot has ended with 0, and something follows on its line");
    }
    return cursor.lineEnds();
  }

  private void noteLines(int from) {
    if (layout == BltLayout.FREE) {
      scatter.ballot(from, cursor.line(), cursor.first(cursor.at - 1));
    }
  }

  /** Whether a 1 stands here by itself, and shares no rank with what follows. */
  private boolean weightOfOne() {
    byte[] bytes = cursor.bytes;
    int after = cursor.at + 1;
    while (after < cursor.end && (bytes[after] == ' ' || bytes[after] == '\t' || bytes[after] == ',')) {
      after++;
    }
    boolean apart = after > cursor.at + 1 || after >= cursor.end;
    return cursor.here() == '1' && apart && (after >= cursor.end || bytes[after] != '=');
  }

  private boolean identifier() {
    int from = cursor.at;
    while (cursor.here() != '\n' && cursor.here() != ')') {
      cursor.at++;
    }
    if (cursor.here() == '\n') {
      cursor.defect(from, "the name of a ballot begins here and is not closed by )");
      return false;
    }
    cursor.at++;
    return true;
  }
}
