// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import org.groundwork.count.Ballots;

/** Reads the marks of a ballot in a BLT file: candidates, with = between equal ones or parentheses around them, and skipped ranks. */
final class BltMarks {
  private final Cursor cursor;
  private final BltHead head;
  private final Ballots.Builder ballots;
  private final boolean bare;

  BltMarks(Cursor cursor, BltHead head, Ballots.Builder ballots, boolean bare) {
    this.cursor = cursor;
    this.head = head;
    this.ballots = ballots;
    this.bare = bare;
  }

  /** Reads marks and what ends them; false if something is wrong, and noted. */
  boolean read() {
    boolean shares = false;
    while (true) {
      cursor.skipBlanks();
      if (!shares && (cursor.lineEnds() || nought())) {
        return end();
      }
      if (!shares && cursor.here() == '-') {
        if (!skipped()) {
          return false;
        }
        continue;
      }
      if (!(cursor.here() == '(' ? group(shares) : mark(shares))) {
        return false;
      }
      shares = equal();
    }
  }

  private boolean end() {
    if (cursor.lineEnds()) {
      if (!bare) {
        cursor.defect(cursor.at, "the ballot is not ended by 0");
      }
      return bare;
    }
    cursor.at++;
    return true;
  }

  /** Whether a 0 stands here by itself, where it can end a ballot. */
  private boolean nought() {
    int after = cursor.at + 1;
    return !bare && cursor.here() == '0'
        && (after >= cursor.end || cursor.bytes[after] < '0' || cursor.bytes[after] > '9');
  }

  private boolean skipped() {
    int from = cursor.at++;
    if (cursor.digit()) {
      cursor.defect(from,
          "- stands by itself for a rank that was skipped; who has withdrawn stands before the ballots");
      return false;
    }
    ballots.skip();
    return true;
  }

  private boolean mark(boolean shares) {
    int from = cursor.at;
    if (cursor.here() == '=') {
      cursor.defect(from, "= stands between two candidates");
      return false;
    }
    int line = cursor.line();
    int column = cursor.column(from);
    int number = cursor.lineEnds() ? 0 : head.candidate(cursor);
    if (number == 0) {
      cursor.defect(line, column, "a candidate is expected here, 1 to " + head.candidates
          + (head.nicks.isEmpty() ? "" : " or a short name") + (bare ? "" : ", or the 0 that ends the ballot"));
      return false;
    }
    if (shares) {
      ballots.same(number);
    } else {
      ballots.rank(number);
    }
    return true;
  }

  /** Candidates in parentheses, who share a rank. */
  private boolean group(boolean sharesBefore) {
    int line = cursor.line();
    int column = cursor.column(cursor.at++);
    boolean shares = sharesBefore;
    boolean any = false;
    while (true) {
      cursor.skipBlanks();
      if (any && (cursor.here() == ')' || cursor.here() == '=')) {
        if (cursor.bytes[cursor.at++] == ')') {
          return true;
        }
        cursor.skipBlanks();
      }
      if (cursor.lineEnds()) {
        cursor.defect(line, column, "the equal candidates that begin here are not closed by )");
        return false;
      }
      if (!mark(shares)) {
        return false;
      }
      shares = true;
      any = true;
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
