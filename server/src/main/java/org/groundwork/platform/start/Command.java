// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.io.PrintStream;
import java.util.List;

/** A command of the product's host that ends, unlike {@code serve}. */
@FunctionalInterface
public interface Command {

  /**
   * Runs the command.
   *
   * @param arguments what stands after the command's name
   * @param out for data
   * @param err for messages
   * @return 0 good, 1 the input is bad or false, 2 misused, 69 something missing on the system
   */
  int run(List<String> arguments, PrintStream out, PrintStream err);
}
