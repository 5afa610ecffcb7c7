// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groundwork.count.BadFile;
import org.groundwork.count.Defect;

/** What was found wrong in a file so far; not more than are listed. */
final class Defects {
  private final List<Defect> found = new ArrayList<>();

  void add(int line, int column, String message) {
    if (!tooMany()) {
      found.add(new Defect(line, column, message));
    }
  }

  boolean tooMany() { return found.size() >= BadFile.MOST_DEFECTS; }

  boolean none() { return found.isEmpty(); }

  /** Refuses the file if anything is wrong with it. */
  void refuse() throws BadFile {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Defect::line).thenComparingInt(Defect::column));
      throw new BadFile(found);
    }
  }
}
