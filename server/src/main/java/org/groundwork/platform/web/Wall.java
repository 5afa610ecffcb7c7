// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.util.List;
import java.util.Locale;

/**
 * A wall chart ready to be drawn by the template {@code platform/Wall}: rows of squares, top row first.
 *
 * @param caption a whole sentence, in the reader's language
 * @param headCounts whether squares are departments on shifts with a number of people, not doors
 */
public record Wall(String caption, boolean headCounts, List<String> columns, List<Row> rows) {
  public Wall {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** How a square looks; each state also has a word, {@code wall.<key>}. */
  public enum State {
    UNKNOWN, KNOWN, TALKED, YES, NO, BOSS, NONE;

    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** One floor or department. */
  public record Row(String label, List<Square> squares) {
    public Row { squares = List.copyOf(squares); }
  }

  /**
   * One door, or one department on one shift.
   *
   * @param who what the people there are called, joined for the square
   * @param known how many are known
   * @param places how many there are
   */
  public record Square(String label, State state, String who, int known, int places) {}

  /** How many squares are in a state, for the legend. */
  public long count(State state) {
    return rows.stream().flatMap(row -> row.squares().stream()).filter(square -> square.state() == state).count();
  }
}
