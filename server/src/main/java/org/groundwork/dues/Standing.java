// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.LocalDate;

/** How somebody stands with their local, as far as dues go. Derived from charges, payments and waivers; never typed in. */
public sealed interface Standing {

  /** Good: nothing is open for longer than the days of grace. Free rates and pauses never make it less. */
  record Good() implements Standing {}

  /**
   * In arrears.
   *
   * @param since when the oldest open dues were due
   * @param open what is open in all, in minor units
   */
  record InArrears(LocalDate since, long open) implements Standing {}
}
