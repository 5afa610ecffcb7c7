// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

/**
 * Port: how much one person may write down as spent by hand. What is more goes the way on which others say yes to it.
 * Implementations are beans, asked in a transaction of a local whose books are open; without one nothing limits it.
 */
public interface ByHandLimit {

  /** The most of one entry, in minor units. */
  long most();
}
