// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.LocalDate;

/**
 * Port: how much one person may let out of the places where money lies by an entry of their hand. What is more goes the way on which others say yes to it.
 * Implementations are beans, asked in a transaction of a local whose books are open; without one nothing limits it.
 */
public interface ByHandLimit {

  /** Entries for so many days before and after one count with it, and those that were written within so many days. */
  int DAYS = 7;

  /** The most of one entry, and of all that count together, in minor units. */
  long most();

  /**
   * What else left by one person's word within {@link #DAYS} of a day, and counts with such entries, in minor units. Asked by
   * whoever has others wait by {@link ByHandSum#oneByOne}.
   */
  long others(LocalDate on);
}
