// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

/** What the ends of lines mean in a BLT file. */
enum BltLayout {
  /** One item a line; a ballot ends with 0. So nearly all programs write. */
  LINES,
  /** One item a line; no ballot ends with 0, its line does. */
  BARE,
  /** The format of 1987: ends of lines are blanks, and only 0 ends a ballot. */
  FREE;

  private static final int END = -1;

  /** Whether each ballot stands on a line and none of them ends with 0, up to a line 0 or the first quoted name. */
  static boolean bare(byte[] file) {
    var cursor = new Cursor(file);
    cursor.content();
    cursor.nextLine();
    boolean marks = false;
    while (cursor.content()) {
      byte first = cursor.here();
      if (first == '"') {
        return marks;
      }
      if (first == '-' || first == '[') {
        cursor.nextLine();
        continue;
      }
      int items = items(cursor);
      if (items == 0) {
        return false;
      }
      if (items == END) {
        return marks && !numbersFollow(cursor);
      }
      marks |= items > 1;
    }
    return false;
  }

  /** How many items a line has that begins like a ballot; none if it does not or has a 0, END if 0 is the only one. */
  private static int items(Cursor cursor) {
    int items = 0;
    boolean end = false;
    while (!cursor.lineEnds()) {
      int from = cursor.at;
      if (items == 0 && cursor.here() != '(' && !cursor.digit()) {
        return 0;
      }
      while (!cursor.lineEnds() && !cursor.blank()) {
        cursor.at++;
      }
      boolean nought = cursor.at == from + 1 && cursor.bytes[from] == '0';
      if (nought && items > 0) {
        return 0;
      }
      end |= nought;
      items++;
      cursor.skipBlanks();
    }
    cursor.nextLine();
    return end ? items == 1 ? END : 0 : items;
  }

  /** Whether the next line has nothing but numbers, so that the 0 before it ended no more than one ballot. */
  private static boolean numbersFollow(Cursor cursor) {
    if (!cursor.content()) {
      return false;
    }
    while (!cursor.lineEnds()) {
      if (!cursor.digit()) {
        return false;
      }
      cursor.at++;
      cursor.skipBlanks();
    }
    return true;
  }
}
