// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Pages of the module roll.
 */
@NullMarked
package org.groundwork.roll.internal;

import org.jspecify.annotations.NullMarked;
