// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

/** How much of anything a register may hold. */
final class Limits {
  /** Characters of one field. */
  static final int FIELD = 65_536;
  /** Bytes of one row. */
  static final int ROW_BYTES = 1 << 21;
  /** Line breaks within one quoted field. */
  static final int LINES_IN_A_FIELD = 100;
  /** Characters of a site's or registration's identifier. */
  static final int ID = 200;
  /** Characters of one name or address; what is longer is no name. */
  static final int VALUE = 500;
  /** Values in one field, and parties or addresses of one site. */
  static final int VALUES = 500;
  /** Columns of a table. */
  static final int COLUMNS = 2_000;
  /** Rows of all files together. */
  static final int ROWS = 20_000_000;

  private Limits() {}
}
