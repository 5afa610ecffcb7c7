// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.List;

/** A file of ballots with defects: nothing of it is counted. */
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

  /** At least one. */
  public List<Defect> defects() { return defects; }
}
