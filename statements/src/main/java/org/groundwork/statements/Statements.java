// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.util.ArrayList;
import java.util.List;

/** Keeps everything a file holds; for files that fit into memory. */
public final class Statements implements StatementSink {
  private final List<Whole> all = new ArrayList<>();
  private List<Line> lines = new ArrayList<>();

  /**
   * A statement with its lines.
   *
   * @param statement what the file says of the account
   * @param lines in the order of the file
   */
  public record Whole(Statement statement, List<Line> lines) {
    /** Copies the list. */
    public Whole { lines = List.copyOf(lines); }
  }

  @Override
  public void line(Line line) { lines.add(line); }

  @Override
  public void statement(Statement statement) {
    all.add(new Whole(statement, lines));
    lines = new ArrayList<>();
  }

  /** In the order of the file. */
  public List<Whole> all() { return List.copyOf(all); }
}
