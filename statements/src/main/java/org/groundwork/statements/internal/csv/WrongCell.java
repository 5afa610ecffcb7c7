// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

/** Says what is wrong with a cell. */
final class WrongCell extends Exception {
  private static final long serialVersionUID = 1L;
  private final int cell;

  WrongCell(int cell, String message) {
    super(message, null, false, false);
    this.cell = cell;
  }

  /** Its number from 0. */
  int cell() { return cell; }
}
