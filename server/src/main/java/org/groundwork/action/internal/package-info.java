// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of actions. */
@NullMarked
package org.groundwork.action.internal;

import org.jspecify.annotations.NullMarked;
