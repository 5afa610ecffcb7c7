// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of strikes. */
@NullMarked
package org.groundwork.strike.internal;

import org.jspecify.annotations.NullMarked;
