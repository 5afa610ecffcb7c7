// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Defect;

/** What was found wrong in a file so far; not more than are listed. */
public final class Defects {
  private final List<Defect> found = new ArrayList<>();

  /** Notes a defect. */
  public void add(int line, int column, String message) {
    if (!tooMany()) {
      found.add(new Defect(Math.max(1, line), Math.max(1, column), message));
    }
  }

  /** Notes all defects of a part that could not be read on. */
  public void addAll(BadFile bad) {
    bad.defects().forEach(each -> add(each.line(), each.column(), each.message()));
  }

  /** Whether no more are listed. */
  public boolean tooMany() { return found.size() >= BadFile.MOST_DEFECTS; }

  /** Whether there is none. */
  public boolean none() { return found.isEmpty(); }

  /** Refuses the file if anything is wrong with it. */
  public void refuse() throws BadFile {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Defect::line).thenComparingInt(Defect::column));
      throw new BadFile(found);
    }
  }
}
