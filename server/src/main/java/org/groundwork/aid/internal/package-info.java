// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of the hardship fund and of strike pay. */
@NullMarked
package org.groundwork.aid.internal;

import org.jspecify.annotations.NullMarked;
