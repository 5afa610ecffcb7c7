// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

/** Finds where a cell of a table stands. */
interface Places {
  /** A line and a column, from one. */
  record Place(int line, int column) {}

  /** Where a cell of the row that begins at a line begins; of the row's last, if it has fewer. */
  Place cell(long row, int cell);
}
