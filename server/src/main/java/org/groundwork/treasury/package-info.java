// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The books as people read and keep them. Declares {@link org.groundwork.treasury.MoneyDoor}, by which the other modules
 * of money are reached from the page about it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: access"})
package org.groundwork.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
