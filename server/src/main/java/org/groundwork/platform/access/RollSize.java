// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

/** Port: the module that keeps the roll says how large it is. */
public interface RollSize {

  /** How many people the current local knows, counting no further than {@link PasskeyRule#PEOPLE}. */
  int people();
}
