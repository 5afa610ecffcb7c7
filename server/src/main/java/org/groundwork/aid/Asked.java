// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.UUID;

/** What became of asking. Nothing was written unless it says so. */
public sealed interface Asked {

  /** The committee has it. */
  record Yes(UUID request) implements Asked {}

  /** The rules say no. */
  record No(May.No why) implements Asked {}

  /**
   * More cannot be asked for within a day.
   *
   * @param most what can
   */
  record TooMuchForADay(long most) implements Asked {}
}
