// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.util.List;

/**
 * Counts of one kind, contributed by a module as a bean. Each cell is a whole network: never a part of one (a site), nor
 * a sum over several, because two numbers that differ by a cell give the cell away.
 */
public interface DisclosedSource {

  /** Module and what is counted, such as {@code grievance.common-causes}; kept over versions. */
  String kind();

  /**
   * The counts of the current local, now. Runs in a reading transaction, once a week. A key may occur once only.
   */
  List<Cell> cells();

  /**
   * A count.
   *
   * @param key what is counted, as {@link Disclosure#band} asks for it: identifiers and words, at most 200 characters
   * @param persons distinct people, each confirmed by an organiser; a report by itself counts nothing
   * @param size homes or jobs of the whole network
   */
  record Cell(String key, long persons, long size) {}
}
