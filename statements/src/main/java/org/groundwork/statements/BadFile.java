// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.util.List;

/** A file with defects: nothing of it may be kept, also not the lines that were handed out before the defect was found. */
public final class BadFile extends Exception {
  /** How many defects are listed; more are not looked for. */
  public static final int MOST_DEFECTS = 50;
  private static final long serialVersionUID = 1L;
  private final transient List<Defect> defects;

  /** @param defects at least one, in the order of the file */
  public BadFile(List<Defect> defects) {
    super(defects.getFirst().message());
    this.defects = List.copyOf(defects);
  }

  /** A file with one defect. */
  public static BadFile at(int line, int column, String message) {
    return new BadFile(List.of(new Defect(Math.max(1, line), Math.max(1, column), message)));
  }

  /** At least one. */
  public List<Defect> defects() { return defects; }
}
