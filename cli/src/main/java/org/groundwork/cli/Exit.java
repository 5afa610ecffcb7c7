// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

/** Exit codes of every command. */
final class Exit {
  /** All of the input was good and was used. */
  static final int GOOD = 0;
  /** Some of the input is bad or false; the rest was done. */
  static final int BAD_INPUT = 1;
  /** The command was called wrongly; nothing was done. */
  static final int USAGE = 2;
  /** Something is missing on the system, or a file cannot be written. */
  static final int UNAVAILABLE = 69;

  private Exit() {}
}
